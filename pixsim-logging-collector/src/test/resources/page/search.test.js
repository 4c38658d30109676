import { equal } from "/tests/check.js";
import { finderOf, phrasesOf, searchFor } from "@page/model/search.js";

export const tests = {
  "words are one phrase": () => equal(phrasesOf("no answer"), ["no answer"]),
  "either of two": () => equal(phrasesOf("a | b"), ["a", "b"]),
  "what is left out is not marked": () => equal(phrasesOf("a !b | !c"), ["a"]),
  "quotes take it away": () => equal(phrasesOf('"a|b" "!c"'), ["a|b !c"]),
  "a quote that is never closed is a character": () => equal(phrasesOf('5" | x'), ['5"', "x"]),
  "nothing in a phrase is a pattern": () => equal("a.b*c(d[e\\f-g".match(finderOf(["b*c(d[e\\f-g"]))[0], "b*c(d[e\\f-g"),
  "nothing to find": () => equal(finderOf(["", ""]), null),
  "a value with signs in it is quoted": () => equal([searchFor("a b"), searchFor("a|b")], ["a b", '"a|b"']),
};
