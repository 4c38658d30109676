import { h } from "../preact.js";
import { piecesOf, withHits } from "../model/visible.js";

const MOST_IN_ROW = 600;
const MOST_IN_DETAIL = 50_000;

const BEFORE_HIT = 60;

/**
 * Text of an entry: nodes of text and nothing else. What can't be seen is a mark. Of a text that is too long for where it
 * stands, the part is shown that a search found.
 *
 * @param {{text: string, finder?: RegExp | null, lines?: boolean}} given with lines, line feeds and all of a long text
 */
export function Text({ text, finder = null, lines = false }) {
  const most = lines ? MOST_IN_DETAIL : MOST_IN_ROW;
  const from = text.length > most ? beginning(text, finder, most) : 0;
  const shown = text.slice(from, from + most);
  const after = text.length - from - shown.length;
  return h("span", { class: "text", dir: "ltr" },
    from > 0 ? h("span", { class: "more" }, "… ") : null,
    withHits(piecesOf(shown, lines), finder).map(drawn),
    after > 0 ? h("span", { class: "more" }, ` … ${after} more characters`) : null);
}

function beginning(text, finder, most) {
  const hit = finder === null ? -1 : text.search(finder);
  return hit + BEFORE_HIT < most ? 0 : hit - BEFORE_HIT;
}

function drawn(piece, index) {
  const shown = piece.mark === undefined
    ? piece.raw
    : h("span", { key: index, class: "hidden-mark", "data-raw": piece.raw, title: `hidden: ${piece.mark}` }, piece.mark);
  return piece.hit ? h("mark", { key: index }, shown) : shown;
}
