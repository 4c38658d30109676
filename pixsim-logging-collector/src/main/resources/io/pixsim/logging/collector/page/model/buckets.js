import { LEVELS } from "./level.js";

/**
 * @typedef {object} Bucket
 * @property {number} from when it begins, in milliseconds
 * @property {number} count
 * @property {Object<string, number>} levels
 */

/** @returns {{from: number, to: number, width: number, most: number, buckets: Bucket[]}} counts over time, empty times too */
export function bucketsOf(stats) {
  const width = stats.interval_seconds * 1000;
  const from = Math.floor(Date.parse(stats.start_time) / width) * width;
  const to = Date.parse(stats.end_time);
  const byTime = new Map(stats.buckets.map((bucket) => [Date.parse(bucket.timestamp), bucket]));
  const buckets = [];
  for (let at = from; at <= to; at += width) {
    const { count = 0, levels = {} } = byTime.get(at) ?? {};
    buckets.push({ from: at, count, levels });
  }
  return { from, to: from + buckets.length * width, width, most: buckets.reduce((most, one) => Math.max(most, one.count), 1), buckets };
}

/**
 * The levels of a bucket one upon the other, the worst at the bottom, where it is seen. One that is there is never thinner than
 * a pixel.
 *
 * @returns {{level: string, y: number, height: number}[]} from the top of a picture so many pixels high
 */
export function stackOf(bucket, most, height) {
  let bottom = height;
  return [...LEVELS].reverse().filter((level) => bucket.levels[level] > 0).map((level) => {
    const part = Math.max(1, (bucket.levels[level] / most) * (height - LEVELS.length));
    bottom -= part;
    return { level, y: bottom, height: part };
  });
}

/** How many entries of each level there are in all. */
export function levelTotals(stats) {
  const totals = Object.fromEntries(LEVELS.map((level) => [level, 0]));
  for (const bucket of stats.buckets) {
    for (const [level, count] of Object.entries(bucket.levels)) {
      totals[level] += count;
    }
  }
  return totals;
}

/** Times for the axis below: about so many, at round places. */
export function ticksOf(from, to, about) {
  const steps = [1, 5, 10, 30, 60, 300, 600, 1800, 3600, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 2_592_000];
  const step = 1000 * (steps.find((seconds) => (to - from) / (seconds * 1000) <= about) ?? (to - from) / about / 1000);
  const ticks = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) {
    ticks.push(at);
  }
  return ticks;
}

/** The largest values of a field, the most frequent first: pairs of value and count. */
export function largest(counts, atMost) {
  return Object.entries(counts ?? {})
    .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
    .slice(0, atMost);
}
