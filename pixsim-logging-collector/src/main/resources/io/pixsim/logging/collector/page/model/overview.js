/** Figures of the overview, put together from counts. */

/**
 * How often providers completed, by provider; the one that fails most often first.
 *
 * @param {Object<string, number>} completed by provider
 * @param {Object<string, number>} failed by provider
 */
export function successOf(completed, failed) {
  const [goods, bads] = [completed, failed].map((counts) => new Map(Object.entries(counts)));
  const names = [...new Set([...goods.keys(), ...bads.keys()])];
  return names
    .map((provider) => {
      const good = goods.get(provider) ?? 0;
      const bad = bads.get(provider) ?? 0;
      return { provider, completed: good, failed: bad, rate: good / (good + bad) };
    })
    .sort((one, other) => one.rate - other.rate || (one.provider < other.provider ? -1 : 1));
}

/** Stages by how long 95 of a hundred took at the most, the slowest first. */
export function slowestOf(durations, atMost) {
  return Object.entries(durations)
    .map(([stage, { count, p50, p95 }]) => ({ stage, count, p50, p95 }))
    .sort((one, other) => other.p95 - one.p95 || (one.stage < other.stage ? -1 : 1))
    .slice(0, atMost);
}

/** 12,345 */
export function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** 99.5 %, never 100 % when one failed. */
export function percent(rate) {
  if (!Number.isFinite(rate)) {
    return "";
  }
  const tenths = rate === 1 ? 1000 : Math.min(999, Math.floor(rate * 1000));
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} %`;
}

/** 12.3 MB */
export function bytes(count) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
