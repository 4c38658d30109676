import { equal } from "/tests/check.js";
import { boundsOf, isOpen, rangeBetween, shifted, widened } from "@page/model/range.js";

const NOW = Date.parse("2026-11-28T12:00:00Z");

export const tests = {
  "a name reaches up to now": () => equal(boundsOf("1h", NOW), { start_time: "2026-11-28T11:00:00.000Z" }),
  "all times have no bounds": () => equal(boundsOf("all", NOW), {}),
  "two times are bounds": () => equal(boundsOf("2026-11-28T10:00:00Z..2026-11-28T11:00:00Z", NOW),
    { start_time: "2026-11-28T10:00:00Z", end_time: "2026-11-28T11:00:00Z" }),
  "what is no time is no bound": () => equal(boundsOf("x..y", NOW), {}),
  "a range with an end is not open": () => equal([isOpen("1h"), isOpen("a..b")], [true, false]),
  "dragging backwards is as good": () => equal(rangeBetween(NOW, NOW - 1000), rangeBetween(NOW - 1000, NOW)),
  "earlier is as long": () => equal(shifted("1h", -1, NOW), "2026-11-28T10:00:00.000Z..2026-11-28T11:00:00.000Z"),
  "all times have nothing before them": () => equal(shifted("all", -1, NOW), "all"),
  "wider is twice as long, and never in the future": () => equal(widened("1h", NOW), "2026-11-28T10:30:00.000Z..2026-11-28T12:00:00.000Z"),
};
