import { fieldOf, millisOf, textOf } from "./entry.js";
import { isAtLeast, levelOf } from "./level.js";

/** What the entries of one job, request or trace tell together. */

const BEGIN = "pipeline:start";
const POLL = "provider:status";
const LOSS = "log:loss";
const END = "job:end";
const OUTCOMES = Object.freeze({ __proto__: null, "provider:complete": "completed", "provider:error": "failed" });
const MOST_LANES = 40;
const MOST_BARS = 500;
const LEAST_GAP_MILLIS = 2000;

/**
 * @typedef {object} Bar a stage, or a row of polls
 * @property {number} from when it began, in milliseconds
 * @property {number} to when it ended
 * @property {string} level the worst level it told
 * @property {object} entry what told of it
 */

/**
 * @typedef {object} Lane a stage of an attempt
 * @property {string} stage
 * @property {string} attempt empty when none was told
 * @property {Bar[]} bars
 * @property {Bar[]} drawn those that can be told apart
 * @property {boolean} isPolling whether each bar is a glance at a provider
 */

/** @param {object[]} entries oldest first */
export function traceOf(entries) {
  const times = entries.map(millisOf);
  const lanes = lanesOf(entries);
  const bars = lanes.flatMap((lane) => lane.bars);
  const from = bars.reduce((first, bar) => Math.min(first, bar.from), times.reduce((one, other) => Math.min(one, other), Infinity));
  const to = bars.reduce((last, bar) => Math.max(last, bar.to), times.reduce((one, other) => Math.max(one, other), -Infinity));
  const end = entries.findLast((entry) => entry.stage === END);
  return {
    from,
    to,
    lanes: lanes.slice(0, MOST_LANES).map((lane) => ({ ...lane, drawn: drawnOf(lane.bars, from, to) })),
    lanesLeftOut: Math.max(0, lanes.length - MOST_LANES),
    gaps: gapsOf(entries, times),
    losses: lossesOf(entries),
    outcome: outcomeOf(entries, end),
    attempts: attemptsOf(entries, end),
    firstError: entries.find(isFailure) ?? null,
    findings: end === undefined ? [] : listOf(fieldOf(end, "findings")),
    artifacts: artifactsOf(entries),
    facts: factsOf(entries),
  };
}

/** Whether nothing more is to come but what is late. @param {object[]} entries of a job, oldest first */
export function isOver(entries) {
  return entries.findLast((entry) => entry.stage === BEGIN || entry.stage === END)?.stage === END;
}

function isFailure(entry) {
  return isAtLeast(entry.level, "error") || entry.stage === "provider:error";
}

/** Stages one below the other, in the order in which they were first told; the end of a job sums up and is no stage. */
function lanesOf(entries) {
  const staged = entries.filter((entry) => entry.stage !== null && entry.stage !== END && entry.stage !== LOSS);
  const lanes = new Map();
  staged.forEach((entry, index) => {
    const attempt = textOf(entry.attempt);
    const key = `${attempt} ${entry.stage}`;
    if (!lanes.has(key)) {
      lanes.set(key, { stage: entry.stage, attempt, bars: [], isPolling: entry.stage === POLL });
    }
    lanes.get(key).bars.push(barOf(entry, staged[index + 1]));
  });
  return [...lanes.values()];
}

/** A stage that tells how long it took ended when it told; any other one lasts until the next stage is told. */
function barOf(entry, next) {
  const at = millisOf(entry);
  const level = levelOf(entry.level);
  if (entry.duration_ms !== null) {
    return { from: at - Number(entry.duration_ms), to: at, level, entry };
  }
  const isMoment = entry.stage === POLL || next === undefined;
  const to = isMoment ? at : Math.max(at, millisOf(next) - Number(next.duration_ms ?? 0));
  return { from: at, to, level, entry };
}

/** Of bars that begin at one place the worst, as long as all of them. */
function drawnOf(bars, from, to) {
  if (bars.length <= MOST_BARS) {
    return bars;
  }
  const width = Math.max(1, to - from) / MOST_BARS;
  const drawn = new Map();
  for (const bar of bars) {
    const place = Math.floor((bar.from - from) / width);
    const there = drawn.get(place) ?? bar;
    const worst = isAtLeast(there.level, bar.level) ? there : bar;
    drawn.set(place, { ...worst, from: there.from, to: Math.max(there.to, bar.to) });
  }
  return [...drawn.values()];
}

/** Times without a word that are long beside the others, and longer than the wait that a retry announced. */
function gapsOf(entries, times) {
  const steps = times.slice(1).map((time, index) => ({ from: times[index], to: time, entry: entries[index] }));
  const lengths = steps.map((step) => step.to - step.from).sort((one, other) => one - other);
  const usual = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const whole = (times[times.length - 1] ?? 0) - (times[0] ?? 0);
  const least = Math.max(LEAST_GAP_MILLIS, usual * 5, whole / 20);
  return steps
    .filter(({ from, to, entry }) => to - from > least + (Number(textOf(fieldOf(entry, "delay_ms"))) || 0))
    .map(({ from, to }) => ({ from, to }));
}

function lossesOf(entries) {
  return entries
    .filter((entry) => entry.stage === LOSS || fieldOf(entry, "lost") !== null)
    .map((entry) => ({
      at: millisOf(entry),
      count: Number(textOf(fieldOf(entry, "suppressed"))) || 0,
      reasons: reasonsOf(fieldOf(entry, "lost")),
      entry,
    }));
}

/** Counts by reason; what the gate held back is counted by stage within its reason. */
function reasonsOf(lost) {
  return isObject(lost) ? Object.entries(lost).map(([reason, count]) => [reason, sumOf(count)]) : [];
}

function sumOf(count) {
  return isObject(count) ? Object.values(count).reduce((sum, one) => sum + sumOf(one), 0) : Number(count) || 0;
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function outcomeOf(entries, end) {
  const told = end === undefined ? null : fieldOf(end, "outcome");
  const last = entries.findLast((entry) => entry.stage in OUTCOMES);
  return textOf(told) || (last === undefined ? "unknown" : OUTCOMES[last.stage]);
}

function attemptsOf(entries, end) {
  const told = end === undefined ? null : fieldOf(end, "attempts");
  const numbers = entries.filter((entry) => entry.attempt !== null).map((entry) => Number(entry.attempt));
  return told === null ? new Set(numbers).size : Number(told);
}

function artifactsOf(entries) {
  const ids = entries.flatMap((entry) => [entry.artifact_id, entry.generation_id]);
  return [...new Set(ids.filter((id) => id !== null).map(String))];
}

/** Fields that are the same throughout, or few: name and values. */
function factsOf(entries) {
  return ["service", "provider_id", "operation_type", "user_id", "job_id", "request_id", "trace_id", "provider_job_id"]
    .map((name) => [name, [...new Set(entries.map((entry) => entry[name]).filter((value) => value !== null).map(String))]])
    .filter(([, values]) => values.length > 0);
}

function listOf(value) {
  return Array.isArray(value) ? value.map(textOf) : [];
}
