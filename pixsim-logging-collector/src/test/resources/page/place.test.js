import { equal } from "/tests/check.js";
import { placeOf, readPlace, withFilter, writePlace } from "@page/model/place.js";

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
  "an empty value takes a filter away": () => equal(withFilter({ a: "1", b: "2" }, "a", ""), { b: "2" }),
};
