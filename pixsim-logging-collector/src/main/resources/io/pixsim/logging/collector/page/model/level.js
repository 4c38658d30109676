/** Levels, compared as the API compares them: in any case, by their aliases. */

/** From the least to the worst. */
export const LEVELS = Object.freeze(["debug", "info", "warning", "error", "critical"]);

const ALIASES = Object.freeze({ __proto__: null, trace: "debug", warn: "warning", err: "error", crit: "critical", fatal: "critical" });
const TAGS = Object.freeze({ debug: "DBG", info: "INF", warning: "WRN", error: "ERR", critical: "CRT" });

/** The level that a text means; info when nobody knows it. */
export function levelOf(text) {
  const lower = String(text ?? "").trim().toLowerCase();
  return LEVELS.includes(lower) ? lower : (ALIASES[lower] ?? "info");
}

/** Three letters of a level, all of the same width. */
export function tagOf(level) {
  return TAGS[level];
}

export function isAtLeast(text, level) {
  return LEVELS.indexOf(levelOf(text)) >= LEVELS.indexOf(level);
}
