/**
 * What people type to find entries, read as the collector reads it: `a | b` finds either, `!word` leaves out, double quotes
 * take both away. Here it only tells what to mark: the collector does the finding.
 */

/** @returns {string[]} the phrases that an entry may have been found by */
export function phrasesOf(search) {
  return parts(search, "|").map(phraseOf).filter((phrase) => phrase !== "");
}

/**
 * What finds any of some phrases in a text, in any case.
 *
 * @param {string[]} phrases
 * @returns {RegExp | null} global, or null when there is nothing to find
 */
export function finderOf(phrases) {
  const sources = phrases.filter((phrase) => phrase !== "").map((phrase) => phrase.replace(/[$()*+./?[\\\]^{|}]/gu, "\\$&"));
  return sources.length === 0 ? null : new RegExp(sources.join("|"), "giu");
}

/** A search that finds a text wherever it stands, whatever is in it. */
export function searchFor(text) {
  return /[|!"]/.test(text) ? `"${text}"` : text;
}

function phraseOf(alternative) {
  return parts(alternative, " ")
    .filter((word) => !(word.startsWith("!") && word.length > 1))
    .map((word) => (word.length > 2 && word.startsWith('"') && word.endsWith('"') ? word.slice(1, -1) : word))
    .join(" ")
    .trim();
}

/** The parts between separators, those in double quotes not counted; a quote that is never closed is a character. */
function parts(text, separator) {
  const found = [];
  let quoted = false;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') {
      quoted = !quoted && text.indexOf('"', i + 1) > 0;
    } else if (text[i] === separator && !quoted) {
      found.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...found, text.slice(start)];
}
