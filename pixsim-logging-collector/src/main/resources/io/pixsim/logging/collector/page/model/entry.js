import { compact } from "./json.js";

/** What an entry has a column for, in the order of an answer. */
export const COLUMNS = Object.freeze([
  "level", "service", "env", "msg", "request_id", "trace_id", "job_id", "submission_id", "artifact_id", "generation_id",
  "provider_job_id", "provider_id", "operation_type", "stage", "channel", "domain", "user_id", "error", "error_type",
  "duration_ms", "attempt",
]);

const HAS_COLUMN = new Set(COLUMNS);

/** Fields by which an entry belongs to others, and where those are shown; it is asked for names that entries tell. */
export const TRACED = Object.freeze({ __proto__: null, job_id: "job", request_id: "request", trace_id: "trace" });

/** What tells one event from all others; of no use to people. */
const UID = "event_uid";

/** The value of a field, whether it has a column or not; null when there is none. */
export function fieldOf(entry, name) {
  const value = HAS_COLUMN.has(name) ? entry[name] : null;
  return value ?? (Object.hasOwn(entry.extra ?? {}, name) ? entry.extra[name] : null);
}

/** A value as one line of text. */
export function textOf(value) {
  if (value === null || value === undefined) {
    return "";
  }
  return typeof value === "string" ? value : compact(value);
}

/** What an entry says, in one line: its message, and its error where the message does not tell it. */
export function headline(entry) {
  const message = textOf(entry.msg);
  const error = textOf(entry.error);
  if (error === "" || message.includes(error)) {
    return message;
  }
  return message === "" ? error : `${message}: ${error}`;
}

/** The fields that have a value, columns first; those that are shown elsewhere are left out. */
export function fieldsOf(entry, without) {
  const columns = COLUMNS.filter((name) => entry[name] !== null && entry[name] !== undefined);
  const others = Object.keys(entry.extra ?? {}).filter((name) => name !== UID && !HAS_COLUMN.has(name));
  return [...columns, ...others].filter((name) => !without.includes(name)).map((name) => [name, fieldOf(entry, name)]);
}

/** When an entry happened, in milliseconds with a fraction. */
export function millisOf(entry) {
  const micros = `${entry.timestamp.slice(20, -1)}000000`.slice(3, 6);
  return Date.parse(entry.timestamp) + (entry.timestamp.length > 20 ? Number(micros) / 1000 : 0);
}

/** A command that gives the same answer; a token is named, never told. */
export function curlOf(address, needsToken) {
  const quoted = `'${address.replaceAll("'", "'\\''")}'`;
  return needsToken ? `curl -H "Authorization: Bearer $PIXSIM_COLLECTOR_READ_TOKEN" ${quoted}` : `curl ${quoted}`;
}
