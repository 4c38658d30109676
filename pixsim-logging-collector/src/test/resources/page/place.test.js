import { equal } from "/tests/check.js";
import { placeOf, readPlace, withFilter, withOnly, writePlace } from "@page/model/place.js";

export const tests = {
  "a place survives its address": () => {
    const places = [
      placeOf("logs"), placeOf("jobs", { range: "7d" }), placeOf("trace", { kind: "request", id: "a/b ?#%41 ü" }), placeOf("overview"),
      placeOf("logs", { filter: { service: "a&b=c", min_level: "error", search: '"x|y" !z +' }, range: "2026-01-01T00:00:00.000Z..2026-01-02T00:00:00.000Z",
        live: false, highlight: "h#", columns: ["timestamp", "msg"], entry: "12", around: "11" }),
    ];
    places.forEach((place) => equal(readPlace(writePlace(place)), place));
  },
  "the usual is not written": () => equal(writePlace(placeOf("logs")), "#/logs"),
  "what is wrong is left out": () => equal(readPlace("#/nowhere?entry=x&service=&nonsense=1&%zz"), placeOf("logs")),
  "no address is the list": () => equal(readPlace(""), placeOf("logs")),
  "a column is filtered by its value": () => equal(withOnly({ service: "a" }, "job_id", 7), { service: "a", job_id: "7" }),
  "what has no column is searched for": () => equal(
    [withOnly({}, "text", "a|b"), withOnly({}, "number", 77), withOnly({}, "list", [1, 2]), withOnly({}, "isLate", true), withOnly({}, "min_level", "x")],
    [{ search: '"a|b"' }, { search: "77" }, { search: "[1,2]" }, { search: "true" }, { search: "x" }]),
  "no filter is offered that would find something else": () => equal(
    [withOnly({}, "object", { a: 1 }), withOnly({}, "list", ["a"]), withOnly({}, "text", "x".repeat(1001)), withOnly({}, "msg", "x".repeat(20_000)),
      withOnly({}, "msg", ""), withOnly({}, "duration_ms", 12)],
    [null, null, null, null, null, null]),
  "an empty value takes a filter away": () => equal(withFilter({ a: "1", b: "2" }, "a", ""), { b: "2" }),
};
