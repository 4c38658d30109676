/**
 * What people type to find entries, read as the collector reads it: `a | b` finds either, `!word` leaves out, double quotes
 * take both away. Here it only tells what to mark: the collector does the finding.
 */

const MOST_CHARACTERS = 1000;
/** How long a value may become in an address; servers take some thousand characters. */
const MOST_IN_ADDRESS = 4000;

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

/**
 * A search that finds a text wherever it stands, blanks around it aside.
 *
 * @returns {string | null} null when there is none: some mixtures of signs can't be told from those of a search
 */
export function searchFor(text) {
  return [text, `"${text}"`].find((search) => search.length <= MOST_CHARACTERS && canBeAsked(search) && means(search, text)) ?? null;
}

/** Whether a value is short enough for an address. */
export function canBeAsked(value) {
  return value.length <= MOST_IN_ADDRESS && new URLSearchParams({ value }).toString().length <= MOST_IN_ADDRESS;
}

/** Whether a search looks for a text and for nothing else. */
function means(search, text) {
  const phrase = text.trim();
  return phrase !== "" && parts(search, "|").length === 1 && !parts(search, " ").some(isLeftOut) && phraseOf(search) === phrase;
}

function isLeftOut(word) {
  return word.startsWith("!") && word.length > 1;
}

function phraseOf(alternative) {
  return parts(alternative, " ")
    .filter((word) => !isLeftOut(word))
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
