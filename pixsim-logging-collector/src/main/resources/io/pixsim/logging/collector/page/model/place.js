import { COLUMNS, textOf } from "./entry.js";
import { canBeAsked, searchFor } from "./search.js";

/**
 * Where the page is: all that a link to what one sees must hold. It stands behind the # of the address, which is sent to no
 * server.
 */

/** What entries can be filtered by, in the order in which it is offered; names are those of the API. */
export const FILTERS = Object.freeze([
  "service", "level", "min_level", "stage", "stage_prefix", "provider_id", "operation_type", "job_id", "request_id", "trace_id",
  "user_id", "error_type", "channel", "domain", "env", "submission_id", "artifact_id", "generation_id", "provider_job_id",
  "attempt", "msg", "error", "search",
]);

const VIEWS = Object.freeze(["logs", "jobs", "trace", "overview", "system"]);
const TRACES = Object.freeze(["job", "request", "trace"]);

export const DEFAULT_RANGE = "24h";

/**
 * @typedef {object} Place
 * @property {string} view one of the views
 * @property {string} kind of a trace: job, request or trace
 * @property {string} id of a trace
 * @property {Object<string, string>} filter by name; without empty ones
 * @property {string} range a name such as 1h, or two times with .. between
 * @property {boolean} live whether new entries are shown as they come
 * @property {string} highlight what is marked without being filtered by
 * @property {string[]} columns what the list shows; empty for the usual ones
 * @property {string} entry the id of the entry that is looked at closely
 * @property {string} around the id of the entry whose neighbours are shown
 */

/** @returns {Place} */
export function placeOf(view, more = {}) {
  return {
    view, kind: "", id: "", filter: {}, range: DEFAULT_RANGE, live: true, highlight: "", columns: [], entry: "", around: "",
    ...more,
  };
}

/** @returns {Place} what an address means; what it gets wrong is left out */
export function readPlace(hash) {
  const [path, query = ""] = split(hash.replace(/^#?\/?/, ""), "?");
  const [view, kind = "", ...id] = path.split("/").map(decoded);
  const given = new URLSearchParams(query);
  const place = placeOf(VIEWS.includes(view) ? view : "logs", { filter: readFilter(given) });
  if (place.view === "trace") {
    place.kind = TRACES.includes(kind) ? kind : "job";
    place.id = id.join("/");
  }
  place.range = given.get("range") || DEFAULT_RANGE;
  place.live = given.get("live") !== "0";
  place.highlight = given.get("highlight") ?? "";
  place.columns = (given.get("columns") ?? "").split(",").filter((name) => name !== "");
  place.entry = number(given.get("entry"));
  place.around = number(given.get("around"));
  return place;
}

/** @param {Place} place @returns {string} the part of the address behind the #, with it */
export function writePlace(place) {
  const query = new URLSearchParams();
  for (const name of FILTERS) {
    put(query, name, place.filter[name]);
  }
  put(query, "range", place.range === DEFAULT_RANGE ? "" : place.range);
  put(query, "live", place.live ? "" : "0");
  put(query, "highlight", place.highlight);
  put(query, "columns", place.columns.join(","));
  put(query, "entry", place.entry);
  put(query, "around", place.around);
  const trace = place.view === "trace" ? `/${place.kind}/${encodeURIComponent(place.id)}` : "";
  const text = query.toString();
  return `#/${place.view}${trace}${text === "" ? "" : `?${text}`}`;
}

/** The same filter with one name set, or without it when the value is empty. */
export function withFilter(filter, name, value) {
  const { [name]: before, ...others } = filter;
  return value === "" || value === undefined ? others : { ...others, [name]: value };
}

/**
 * The same filter for entries with one value of a field; of a field without a column, for those that hold it somewhere.
 *
 * @returns {Object<string, string> | null} null when no filter says that
 */
export function withOnly(filter, name, value) {
  const text = textOf(value);
  if (COLUMNS.includes(name)) {
    return FILTERS.includes(name) && text !== "" && canBeAsked(text) ? withFilter(filter, name, text) : null;
  }
  // Within JSON a search finds texts: a quote in one is not the quote around one.
  const search = typeof value === "string" || !text.includes('"') ? searchFor(text) : null;
  return search === null ? null : withFilter(filter, "search", search);
}

function readFilter(given) {
  const filter = {};
  for (const name of FILTERS) {
    if (given.get(name)) {
      filter[name] = given.get(name);
    }
  }
  return filter;
}

function put(query, name, value) {
  if (value) {
    query.set(name, value);
  }
}

function split(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function number(text) {
  return /^\d{1,18}$/.test(text ?? "") ? text : "";
}
