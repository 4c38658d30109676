import { parseExact } from "../model/json.js";

const BASE = "api/v1/logs";

/** What a header can hold: no other character reaches the collector. */
const SENDABLE = /^[\x20-\x7e\xa0-\xff]*$/;

/** An answer that is none: what the collector says of it. */
class ApiError extends Error {
  /** @param {number} status 0 when there was no answer at all */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Whether a token can be one: what can't be sent is wrong, and is not kept. */
export function canBeToken(text) {
  return text !== "" && SENDABLE.test(text);
}

/**
 * Asks the collector. Where it wants a token, the page asks for one and asks again; the token is in memory alone, and in no
 * address.
 */
export class Api {
  #token = "";
  #asking = null;
  #name = Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join("");
  #questions = 0;
  #askForToken;

  /** @param {(wasWrong: boolean) => Promise<string>} askForToken */
  constructor(askForToken) {
    this.#askForToken = askForToken;
  }

  /** Whether the collector wants a token to read. */
  get needsToken() {
    return this.#token !== "";
  }

  /** @returns {string} an address that answers; without a token in it */
  address(path, parameters = {}, base = BASE) {
    const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== "");
    const query = new URLSearchParams(given).toString();
    return new URL(`${base}${path}${query === "" ? "" : `?${query}`}`, document.baseURI).href;
  }

  /**
   * What a path answers, as JSON.
   *
   * @param {{signal?: AbortSignal, asker?: string}} more who asks, where a new question makes the last one of the same asker
   *     useless: the collector then works on it no longer
   */
  async ask(path, parameters, { signal, asker } = {}) {
    const headers = asker === undefined ? {} : { "X-PixSim-Asker": `${this.#name}-${asker};${++this.#questions}` };
    const response = await this.open(path, parameters, { signal, headers });
    return parseExact(await response.text());
  }

  /** What a path answers, to be read as it comes. */
  async open(path, parameters, { signal, headers = {}, base } = {}) {
    const address = this.address(path, parameters, base);
    let token = this.#token;
    for (;;) {
      const response = await this.#fetch(address, token, headers, signal);
      if (response.status !== 401) {
        this.#token = token;
        return response.ok ? response : Promise.reject(await errorOf(response));
      }
      const wasWrong = token !== "" && token === this.#token;
      token = token === this.#token ? await this.#newToken(wasWrong) : this.#token;
    }
  }

  async #fetch(address, token, headers, signal) {
    try {
      return await fetch(address, {
        signal,
        headers: token === "" ? headers : { ...headers, Authorization: `Bearer ${token}` },
        cache: "no-store",
        credentials: "omit",
      });
    } catch (error) {
      throw error.name === "AbortError" ? error : new ApiError(0, "The collector does not answer.");
    }
  }

  /** Asked for once, however many questions wait for it. */
  async #newToken(wasWrong) {
    this.#asking ??= this.#askForToken(wasWrong).finally(() => {
      this.#asking = null;
    });
    this.#token = await this.#asking;
    return this.#token;
  }
}

async function errorOf(response) {
  try {
    const { message } = JSON.parse(await response.text());
    return new ApiError(response.status, message ?? response.statusText);
  } catch {
    return new ApiError(response.status, `The collector answered ${response.status}.`);
  }
}
