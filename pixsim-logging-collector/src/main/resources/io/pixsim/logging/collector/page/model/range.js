/** Times to look at: a name such as 1h, up to now, or two times with .. between. */

const MILLIS = Object.freeze({ m: 60_000, h: 3_600_000, d: 86_400_000 });
const ALL = "all";

/** The first and the last time that an entry can have. */
const FIRST_MILLIS = 0;
const LAST_MILLIS = Date.parse("9998-12-31T23:59:59.999Z");

/** What is offered, shortest first. */
export const RANGES = Object.freeze(["5m", "15m", "1h", "6h", "24h", "7d", "30d", ALL]);

/** Whether a range ends now, so that new entries fall into it. */
export function isOpen(range) {
  return !range.includes("..");
}

/** How long a range is in milliseconds; undefined for all times. */
function length(range) {
  const parts = /^(\d{1,4})([mhd])$/.exec(range);
  return parts === null ? undefined : Number(parts[1]) * MILLIS[parts[2]];
}

/**
 * @param {string} range
 * @param {number} now milliseconds since 1970
 * @returns {{start_time?: string, end_time?: string}} as the API takes them
 */
export function boundsOf(range, now) {
  if (!isOpen(range)) {
    const [from, to] = range.split("..");
    return { ...(valid(from) && { start_time: from }), ...(valid(to) && { end_time: to }) };
  }
  const millis = length(range);
  return millis === undefined ? {} : { start_time: new Date(now - millis).toISOString() };
}

/** A range from one time to another, both in milliseconds, in either order; as much of it as there can be entries in. */
export function rangeBetween(one, other) {
  return `${written(Math.min(one, other))}..${written(Math.max(one, other))}`;
}

/** A range that ends just before a time: entries have microseconds, and both ends of a range count. */
export function rangeUntil(from, end) {
  return `${written(from)}..${written(end - 1).replace("Z", "999Z")}`;
}

function written(millis) {
  return new Date(Math.max(FIRST_MILLIS, Math.min(LAST_MILLIS, millis))).toISOString();
}

/** The range before or after one, as long as it; the direction is -1 or 1. Where there can be no entries, it is the same. */
export function shifted(range, direction, now) {
  const [from, to] = ends(range, now);
  if (Number.isNaN(from)) {
    return range;
  }
  const by = (to - from) * direction;
  return to + by <= FIRST_MILLIS || from + by >= LAST_MILLIS ? range : rangeBetween(from + by, to + by);
}

/** A range with the same middle, twice as long. */
export function widened(range, now) {
  const [from, to] = ends(range, now);
  const by = (to - from) / 2;
  return Number.isNaN(from) ? range : rangeBetween(from - by, Math.min(to + by, Math.max(now, to)));
}

function ends(range, now) {
  if (isOpen(range)) {
    return [now - (length(range) ?? NaN), now];
  }
  const { start_time: from, end_time: to } = boundsOf(range, now);
  return [from ? Date.parse(from) : NaN, to ? Date.parse(to) : now];
}

function valid(text) {
  return text !== "" && !Number.isNaN(Date.parse(text));
}
