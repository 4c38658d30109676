import { equal } from "/tests/check.js";
import { fieldOf, fieldsOf, TRACED, textOf } from "@page/model/entry.js";
import { isAtLeast, levelOf } from "@page/model/level.js";
import { successOf } from "@page/model/overview.js";
import { traceOf } from "@page/model/trace.js";

/** What every object has without being told. */
const INHERITED = ["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__", "__defineGetter__"];

const entryWith = (extra, more = {}) => ({ id: 7, timestamp: "2026-11-28T10:00:00Z", level: "info", msg: null, extra, ...more });

export const tests = {
  "what no entry tells is nothing, whatever it is called": () => {
    for (const name of INHERITED) {
      equal([fieldOf(entryWith(null), name), fieldOf(entryWith({}), name)], [null, null]);
    }
  },
  "a field without a column is what the entry tells, whatever it is called": () => {
    for (const name of [...INHERITED, "id", "extra", "timestamp"]) {
      const entry = entryWith(JSON.parse(`{"${name}":"told"}`));
      equal(fieldOf(entry, name), "told");
      equal(fieldsOf(entry, ["level"]), [[name, "told"]]);
    }
  },
  "a column is read before a field of its name": () => {
    equal(textOf(fieldOf(entryWith({ stage: "other" }, { stage: "a:b" }), "stage")), "a:b");
    equal(textOf(fieldOf(entryWith({ stage: "other" }, { stage: null }), "stage")), "other");
  },
  "only three fields lead to others": () => equal([...INHERITED, "job_id"].filter((name) => name in TRACED), ["job_id"]),
  "a level that nobody knows is info, whatever it is called": () => {
    for (const name of INHERITED) {
      equal([levelOf(name), isAtLeast(name, "info"), isAtLeast(name, "error")], ["info", true, false]);
    }
  },
  "a provider is counted by its own counts, whatever it is called": () => {
    for (const name of INHERITED) {
      equal(successOf({}, JSON.parse(`{"${name}":2}`)), [{ provider: name, completed: 0, failed: 2, rate: 0 }]);
    }
  },
  "a stage is no outcome, whatever it is called": () => {
    for (const stage of INHERITED) {
      const entry = { duration_ms: null, attempt: null, artifact_id: null, generation_id: null, service: null, provider_id: null,
        operation_type: null, user_id: null, job_id: null, request_id: null, trace_id: null, provider_job_id: null, error: null, stage };
      equal(traceOf([entryWith(null, entry)]).outcome, "unknown");
    }
  },
};
