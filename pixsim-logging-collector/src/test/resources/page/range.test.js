import { equal } from "/tests/check.js";
import { boundsOf, isOpen, rangeBetween, rangeUntil, shifted, widened } from "@page/model/range.js";

const NOW = Date.parse("2026-11-28T12:00:00Z");

export const tests = {
  "a name reaches up to now": () => equal(boundsOf("1h", NOW), { start_time: "2026-11-28T11:00:00.000Z" }),
  "all times have no bounds": () => equal(boundsOf("all", NOW), {}),
  "two times are bounds": () => equal(boundsOf("2026-11-28T10:00:00Z..2026-11-28T11:00:00Z", NOW),
    { start_time: "2026-11-28T10:00:00Z", end_time: "2026-11-28T11:00:00Z" }),
  "what is no time is no bound": () => equal(boundsOf("x..y", NOW), {}),
  "a range with an end is not open": () => equal([isOpen("1h"), isOpen("a..b")], [true, false]),
  "dragging backwards is as good": () => equal(rangeBetween(NOW, NOW - 1000), rangeBetween(NOW - 1000, NOW)),
  "a range up to a time holds the microsecond before it, and not the time": () => {
    const range = rangeUntil(NOW, NOW + 60_000);
    equal(range, "2026-11-28T12:00:00.000Z..2026-11-28T12:00:59.999999Z");
    equal(boundsOf(range, NOW), { start_time: "2026-11-28T12:00:00.000Z", end_time: "2026-11-28T12:00:59.999999Z" });
  },
  "no range reaches to where no time can be": () => {
    let [wide, earlier, later] = ["30d", "30d", "30d"];
    for (let i = 0; i < 1000; i++) {
      [wide, earlier, later] = [widened(wide, NOW), shifted(earlier, -1, NOW), shifted(later, 1, NOW)];
    }
    equal(wide, "1970-01-01T00:00:00.000Z..2026-11-28T12:00:00.000Z");
    equal(boundsOf(earlier, NOW).start_time, "1970-01-01T00:00:00.000Z");
    equal(Date.parse(boundsOf(earlier, NOW).end_time) > 0, true);
    equal(rangeBetween(-9e15, 9e15), "1970-01-01T00:00:00.000Z..9998-12-31T23:59:59.999Z");
    for (let i = 0; i < 2000; i++) {
      later = shifted(widened(later, NOW), 1, NOW);
    }
    equal(later.endsWith("..9998-12-31T23:59:59.999Z"), true);
  },
  "earlier is as long": () => equal(shifted("1h", -1, NOW), "2026-11-28T10:00:00.000Z..2026-11-28T11:00:00.000Z"),
  "all times have nothing before them": () => equal(shifted("all", -1, NOW), "all"),
  "wider is twice as long, and never in the future": () => equal(widened("1h", NOW), "2026-11-28T10:30:00.000Z..2026-11-28T12:00:00.000Z"),
};
