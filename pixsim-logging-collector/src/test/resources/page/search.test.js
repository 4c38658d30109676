import { equal, seeded } from "/tests/check.js";
import { finderOf, phrasesOf, searchFor } from "@page/model/search.js";

export const tests = {
  "words are one phrase": () => equal(phrasesOf("no answer"), ["no answer"]),
  "either of two": () => equal(phrasesOf("a | b"), ["a", "b"]),
  "what is left out is not marked": () => equal(phrasesOf("a !b | !c"), ["a"]),
  "quotes take it away": () => equal(phrasesOf('"a|b" "!c"'), ["a|b !c"]),
  "a quote that is never closed is a character": () => equal(phrasesOf('5" | x'), ['5"', "x"]),
  "nothing in a phrase is a pattern": () => equal("a.b*c(d[e\\f-g".match(finderOf(["b*c(d[e\\f-g"]))[0], "b*c(d[e\\f-g"),
  "nothing to find": () => equal(finderOf(["", ""]), null),
  "a value with signs in it is quoted": () => equal([searchFor("a b"), searchFor("a|b"), searchFor("!a")], ["a b", '"a|b"', '"!a"']),
  "a value with quotes in it is searched for as it stands": () => equal(
    ['5" disk', 'say "hi" now', '"whole"'].map((text) => phrasesOf(searchFor(text))),
    [['5" disk'], ['say "hi" now'], ['"whole"']]),
  "what no search can say has none": () => equal(
    ['5" | x', 'a "b|c" d', "", "  ", "x".repeat(1001), "|".repeat(999), "\u6f22".repeat(1000)].map(searchFor), [null, null, null, null, null, null, null]),
  "what has a search is found by all of itself, whatever it is": () => {
    const next = seeded(5);
    let said = 0;
    for (let i = 0; i < 5000; i++) {
      const text = Array.from({ length: next(9) }, () => 'ab |!"'[next(6)]).join("");
      const search = searchFor(text);
      if (search !== null) {
        said++;
        equal(phrasesOf(`${search} !nothing`), [text.trim()]);
        equal(phrasesOf(search), [text.trim()]);
      }
    }
    equal(said > 2500, true);
  },
};
