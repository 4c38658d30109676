/**
 * Asks again and again, while the page is looked at: in a tab that nobody sees it waits until someone does. A question that is
 * asked before the last one was answered takes its place.
 */
export class Refresh {
  #millis;
  #ask;
  #onFailure;
  #abort = new AbortController();
  #timer = 0;
  #isDue = false;
  #seen = () => this.#isDue && this.#askWhenSeen();

  /**
   * @param {number} millis how long it waits after an answer
   * @param {(signal: AbortSignal) => Promise<boolean | void>} ask false when there is nothing more to come
   * @param {(error: Error) => void} onFailure told of a question that failed; the next one is asked all the same
   */
  constructor(millis, ask, onFailure) {
    this.#millis = millis;
    this.#ask = ask;
    this.#onFailure = onFailure;
  }

  /** Asks at once. */
  async now() {
    this.stop();
    const { signal } = (this.#abort = new AbortController());
    document.addEventListener("visibilitychange", this.#seen);
    let hasMore = true;
    try {
      hasMore = (await this.#ask(signal)) !== false;
    } catch (error) {
      if (!signal.aborted) {
        this.#onFailure(error);
      }
    }
    if (hasMore && !signal.aborted) {
      this.#timer = setTimeout(() => this.#askWhenSeen(), this.#millis);
    }
  }

  stop() {
    clearTimeout(this.#timer);
    this.#isDue = false;
    this.#abort.abort();
    document.removeEventListener("visibilitychange", this.#seen);
  }

  #askWhenSeen() {
    this.#isDue = document.visibilityState !== "visible";
    if (!this.#isDue) {
      this.now();
    }
  }
}
