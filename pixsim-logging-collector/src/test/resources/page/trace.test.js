import { equal } from "/tests/check.js";
import { isOver, traceOf } from "@page/model/trace.js";
import { jobsOf } from "@page/model/jobs.js";

const EMPTY = { level: "info", service: "worker", job_id: 7, stage: null, attempt: null, duration_ms: null, artifact_id: null, generation_id: null,
  provider_id: null, operation_type: null, user_id: null, request_id: null, trace_id: null, provider_job_id: null, error: null, error_type: null, msg: null, extra: null };
let id = 0;
const at = (seconds, stage, more = {}) => ({ ...EMPTY, id: ++id, timestamp: new Date(1_000_000 + seconds * 1000).toISOString(), stage, ...more });

const RETRIED = [
  at(0, "pipeline:start"),
  at(1, "provider:error", { attempt: 0, level: "warning", error: "no answer" }),
  at(1, "retry:decision", { attempt: 0, extra: { delay_ms: 20_000 } }),
  at(21, "provider:submit", { attempt: 1, duration_ms: 500 }),
  at(22, "provider:status", { attempt: 1 }),
  at(23, "provider:status", { attempt: 1 }),
  at(60, "provider:complete", { attempt: 1, artifact_id: 9 }),
  at(60, "job:end", { duration_ms: 60_000, extra: { outcome: "completed", attempts: 2, suppressed: 4, lost: { sampled: { "provider:status": 4 } } } }),
];

export const tests = {
  "stages are lanes by attempt": () => equal(traceOf(RETRIED).lanes.map((lane) => [lane.stage, lane.attempt, lane.bars.length]), [
    ["pipeline:start", "", 1], ["provider:error", "0", 1], ["retry:decision", "0", 1], ["provider:submit", "1", 1], ["provider:status", "1", 2],
    ["provider:complete", "1", 1]]),
  "a stage that tells how long it took ended when it told": () => {
    const [bar] = traceOf(RETRIED).lanes[3].bars;
    equal([bar.from, bar.to], [1_020_500, 1_021_000]);
  },
  "another one lasts until the next": () => {
    const [bar] = traceOf(RETRIED).lanes[0].bars;
    equal(bar.to - bar.from, 1000);
  },
  "a wait that was announced is no gap, silence is": () => equal(traceOf(RETRIED).gaps, [{ from: 1_023_000, to: 1_060_000 }]),
  "what was held back is counted by reason": () => equal(traceOf(RETRIED).losses.map((loss) => [loss.count, loss.reasons]), [[4, [["sampled", 4]]]]),
  "the end tells outcome and attempts": () => equal([traceOf(RETRIED).outcome, traceOf(RETRIED).attempts], ["completed", 2]),
  "the first error": () => equal(traceOf(RETRIED).firstError.error, "no answer"),
  "artifacts": () => equal(traceOf(RETRIED).artifacts, ["9"]),
  "one entry without a stage is a trace, too": () => {
    const trace = traceOf([at(0, null)]);
    equal([trace.lanes, trace.gaps, trace.outcome, trace.to - trace.from], [[], [], "unknown", 0]);
  },
  "a hundred thousand entries are a trace, of which as much is drawn as can be told apart": () => {
    const polls = Array.from({ length: 100_000 }, (_, i) => at(i, "provider:status", { level: i === 77_777 ? "error" : "debug" }));
    const { from, to, lanes: [lane] } = traceOf(polls);
    equal([to - from, lane.bars.length, lane.drawn.length <= 1000], [99_999_000, 100_000, true]);
    equal(lane.drawn.filter((bar) => bar.level === "error").map((bar) => bar.entry.id), [polls[77_777].id]);
    equal(lane.drawn.reduce((most, bar) => Math.max(most, bar.to), 0), to);
  },
  "of few bars all are drawn": () => equal(traceOf(RETRIED).lanes.map((lane) => lane.drawn.length), [1, 1, 1, 1, 2, 1]),
  "a job is over when it ended and did not begin again": () => equal(
    [[], RETRIED.slice(0, -1), RETRIED, [...RETRIED, at(61, null)], [...RETRIED, at(70, "pipeline:start")]].map(isOver), [false, false, true, true, false]),
  "jobs are told by their stages, newest first": () => {
    const jobs = jobsOf([...RETRIED, at(70, "pipeline:start", { job_id: "text-1" })].filter((entry) =>
      ["pipeline:start", "provider:error", "provider:complete", "job:end"].includes(entry.stage)));
    equal(jobs.map((job) => [job.id, job.state, job.attempts, job.error]), [["text-1", "running", 0, ""], ["7", "completed", 2, "no answer"]]);
  },
};
