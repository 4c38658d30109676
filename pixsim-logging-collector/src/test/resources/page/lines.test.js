import { equal } from "/tests/check.js";
import { Lines } from "@page/data/lines.js";
import { placeOf } from "@page/model/place.js";

const entry = (id) => ({ id, timestamp: "2026-11-28T10:00:00Z", level: "info", service: "worker", msg: `line ${id}`, extra: null });
const page = (...ids) => ({ logs: ids.map(entry), total: ids.length, total_is_exact: true, next_cursor: null });
const refused = (status) => Object.assign(new Error(`refused with ${status}`), { status });

/** Answers what it is told to, in turn and the last one for ever; its streams say what they are told. */
class Answers {
  streams = [];
  asked = [];
  /** What each answer waits for. */
  held = null;

  constructor(answers) {
    this.answers = answers;
    this.refusesStreams = answers.refusesStreams ?? false;
  }

  async ask(path, parameters) {
    this.asked.push(path);
    this.last = parameters;
    await this.held;
    const ofPath = this.answers[path.replace(/\d+$/, "")];
    const answer = ofPath.length > 1 ? ofPath.shift() : ofPath[0];
    return answer instanceof Error ? Promise.reject(answer) : structuredClone(answer);
  }

  async open(path, parameters, { signal, headers }) {
    if (this.refusesStreams) {
      throw refused(503);
    }
    const stream = new TransformStream();
    const writer = stream.writable.getWriter();
    writer.closed.catch(() => {});
    signal.addEventListener("abort", () => writer.abort(signal.reason).catch(() => {}));
    this.streams.push({ after: headers["Last-Event-ID"] ?? "", say: (text) => writer.write(new TextEncoder().encode(text)) });
    return { body: stream.readable };
  }
}

async function until(isTrue) {
  while (!isTrue()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function whileOpen(answers, place, look) {
  const api = new Answers(answers);
  const lines = new Lines(api, () => {});
  try {
    await look(lines, api, lines.open(placeOf("logs", place)));
  } finally {
    lines.close();
  }
}

const ids = (lines) => lines.rows.map((row) => row.id);

export const tests = {
  "a history that failed is not forgotten when something new comes": () =>
    whileOpen({ "/query": [refused(503)] }, {}, async (lines, api, opened) => {
      await until(() => api.streams.length > 0);
      api.streams[0].say("id: 4\n\n");
      await opened;
      api.streams[0].say(`id: 5\ndata: ${JSON.stringify(entry(5))}\n\n`);
      await until(() => lines.rows.length === 1);

      equal([lines.error.status, lines.retry()], [503, false]);
    }),

  "older lines that fail are told of, and forgotten when they came": () =>
    whileOpen({ "/query": [{ ...page(9, 8), next_cursor: "c" }], "/context/": [refused(504), { before: [entry(7)], after: [] }] },
      { live: false }, async (lines, api, opened) => {
        await opened;
        await lines.loadOlder();
        equal([ids(lines), lines.error.status], [[8, 9], 504]);

        equal(lines.retry(), true);
        await until(() => lines.error === null);
        equal(ids(lines), [7, 8, 9]);
      }),

  "newer lines that come make older ones that failed no better": () =>
    whileOpen({ "/context/": [{ before: [entry(4)], entry: entry(5), after: [entry(6)] }, refused(503), { before: [], after: [entry(7)] }] },
      { around: "5" }, async (lines, api, opened) => {
        await opened;
        await lines.loadOlder();
        await lines.loadNewer();

        equal([ids(lines), lines.error.status], [[4, 5, 6, 7], 503]);
      }),

  "who opens an empty list paused goes on from there": () =>
    whileOpen({ "/query": [page()], "/system": [{ store: { last_id: 41 } }] }, { live: false }, async (lines, api, opened) => {
      await opened;
      lines.follow();
      await until(() => api.streams.length > 0);

      equal([api.streams[0].after, api.asked], ["41", ["/query", "/system", "/query"]]);
    }),

  "what takes long to be found is shown as it is found": () =>
    whileOpen({ "/query": [{ ...page(9), next_cursor: "a", searched_to: "2026-11-28T09:00:00Z" }, { ...page(7, 6), next_cursor: "b" }] },
      { live: false }, async (lines, api, opened) => {
        let goOn;
        api.held = new Promise((resolve) => {
          goOn = resolve;
        });
        await until(() => lines.searchedTo !== "");
        equal([ids(lines), lines.isReady, lines.isWhole, lines.searchedTo], [[9], true, false, "2026-11-28T09:00:00Z"]);

        goOn();
        await opened;
        equal([ids(lines), lines.isWhole, lines.searchedTo, lines.added, lines.hasOlder], [[6, 7, 9], true, "", 2, true]);
        equal(api.last.cursor, "a");
      }),

  "where there are lines, a list goes on after them": () =>
    whileOpen({ "/query": [page(12, 11)] }, { live: false }, async (lines, api, opened) => {
      await opened;
      lines.follow();
      await until(() => api.streams.length > 0);

      equal([api.streams[0].after, api.asked], ["12", ["/query"]]);
    }),

  "a stream that could not be had at first goes on after the lines that were": () =>
    whileOpen({ "/query": [page(12, 11)], refusesStreams: true }, {}, async (lines, api, opened) => {
      await opened;
      api.refusesStreams = false;
      await until(() => api.streams.length > 0);

      equal(api.streams[0].after, "12");
    }),
};
