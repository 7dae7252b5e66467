-- get.lua - for wrk: the same page again and again; says what run.sh reads.
function done(summary, latency, requests)
	local e = summary.errors
	print(string.format("result %.1f %.0f %.3f %.3f %d",
		summary.requests / (summary.duration / 1e6),
		summary.bytes / math.max(summary.requests, 1),
		latency:percentile(50) / 1000, latency:percentile(99) / 1000,
		e.connect + e.read + e.write + e.status + e.timeout))
end
