import { parseExact } from "../model/json.js";
import { EventReader } from "../model/sse.js";

const SILENCE_MILLIS = 40_000;
const FIRST_WAIT_MILLIS = 500;
const LONGEST_WAIT_MILLIS = 10_000;

/** @typedef {"connecting" | "live" | "waiting" | "paused"} TailState */

/**
 * New entries as they come. The stream is read with fetch, since EventSource can't send a token. However it ends, by a proxy, by
 * sleep or by a restart of the collector, it goes on where it was; the collector beats every 15 seconds, so a stream
 * without a word for much longer is dead.
 */
export class Tail {
  #api;
  #filter;
  #onEntries;
  #onState;
  #reader = new EventReader();
  #abort = new AbortController();
  #connection = null;
  #watchdog = 0;
  #ready;
  #isReady;
  #wake = () => this.#cut();

  /**
   * @param {import("./api.js").Api} api
   * @param {Object<string, string>} filter parameters of the API
   * @param {{onEntries: (entries: object[]) => void, onState: (state: TailState) => void}} listener
   */
  constructor(api, filter, { onEntries, onState }) {
    this.#api = api;
    this.#filter = filter;
    this.#onEntries = onEntries;
    this.#onState = onState;
    this.#ready = new Promise((resolve) => {
      this.#isReady = resolve;
    });
  }

  /** Whatever comes after this is fulfilled will be told; it is, too, when there is no stream to be had. */
  get ready() {
    return this.#ready;
  }

  /** @param {string} lastId the id to go on after; empty for what comes next */
  start(lastId = "") {
    this.#reader.lastId = lastId;
    addEventListener("online", this.#wake);
    this.#run();
  }

  /** Where to go on when no stream has told yet where it is. */
  goOnAfter(lastId) {
    if (this.#reader.lastId === "" && lastId !== "") {
      this.#reader.lastId = lastId;
      this.#cut();
    }
  }

  /** The id to go on after; empty until a stream told one. */
  get lastId() {
    return this.#reader.lastId;
  }

  /** Ends the stream. @returns {string} the id to go on after */
  stop() {
    removeEventListener("online", this.#wake);
    clearTimeout(this.#watchdog);
    this.#abort.abort();
    this.#cut();
    this.#isReady();
    return this.#reader.lastId;
  }

  async #run() {
    let wait = FIRST_WAIT_MILLIS;
    while (!this.#abort.signal.aborted) {
      this.#onState("connecting");
      try {
        await this.#connect(() => {
          wait = FIRST_WAIT_MILLIS;
        });
      } catch (error) {
        // Whatever else it was: what counts is to go on where the stream ended.
        if (isRefusal(error)) {
          this.#abort.abort();
        }
      }
      this.#isReady();
      if (!this.#abort.signal.aborted) {
        this.#onState("waiting");
        await sleep(wait, this.#abort.signal);
        wait = Math.min(wait * 2, LONGEST_WAIT_MILLIS);
      }
    }
    this.#onState("paused");
  }

  async #connect(onFirst) {
    this.#connection = new AbortController();
    this.#watch();
    const headers = this.#reader.lastId === "" ? {} : { "Last-Event-ID": this.#reader.lastId };
    const response = await this.#api.open("/tail", this.#filter, { signal: this.#connection.signal, headers });
    const reader = this.#freshReader();
    const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
      this.#watch();
      onFirst();
      const entries = reader.read(piece.value).map(parseExact);
      if (reader.lastId !== "") {
        this.#isReady();
        this.#onState("live");
      }
      if (entries.length > 0) {
        this.#onEntries(entries);
      }
    }
  }

  /** Half an event of a stream that was cut must not become part of the next one. */
  #freshReader() {
    const { lastId } = this.#reader;
    this.#reader = new EventReader();
    this.#reader.lastId = lastId;
    return this.#reader;
  }

  #watch() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#cut(), SILENCE_MILLIS);
  }

  #cut() {
    this.#connection?.abort();
  }
}

/** What would be refused again however often it is tried: a filter that can't be understood. */
function isRefusal({ status }) {
  return status >= 400 && status < 500 && status !== 429;
}

function sleep(millis, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
