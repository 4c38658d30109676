import { equal } from "/tests/check.js";
import { isAtEnd, scrolledTo, windowOf } from "@page/model/window.js";

export const tests = {
  "the beginning": () => equal(windowOf({ top: 0, height: 100, row: 20, count: 1000, spare: 2 }), { first: 0, end: 7 }),
  "the middle": () => equal(windowOf({ top: 2010, height: 100, row: 20, count: 1000, spare: 2 }), { first: 98, end: 108 }),
  "the end": () => equal(windowOf({ top: 19900, height: 100, row: 20, count: 1000, spare: 2 }), { first: 993, end: 1000 }),
  "nothing": () => equal(windowOf({ top: 0, height: 100, row: 20, count: 0, spare: 2 }), { first: 0, end: 0 }),
  "scrolled beyond what is left": () => equal(windowOf({ top: 9000, height: 100, row: 20, count: 10, spare: 2 }), { first: 8, end: 10 }),
  "a row in sight moves nothing": () => equal(scrolledTo(3, { top: 40, height: 100, row: 20 }), 40),
  "a row above": () => equal(scrolledTo(1, { top: 40, height: 100, row: 20 }), 20),
  "a row below": () => equal(scrolledTo(10, { top: 40, height: 100, row: 20 }), 120),
  "the end is the end": () => equal([isAtEnd({ top: 900, height: 100, row: 20, count: 50 }), isAtEnd({ top: 850, height: 100, row: 20, count: 50 })], [true, false]),
};
