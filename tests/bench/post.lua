-- post.lua - for wrk: each thread is an applicant who saves one office of a draft
-- of its own, over and over, with other values each time, the revision counted
-- up and a fresh form key.
--
--	wrk … -- ORIGIN COOKIE:TOKEN:ID:REVISION:NUMBER…, one for each thread
local threads = {}

function setup(thread)
	thread:set("number", #threads + 1)
	table.insert(threads, thread)
end

local function encode(text)
	return (text:gsub("[^%w%-._~]", function(c)
		return string.format("%%%02X", c:byte())
	end))
end

local function hex(n)
	local out = {}
	for i = 1, n do
		out[i] = string.format("%02x", math.random(0, 255))
	end
	return table.concat(out)
end

function init(args)
	local cookie, form, id, rev, no = args[1 + number]:match(
		"^([^:]+):([^:]+):(%x+):(%d+):(%d+)$")
	token, office, revision, office_no = form, id, tonumber(rev), tonumber(no)
	refused = 0
	turn = 0
	math.randomseed(os.time() * 100 + number)
	for i = 1, 10 do math.random() end
	wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
	wrk.headers["Cookie"] = "sid=" .. cookie
	wrk.headers["Origin"] = args[1]
	wrk.headers["Sec-Fetch-Site"] = "same-origin"
end

-- What a browser sends for the page, with four things changed.
function request()
	turn = turn + 1
	local pairs_ = {
		{ "token", token }, { "key", hex(16) },
		{ "revision", tostring(revision) }, { "id", office },
		{ "name", "サンプル商事 第" .. office_no .. "営業所 ｱ" .. turn },
		{ "kana", "さんぷるしょうじえいぎょうしょ" }, { "principal", "" },
		{ "at.zip", "100-8916" }, { "at.pref", "13" },
		{ "at.city", "131016" },
		{ "at.town", "霞が関１－２－" .. (turn % 90 + 1) },
		{ "tel", "03-1234-" .. string.format("%04d", turn % 10000) },
		{ "fax", "" }, { "mail", "bench@example.jp" },
		{ "staff", tostring(100 + turn % 800) },
		{ "business.0.type", "T02" }, { "business.0.detail1", "T02-01" },
		{ "business.0.own", tostring(10 + turn % 50) },
		{ "business.0.external", "3" },
		{ "business.0.note", "窓口の担当と現場の担当" },
		{ "inst.secured", "yes" }, { "inst.name", "見本病院" },
		{ "inst.kana", "みほんびょういん" }, { "inst.at.zip", "1008916" },
		{ "inst.at.pref", "13" }, { "inst.at.city", "131016" },
		{ "inst.at.town", "霞が関３－１" }, { "inst.tel", "0311112222" },
		{ "inst.fax", "" }, { "inst.mail", "" }, { "act", "save" },
	}
	local body = {}
	for i, p in ipairs(pairs_) do
		body[i] = p[1] .. "=" .. encode(p[2])
	end
	return wrk.format("POST", nil, nil, table.concat(body, "&"))
end

-- 303 to the list: saved. Anything else, and to any other place: it was not.
function response(status, headers, body)
	local to = headers["Location"] or ""
	if status == 303 and to:find("/tokutei/offices?saved=", 1, true) then
		revision = revision + 1
	else
		refused = refused + 1
	end
end

function done(summary, latency, requests)
	local e, refused_all = summary.errors, 0
	for _, thread in ipairs(threads) do
		refused_all = refused_all + thread:get("refused")
	end
	print(string.format("result %.1f %.0f %.3f %.3f %d",
		summary.requests / (summary.duration / 1e6),
		summary.bytes / math.max(summary.requests, 1),
		latency:percentile(50) / 1000, latency:percentile(99) / 1000,
		e.connect + e.read + e.write + e.timeout + refused_all))
end
