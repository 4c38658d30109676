/** What a person likes, kept in the browser: looks, columns, presets. Never a token, never anything of an entry. */

const KEY = "pixsim-logs";

/**
 * @typedef {object} Settings
 * @property {"auto" | "light" | "dark"} theme
 * @property {import("../model/time.js").Zone} zone
 * @property {string[]} columns
 * @property {{name: string, address: string}[]} presets
 * @property {boolean} facets whether the counts beside the list are shown
 */
const DEFAULTS = Object.freeze({ theme: "auto", zone: "utc", columns: [], presets: [], facets: true });

/** @returns {Settings} what was kept; the usual where there is nothing, or nothing of the right kind */
export function readSettings() {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    // A browser that keeps nothing, or what someone else wrote there.
  }
  return {
    theme: ["light", "dark"].includes(kept.theme) ? kept.theme : DEFAULTS.theme,
    zone: kept.zone === "local" ? "local" : DEFAULTS.zone,
    columns: Array.isArray(kept.columns) ? kept.columns.map(String) : DEFAULTS.columns,
    presets: Array.isArray(kept.presets) ? kept.presets.filter(isPreset) : DEFAULTS.presets,
    facets: kept.facets !== false,
  };
}

/** @param {Settings} settings */
export function keepSettings(settings) {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // They hold until the page is closed.
  }
}

function isPreset(preset) {
  return typeof preset?.name === "string" && typeof preset?.address === "string" && preset.address.startsWith("#/");
}
