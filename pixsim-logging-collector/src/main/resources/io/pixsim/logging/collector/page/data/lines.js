import { boundsOf, isOpen } from "../model/range.js";
import { Tail } from "./tail.js";

const FIRST_PAGE = 300;
const PAGE = 500;

/** How long the collector may look for the first page, and for more of it, where no index helps; then it tells how far it came. */
const FIRST_MILLIS = 120;
const MORE_MILLIS = 400;
const AROUND = 60;

/** One list is looked at, at a time: who asks for another one needs the last one no more. */
export const ASKER = "list";

/** How many lines a list holds at the most; memory is as flat as this. */
const MOST_LINES = 100_000;

/** How many are kept of those that scroll off at the top while new ones are followed. */
const MOST_FOLLOWED = 20_000;
const KEPT_FOLLOWED = 10_000;

/**
 * The lines of a list, oldest first: a page of the newest or those around one, more at either end when asked for, and what
 * comes while they are watched. What comes is added at the end and moves nothing; no line is there twice.
 */
export class Lines {
  #api;
  #onChange;
  #abort = new AbortController();
  #ids = new Set();
  #tail = null;
  #lastId = "";
  #parameters = {};
  #isLoading = { older: false, newer: false };
  /** Which end could not be loaded; null where it was the list itself. */
  #failedSide = null;

  static #lists = 0;
  /** Tells this list from all others. */
  number = ++Lines.#lists;

  /** @type {object[]} */
  rows = [];
  /** How many lines were taken off the top since the beginning, and put there. */
  removed = 0;
  added = 0;
  hasOlder = false;
  hasNewer = false;
  /** Whether there is an answer, and whether all of the first page was looked for. */
  isReady = false;
  isWhole = false;
  /** The time back to which was looked, as long as the first page is looked for; empty otherwise. */
  searchedTo = "";
  /** What failed and was not made good. */
  error = null;
  /** @type {import("./tail.js").TailState} */
  tailState = "paused";
  isFull = false;
  /** Whether the reader sees the end, so that lines far above may go. */
  isFollowed = true;

  /** @param {() => void} onChange called whenever something here is another */
  constructor(api, onChange) {
    this.#api = api;
    this.#onChange = onChange;
  }

  /** @param {import("../model/place.js").Place} place what is shown; once */
  async open(place) {
    this.#parameters = { ...place.filter, ...boundsOf(place.range, Date.now()) };
    try {
      if (place.around !== "") {
        await this.#openAround(place.around);
      } else {
        await this.#openNewest(place.live, isOpen(place.range));
      }
    } catch (error) {
      this.#failed(error);
    }
    this.searchedTo = "";
    this.isReady = true;
    this.isWhole = true;
    this.#changed();
  }

  close() {
    this.#abort.abort();
    this.#tail?.stop();
  }

