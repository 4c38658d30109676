import { fieldOf, millisOf, textOf } from "./entry.js";

/** The stages from which one knows of a job that it is there, and how it went. */
export const TELLING = Object.freeze(["pipeline:start", "provider:complete", "provider:error", "job:end"]);

const STATES = Object.freeze({
  __proto__: null, "pipeline:start": "running", "provider:complete": "completed", "provider:error": "failed",
});

/**
 * Jobs, the one that was heard of last first.
 *
 * @param {object[]} entries of the telling stages, in any order
 */
export function jobsOf(entries) {
  const jobs = new Map();
  for (const entry of [...entries].sort((one, other) => millisOf(one) - millisOf(other))) {
    if (entry.job_id !== null) {
      const id = String(entry.job_id);
      jobs.set(id, told(jobs.get(id) ?? begun(id, entry), entry));
    }
  }
  return [...jobs.values()].sort((one, other) => other.heard - one.heard);
}

function begun(id, entry) {
  return {
    id, state: "running", began: millisOf(entry), heard: 0, duration: NaN, attempts: 0, service: textOf(entry.service),
    provider: "", operation: "", user: "", error: "", errorType: "",
  };
}

function told(job, entry) {
  const isEnd = entry.stage === "job:end";
  const isError = entry.stage === "provider:error";
  const told = {
    ...job,
    heard: millisOf(entry),
    state: isEnd ? stateAtEnd(entry, job) : STATES[entry.stage],
    duration: isEnd && entry.duration_ms !== null ? Number(entry.duration_ms) : millisOf(entry) - job.began,
    attempts: Math.max(job.attempts, Number(textOf(fieldOf(entry, "attempts"))) || 0, entry.attempt === null ? 0 : Number(entry.attempt) + 1),
    provider: textOf(entry.provider_id) || job.provider,
    operation: textOf(entry.operation_type) || job.operation,
    user: textOf(entry.user_id) || job.user,
  };
  return isError ? { ...told, error: textOf(entry.error) || textOf(entry.msg), errorType: textOf(entry.error_type) } : told;
}

/** What the end of a job says of it; where it says nothing, what was known before. */
function stateAtEnd(entry, job) {
  const outcome = textOf(fieldOf(entry, "outcome"));
  return outcome === "" || (outcome === "unknown" && job.state !== "running") ? job.state : outcome;
}
