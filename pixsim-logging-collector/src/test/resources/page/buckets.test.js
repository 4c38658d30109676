import { equal } from "/tests/check.js";
import { bucketsOf, largest, levelTotals, stackOf, ticksOf } from "@page/model/buckets.js";
import { bytes, grouped, percent, slowestOf, successOf } from "@page/model/overview.js";
import { axisTime, dayAndTime, duration, fullTime, inputTime, ofInput } from "@page/model/time.js";

const STATS = { start_time: "2026-11-28T10:00:30Z", end_time: "2026-11-28T10:03:10Z", interval_seconds: 60,
  buckets: [{ timestamp: "2026-11-28T10:01:00Z", count: 100, levels: { info: 99, error: 1 } }] };

export const tests = {
  "times without entries are there": () => equal(bucketsOf(STATS).buckets.map((bucket) => bucket.count), [0, 100, 0, 0]),
  "the worst is at the bottom and never too thin to see": () => {
    const [worst, rest] = stackOf({ levels: { info: 999, error: 1 } }, 1000, 50);
    equal([worst.level, worst.height, worst.y + worst.height, rest.y >= 0], ["error", 1, 50, true]);
  },
  "levels add up": () => equal(levelTotals(STATS).info, 99),
  "ticks are round": () => equal(ticksOf(Date.parse("2026-11-28T10:00:30Z"), Date.parse("2026-11-28T10:50:00Z"), 6).map((at) => axisTime(at, 3_000_000, "utc")),
    ["10:10", "10:20", "10:30", "10:40", "10:50"]),
  "the most frequent first": () => equal(largest({ a: 1, b: 3, c: 2 }, 2), [["b", 3], ["c", 2]]),
  "providers by how often they fail": () => equal(successOf({ a: 9, b: 5 }, { a: 1, c: 2 }).map((one) => [one.provider, percent(one.rate)]),
    [["c", "0 %"], ["a", "90 %"], ["b", "100 %"]]),
  "nearly all is not all": () => equal(percent(0.9999), "99.9 %"),
  "the slowest first": () => equal(slowestOf({ a: { count: 1, p50: 1, p95: 2 }, b: { count: 1, p50: 1, p95: 9 } }, 1).map((one) => one.stage), ["b"]),
  "numbers for people": () => equal([grouped(1234567), bytes(999), bytes(12_300_000)], ["1,234,567", "999 B", "12.3 MB"]),
  "durations for people": () => equal([duration(12), duration(3960), duration(125_000), duration(12_000_000), duration(NaN)],
    ["12 ms", "3.96 s", "2 min 5 s", "3 h 20 min", ""]),
  "times to the millisecond, and in full": () => equal(
    [dayAndTime("2026-11-28T12:34:56.7Z", "utc"), dayAndTime("2026-11-28T12:34:56Z", "utc"), fullTime("2026-11-28T12:34:56.789012Z", "utc")],
    [["11-28", "12:34:56.700"], ["11-28", "12:34:56.000"], "2026-11-28 12:34:56.789012 UTC"]),
  "what is typed is read back": () => equal(["utc", "local"].map((zone) => ofInput(inputTime(1_700_000_000_000, zone), zone)), [1_700_000_000_000, 1_700_000_000_000]),
};
