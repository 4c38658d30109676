import { h } from "../preact.js";
import { piecesOf, withHits } from "../model/visible.js";

const MOST_IN_ROW = 600;
const MOST_IN_DETAIL = 50_000;

/**
 * Text of an entry: nodes of text and nothing else. What can't be seen is a mark.
 *
 * @param {{text: string, finder?: RegExp | null, lines?: boolean}} given with lines, line feeds and all of a long text
 */
export function Text({ text, finder = null, lines = false }) {
  const most = lines ? MOST_IN_DETAIL : MOST_IN_ROW;
  const shown = text.length > most ? text.slice(0, most) : text;
  const pieces = withHits(piecesOf(shown, lines), finder).map(drawn);
  return h("span", { class: "text", dir: "ltr" }, pieces,
    text.length > most ? h("span", { class: "more" }, ` … ${text.length - most} more characters`) : null);
}

function drawn(piece, index) {
  const shown = piece.mark === undefined
    ? piece.raw
    : h("span", { key: index, class: "hidden-mark", "data-raw": piece.raw, title: `hidden: ${piece.mark}` }, piece.mark);
  return piece.hit ? h("mark", { key: index }, shown) : shown;
}