  /** The stream is opened first and asked afterwards: so nothing falls between the two. */
  async #openNewest(isLive, canGrow) {
    if (isLive && canGrow) {
      this.follow();
      await this.#tail.ready;
    }
    let page = await this.#askNewest();
    if (canGrow && page.logs.length === 0 && !this.#tail?.lastId) {
      page = await this.#placeWithoutLines();
    }
    const arrived = this.rows;
    this.rows = [];
    this.#ids.clear();
    this.#add(page.logs.reverse());
    this.#add(arrived);
    this.#lastId = this.#lastId || newestId(this.rows);
    this.#tail?.goOnAfter(this.#lastId);
    await this.#searchOn(page);
  }

  /** What takes long to be found is shown as it is found. */
  async #searchOn(page) {
    let found = page.logs.length;
    let last = page;
    while (last.searched_to !== undefined && found < FIRST_PAGE && this.removed === 0) {
      this.searchedTo = last.searched_to;
      this.isReady = true;
      this.#changed();
      last = await this.#askNewest({ cursor: last.next_cursor, limit: FIRST_PAGE - found, within_ms: MORE_MILLIS });
      this.#addOlder(last.logs.reverse());
      found += last.logs.length;
    }
    this.hasOlder = last.next_cursor !== null || this.removed > 0;
  }

  /** How many there are is asked for afterwards: these must not wait for it. */
  #askNewest(more = { limit: FIRST_PAGE, within_ms: FIRST_MILLIS }) {
    return this.#api.ask("/query", { ...this.#parameters, count: "none", ...more }, { signal: this.#abort.signal, asker: ASKER });
  }

  /** Without a line there is none to go on after: the store tells its last one, and is asked again for what came before it. */
  async #placeWithoutLines() {
    const { store } = await this.#api.ask("/system", {}, { signal: this.#abort.signal });
    this.#lastId = String(store.last_id);
    return this.#askNewest();
  }

  async #openAround(id) {
    const { before, entry, after } = await this.#neighbours(id, AROUND, AROUND);
    this.#add([...before, entry, ...after]);
    this.hasOlder = before.length > 0;
    this.hasNewer = after.length > 0;
  }

  /** Shows what comes from now on, or from where it was stopped. */
  follow() {
    this.#tail = new Tail(this.#api, this.#parameters, {
      onEntries: (entries) => this.#arrived(entries),
      onState: (state) => {
        this.tailState = state;
        this.#changed();
      },
    });
    this.isFull = false;
    this.#tail.start(this.#lastId);
  }

  pause() {
    this.#lastId = this.#tail?.stop() || this.#lastId;
    this.#tail = null;
    this.tailState = "paused";
    this.#changed();
  }

  async loadOlder() {
    await this.#load("older", this.hasOlder, async () => {
      const { before } = await this.#neighbours(this.rows[0].id, PAGE, 0);
      this.hasOlder = before.length > 0;
      this.#addOlder(before);
    });
  }

  async loadNewer() {
    await this.#load("newer", this.hasNewer, async () => {
      const { after } = await this.#neighbours(this.rows[this.rows.length - 1].id, 0, PAGE);
      this.hasNewer = after.length > 0;
      this.#add(after);
    });
  }

  /** Tries again what failed. @returns {boolean} false when it was the list itself: that is opened anew */
  retry() {
    if (this.#failedSide === null) {
      return false;
    }
    this.#failedSide === "older" ? this.loadOlder() : this.loadNewer();
    return true;
  }

  async #load(side, hasMore, load) {
    if (!hasMore || this.#isLoading[side] || this.rows.length === 0 || this.rows.length >= MOST_LINES) {
      return;
    }
    this.#isLoading[side] = true;
    try {
      await load();
      if (this.#failedSide === side) {
        this.#failedSide = null;
        this.error = null;
      }
    } catch (error) {
      this.#failed(error, side);
    }
    this.#isLoading[side] = false;
    this.#changed();
  }

  #neighbours(id, before, after) {
    return this.#api.ask(`/context/${id}`, { ...this.#parameters, before, after }, { signal: this.#abort.signal });
  }

  #arrived(entries) {
    this.#add(entries);
    if (this.isFollowed && this.rows.length > MOST_FOLLOWED) {
      this.#dropOldest(this.rows.length - KEPT_FOLLOWED);
    } else if (this.rows.length >= MOST_LINES) {
      this.isFull = true;
      this.pause();
    }
    this.#changed();
  }

  #dropOldest(count) {
    for (const row of this.rows.slice(0, count)) {
      this.#ids.delete(row.id);
    }
    this.rows = this.rows.slice(count);
    this.removed += count;
    this.hasOlder = true;
  }

  #add(entries) {
    this.#fresh(entries).forEach((entry) => this.rows.push(entry));
  }

  #addOlder(entries) {
    const fresh = this.#fresh(entries);
    this.rows = [...fresh, ...this.rows];
    this.added += fresh.length;
  }

  #fresh(entries) {
    const fresh = entries.filter((entry) => !this.#ids.has(entry.id));
    fresh.forEach((entry) => this.#ids.add(entry.id));
    return fresh;
  }

  /** A list that never came is the worse failure: it stays told. */
  #failed(error, side = null) {
    const isListMissing = this.error !== null && this.#failedSide === null;
    if (error.name !== "AbortError" && !isListMissing) {
      this.error = error;
      this.#failedSide = side;
    }
  }

  #changed() {
    if (!this.#abort.signal.aborted) {
      this.#onChange();
    }
  }
}

function newestId(rows) {
  return rows.length === 0 ? "" : String(rows.reduce((newest, row) => Math.max(newest, row.id), 0));
}
