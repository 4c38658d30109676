/** Times and durations as people read them. Times of entries are ISO 8601 in UTC with up to six digits of a fraction. */

const TWO = (number) => String(number).padStart(2, "0");

/** @typedef {"utc" | "local"} Zone */

/** 11-28 12:34:56.789 in two parts, day and time. @param {Zone} zone */
export function dayAndTime(timestamp, zone) {
  if (zone === "utc") {
    const fraction = `${timestamp.slice(20, -1)}000`.slice(0, 3);
    return [timestamp.slice(5, 10), `${timestamp.slice(11, 19)}.${timestamp.length > 20 ? fraction : "000"}`];
  }
  const at = new Date(timestamp);
  const millis = String(at.getMilliseconds()).padStart(3, "0");
  return [`${TWO(at.getMonth() + 1)}-${TWO(at.getDate())}`, `${clock(at)}.${millis}`];
}

/** 2026-11-28 12:34:56.789012 and the zone. @param {Zone} zone */
export function fullTime(timestamp, zone) {
  if (zone === "utc") {
    return `${timestamp.replace("T", " ").replace("Z", "")} UTC`;
  }
  const at = new Date(timestamp);
  const fraction = timestamp.slice(19, -1);
  const minutes = -at.getTimezoneOffset();
  const offset = `${minutes < 0 ? "-" : "+"}${TWO(Math.floor(Math.abs(minutes) / 60))}:${TWO(Math.abs(minutes) % 60)}`;
  return `${at.getFullYear()}-${TWO(at.getMonth() + 1)}-${TWO(at.getDate())} ${clock(at)}${fraction} ${offset}`;
}

/** What an axis says of a time, as fine as the whole of it, which spans so many milliseconds, needs. @param {Zone} zone */
export function axisTime(millis, span, zone) {
  const at = new Date(zone === "utc" ? millis : millis - new Date(millis).getTimezoneOffset() * 60_000).toISOString();
  const day = at.slice(5, 10);
  if (span > 7 * 86_400_000) {
    return day;
  }
  if (span > 86_400_000) {
    return `${day} ${at.slice(11, 16)}`;
  }
  return span > 600_000 ? at.slice(11, 16) : at.slice(11, 19);
}

/** 12 ms, 3.96 s, 2 min 5 s, 3 h 20 min. */
export function duration(millis) {
  if (!Number.isFinite(millis)) {
    return "";
  }
  if (millis < 1000) {
    return `${Math.round(millis)} ms`;
  }
  if (millis < 60_000) {
    return `${(millis / 1000).toFixed(millis < 10_000 ? 2 : 1)} s`;
  }
  const seconds = Math.round(millis / 1000);
  return seconds < 3600
    ? `${Math.floor(seconds / 60)} min ${seconds % 60} s`
    : `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

/** How long ago a time was, roughly. */
export function ago(millis, now) {
  const seconds = Math.max(0, Math.round((now - millis) / 1000));
  if (seconds < 90) {
    return `${seconds} s ago`;
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) {
    return `${minutes} min ago`;
  }
  const hours = Math.round(minutes / 60);
  return hours < 36 ? `${hours} h ago` : `${Math.round(hours / 24)} d ago`;
}

/** A time for an input of the type datetime-local. @param {Zone} zone */
export function inputTime(millis, zone) {
  const at = new Date(zone === "utc" ? millis : millis - new Date(millis).getTimezoneOffset() * 60_000);
  return at.toISOString().slice(0, 19);
}

/** What such an input holds, in milliseconds; NaN when it holds nothing. @param {Zone} zone */
export function ofInput(text, zone) {
  return Date.parse(zone === "utc" && text !== "" ? `${text}Z` : text);
}

function clock(at) {
  return `${TWO(at.getHours())}:${TWO(at.getMinutes())}:${TWO(at.getSeconds())}`;
}
