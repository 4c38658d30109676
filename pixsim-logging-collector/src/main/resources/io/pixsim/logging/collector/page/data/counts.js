import { boundsOf } from "../model/range.js";

/** How many entries there are of what is looked at, by time and by value. Who asks anew gives up what was asked before. */
export class Counts {
  #api;
  #onAnswer;
  #abort = new AbortController();

  /** @param {(stats: object | null, error: Error | null) => void} onAnswer told of each answer that is still wanted */
  constructor(api, onAnswer) {
    this.#api = api;
    this.#onAnswer = onAnswer;
  }

  /** @param {import("../model/place.js").Place} place what is looked at @param {string} asker who asks */
  async ask({ filter, range }, asker) {
    this.stop();
    const { signal } = (this.#abort = new AbortController());
    try {
      const stats = await this.#api.ask("/stats", await this.#parameters(filter, range, signal), { signal, asker });
      this.#onAnswer(stats, null);
    } catch (error) {
      if (!signal.aborted) {
        this.#onAnswer(null, error);
      }
    }
  }

  stop() {
    this.#abort.abort();
  }

  /** Counts need a first time: for all times, that of the oldest entry. */
  async #parameters(filter, range, signal) {
    const bounds = boundsOf(range, Date.now());
    if (bounds.start_time !== undefined) {
      return { ...filter, ...bounds };
    }
    const response = await this.#api.open("/export", { ...filter, ...bounds, limit: 1, order: "oldest" }, { signal });
    const oldest = (await response.text()).split("\n")[0];
    return { ...filter, ...bounds, start_time: oldest === "" ? undefined : JSON.parse(oldest).timestamp };
  }
}
