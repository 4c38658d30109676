import { equal } from "/tests/check.js";
import { Refresh } from "@page/view/refresh.js";

const SOON = 1;

/** Questions that are answered when a test says so. */
function questions() {
  const asked = [];
  const ask = (signal) => new Promise((answer, fail) => asked.push({ signal, answer, fail }));
  return { asked, ask };
}

async function until(isTrue) {
  while (!isTrue()) {
    await pause();
  }
}

/** Longer than what is due soon. */
function pause() {
  return new Promise((resolve) => setTimeout(resolve, 10 * SOON));
}

function show(state) {
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
  document.dispatchEvent(new Event("visibilitychange"));
}

export const tests = {
  "after a failure it goes on": async () => {
    const { asked, ask } = questions();
    const failures = [];
    const refresh = new Refresh(SOON, ask, (error) => failures.push(error.message));
    refresh.now();
    asked[0].fail(new Error("no answer"));

    await until(() => asked.length === 2);
    equal(failures, ["no answer"]);
    refresh.stop();
  },

  "however often it is asked at once, it goes on once": async () => {
    const { asked, ask } = questions();
    const refresh = new Refresh(SOON, ask, () => {});
    [1, 2, 3].forEach(() => refresh.now());
    asked.forEach((question) => question.answer());

    await until(() => asked.length >= 4);
    await pause();
    equal(asked.map((question) => question.signal.aborted), [true, true, true, false]);
    refresh.stop();
  },

  "when there is nothing more to come, it ends": async () => {
    const { asked, ask } = questions();
    const refresh = new Refresh(SOON, ask, () => {});
    refresh.now();
    asked[0].answer(false);

    await pause();
    equal(asked.length, 1);
  },

  "where nobody sees it, it waits until someone does": async () => {
    const { asked, ask } = questions();
    const refresh = new Refresh(SOON, ask, () => {});
    refresh.now();
    try {
      show("hidden");
      asked[0].answer();
      await pause();
      equal(asked.length, 1);

      show("visible");
      equal(asked.length, 2);
    } finally {
      refresh.stop();
      delete document.visibilityState;
    }
  },

  "what was stopped asks and tells nothing more": async () => {
    const { asked, ask } = questions();
    const failures = [];
    const refresh = new Refresh(SOON, ask, (error) => failures.push(error));
    refresh.now();
    refresh.stop();
    asked[0].fail(new Error("aborted"));

    await pause();
    equal([asked.length, failures.length], [1, 0]);
  },
};
