/**
 * Text as it can be shown: what would be invisible, move other characters or end a line is a mark with a name. The marks and
 * the texts between them, one after the other, are the text again, character for character.
 */

/**
 * @typedef {object} Piece
 * @property {string} raw the characters
 * @property {string} [mark] what is shown in their place, when they are not shown as they are
 * @property {boolean} [hit] whether a search found them
 */

// In this order: a sequence that colours a terminal or moves its cursor; controls; soft hyphen and what fills without being
// seen; marks and overrides of direction, separators of lines; tags and variations; a joiner that joins no emoji; half a pair.
const HIDDEN = new RegExp(
  "\\u001b(?:\\[[0-?]*[ -/]*[@-~])?"
    + "|[\\u0000-\\u001f\\u007f-\\u009f]"
    + "|[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200c\\u200e\\u200f\\u2028-\\u202e"
    + "\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb\\u{e0000}-\\u{e0fff}]"
    + "|(?<![\\p{Extended_Pictographic}\\u{fe0f}\\u{1f3fb}-\\u{1f3ff}])\\u200d"
    + "|[\\ud800-\\udfff]",
  "gu",
);

const NAMES = new Map(Object.entries({
  "\0": "NUL", "\b": "BS", "\t": "TAB", "\n": "LF", "\v": "VT", "\f": "FF", "\r": "CR", "\u001b": "ESC", "\u007f": "DEL",
  "\u00ad": "SHY", "\u061c": "ALM", "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\u200e": "LRM", "\u200f": "RLM",
  "\u2028": "LSEP", "\u2029": "PSEP", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
  "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\ufeff": "BOM",
}));
const LINE_PARTS = new Set(["\n", "\t"]);

/**
 * @param {string} text
 * @param {boolean} keepsLines whether a line feed and a tab are shown as what they are
 * @returns {Piece[]}
 */
export function piecesOf(text, keepsLines) {
  const pieces = [];
  let end = 0;
  for (const { 0: raw, index } of text.matchAll(HIDDEN)) {
    if (keepsLines && LINE_PARTS.has(raw)) {
      continue;
    }
    if (index > end) {
      pieces.push({ raw: text.slice(end, index) });
    }
    pieces.push({ raw, mark: nameOf(raw) });
    end = index + raw.length;
  }
  if (end < text.length) {
    pieces.push({ raw: text.slice(end) });
  }
  return pieces;
}

/** Text for where no marks can be drawn, such as a title: each is its name. */
export function spelled(text) {
  return piecesOf(text, false).map(({ raw, mark }) => (mark === undefined ? raw : `[${mark}]`)).join("");
}

/**
 * The same pieces, cut where a search begins and ends to find something.
 *
 * @param {Piece[]} pieces
 * @param {RegExp | null} finder global
 * @returns {Piece[]}
 */
export function withHits(pieces, finder) {
  if (finder === null) {
    return pieces;
  }
  const text = pieces.map((piece) => piece.raw).join("");
  const hits = [...text.matchAll(finder)].map((hit) => [hit.index, hit.index + hit[0].length]);
  let at = 0;
  return hits.length === 0 ? pieces : pieces.flatMap((piece) => {
    const from = at;
    at += piece.raw.length;
    const inside = hits.filter(([begin, end]) => begin < at && end > from);
    return piece.mark === undefined ? cut(piece.raw, from, inside) : { ...piece, hit: inside.length > 0 };
  });
}

function cut(raw, from, hits) {
  const parts = [];
  let done = 0;
  for (const [begin, end] of hits) {
    const first = Math.max(0, begin - from);
    const last = Math.min(raw.length, end - from);
    if (first > done) {
      parts.push({ raw: raw.slice(done, first) });
    }
    parts.push({ raw: raw.slice(first, last), hit: true });
    done = last;
  }
  if (done < raw.length) {
    parts.push({ raw: raw.slice(done) });
  }
  return parts;
}

function nameOf(raw) {
  if (raw.length > 1 && raw[0] === "\u001b") {
    return `ESC${raw.slice(1)}`;
  }
  return NAMES.get(raw) ?? `U+${raw.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
