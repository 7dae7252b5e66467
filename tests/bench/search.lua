-- search.lua - for wrk: searches of the public register, one after the other and
-- each another one, as people ask: a part of a name that many have or few or
-- one, its reading, one that nobody has; a type, a prefecture, a municipality;
-- and both. Each begins behind a business of its own, so that no copy of a page
-- can answer it.
--
--	wrk … -- BUSINESSES SEED
local heads = { "見本", "サンプル", "例示", "試作", "架空", "仮設", "模型",
	"雛形", "練習", "実演", "下書", "見取" }
local trades = { "運輸", "商事", "製薬", "銀行", "電力", "瓦斯", "水道", "通信",
	"放送", "食品", "石油", "鉄道", "航空", "海運", "介護", "福祉", "倉庫",
	"印刷", "建設", "警備" }
local readings = { "みほん", "さんぷる", "れいじ", "うんゆ", "せいやく",
	"でんりょく", "しょくひん", "みほんしょうじ", "もけいつうしん" }
local places = { "01&city=011045", "10&city=102016", "13&city=131016",
	"14&city=141011", "20&city=202011", "27&city=271021", "34&city=341011",
	"40&city=401013", "47&city=472018" }

local function encode(text)
	return (text:gsub("[^%w%-._~]", function(c)
		return string.format("%%%02X", c:byte())
	end))
end

local function any(list) return list[math.random(#list)] end
local function type_() return string.format("T%02d", math.random(17)) end
local function pref() return string.format("%02d", math.random(47)) end

local kinds = {
	function() return "name=" .. encode(any(heads)) end,
	function() return "name=" .. encode(any(trades)) end,
	function() return "name=" .. encode(any(heads) .. any(trades)) end,
	function() return "name=" .. encode(any(readings)) end,
	function() return "name=" .. math.random(businesses) end,
	function() return "name=" .. encode(any(trades) .. any(heads)) end,
	function() return "type=" .. type_() end,
	function() return "pref=" .. pref() end,
	function() return "pref=" .. any(places) end,
	function() return "type=" .. type_() .. "&pref=" .. pref() end,
	function() return "type=" .. type_() .. "&pref=" .. any(places) end,
	function()
		return "name=" .. encode(any(heads)) .. "&pref=" .. pref()
	end,
	function()
		return "name=" .. encode(any(trades)) .. "&type=" .. type_() ..
			"&pref=" .. any(places)
	end,
}

function init(args)
	businesses = tonumber(args[1])
	math.randomseed(tonumber(args[2]) * 1000)
	for i = 1, 10 do math.random() end
end

function request()
	return wrk.format("GET", string.format("%s?%s&before=R-2026-%07d",
		wrk.path, any(kinds)(), math.random(businesses)))
end

function done(summary, latency, requests)
	local e = summary.errors
	print(string.format("result %.1f %.0f %.3f %.3f %d",
		summary.requests / (summary.duration / 1e6),
		summary.bytes / math.max(summary.requests, 1),
		latency:percentile(50) / 1000, latency:percentile(99) / 1000,
		e.connect + e.read + e.write + e.status + e.timeout))
end
