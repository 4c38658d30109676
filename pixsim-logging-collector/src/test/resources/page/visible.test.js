import { equal, seeded } from "/tests/check.js";
import { piecesOf, spelled, withHits } from "@page/model/visible.js";
import { finderOf } from "@page/model/search.js";

const marks = (text, keeps = false) => piecesOf(text, keeps).map((piece) => piece.mark ?? piece.raw);
const joined = (pieces) => pieces.map((piece) => piece.raw).join("");

export const tests = {
  "plain text is one piece": () => equal(marks("hello, wörld 漢字 עברית"), ["hello, wörld 漢字 עברית"]),
  "an override of direction is a mark": () => equal(marks("a\u202eb"), ["a", "RLO", "b"]),
  "a sequence for a terminal is one mark": () => equal(marks("\u001b[31mred\u001b[0m"), ["ESC[31m", "red", "ESC[0m"]),
  "controls are marks": () => equal(marks("\0\u0007\r\n\t\u007f\u0085"), ["NUL", "U+0007", "CR", "LF", "TAB", "DEL", "U+0085"]),
  "lines and tabs stay where there is room for them": () => equal(marks("a\n\tb\r", true), ["a\n\tb", "CR"]),
  "what has no width is a mark": () => equal(marks("a\u200bb\ufeffc\u2060\u{e0041}"), ["a", "ZWSP", "b", "BOM", "c", "WJ", "U+E0041"]),
  "half a pair is a mark, a pair is not": () => equal(marks("\ud800x😀"), ["U+D800", "x😀"]),
  "emoji that are joined stay joined": () => equal(marks("👩‍💻 👨‍👩‍👧"), ["👩‍💻 👨‍👩‍👧"]),
  "a joiner between letters is a mark": () => equal(marks("a\u200db"), ["a", "ZWJ", "b"]),
  "where there is room for a text alone, marks are words": () =>
    equal([spelled("a\u202eb"), spelled("one\ntwo"), spelled("plain")], ["a[RLO]b", "one[LF]two", "plain"]),
  "hits are cut out": () => equal(withHits(piecesOf("a needle b", false), finderOf(["NEEDLE"])),
    [{ raw: "a " }, { raw: "needle", hit: true }, { raw: " b" }]),
  "a hit reaches over marks": () => equal(withHits(piecesOf("ab\u202ecd", false), finderOf(["b\u202ec"])),
    [{ raw: "a" }, { raw: "b", hit: true }, { raw: "\u202e", mark: "RLO", hit: true }, { raw: "c", hit: true }, { raw: "d" }]),
  "pieces are the text, whatever it is": () => {
    const next = seeded(3);
    for (let i = 0; i < 2000; i++) {
      const text = String.fromCharCode(...Array.from({ length: next(30) }, () => (next(3) === 0 ? next(0x10000) : next(0x80))));
      for (const keeps of [true, false]) {
        equal(joined(piecesOf(text, keeps)), text);
        equal(joined(withHits(piecesOf(text, keeps), finderOf([text.slice(2, 4), "a"]))), text);
      }
    }
  },
};
