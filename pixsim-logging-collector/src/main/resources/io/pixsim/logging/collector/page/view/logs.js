import { Component, createRef, h } from "../preact.js";
import { Counts } from "../data/counts.js";
import { ASKER, Lines } from "../data/lines.js";
import { curlOf, millisOf } from "../model/entry.js";
import { compact } from "../model/json.js";
import { isAtLeast } from "../model/level.js";
import { grouped } from "../model/overview.js";
import { withFilter, writePlace } from "../model/place.js";
import { boundsOf, isOpen, rangeBetween, rangeUntil, shifted, widened } from "../model/range.js";
import { finderOf, phrasesOf } from "../model/search.js";
import { fullTime } from "../model/time.js";
import { copyText } from "./copy.js";
import { Detail, around, traceAt } from "./detail.js";
import { Facets } from "./facets.js";
import { Filters } from "./filters.js";
import { Grid } from "./grid.js";
import { Histogram } from "./histogram.js";
import { AroundBar, ListBar } from "./list-bar.js";
import { Failure, Notice, Trouble } from "./parts.js";
import { USUAL_COLUMNS } from "./row.js";

const STATS_MILLIS = 15_000;
const QUICK_LEVELS = Object.freeze(["", "info", "warning", "error", "critical"]);

/** The list: filters above, counts beside, the line in full on the other side. */
export class Logs extends Component {
  state = { stats: null, statsError: null, newest: null, counted: 0 };
  grid = createRef();
  filters = createRef();
  counts = new Counts(this.props.api, (stats, statsError) => this.setState({ stats, statsError, counted: this.lines.number }));
  lines = null;
  before = null;
  unseen = 0;
  frame = 0;

  componentDidMount() {
    this.timer = setInterval(() => this.#refreshStats(), STATS_MILLIS);
    this.#open();
  }

  componentDidUpdate(before) {
    if (questionOf(before.place) !== questionOf(this.props.place)) {
      this.#open();
    } else if (before.place.live !== this.props.place.live && this.props.place.around === "") {
      this.#toggleTail();
    }
  }

  componentWillUnmount() {
    clearInterval(this.timer);
    cancelAnimationFrame(this.frame);
    this.lines.close();
    this.counts.stop();
  }

  #open() {
    this.lines?.close();
    this.before = this.#shown();
    const lines = new Lines(this.props.api, () => this.#changed());
    this.lines = lines;
    this.seenEnd = 0;
    this.setState({ newest: null });
    this.counts.stop();
    lines.open(this.props.place).then(() => this.#opened(lines));
  }

  /** Counts are asked for when the lines are there: these must not wait for them. */
  async #opened(lines) {
    if (lines !== this.lines) {
      return;
    }
    this.before = null;
    if (lines.rows.length === 0 && lines.error === null) {
      await this.#findNewest(lines);
    }
    if (lines === this.lines && this.props.place.around === "" && lines.error === null) {
      this.counts.ask(this.props.place, ASKER);
    }
  }

  /** The lines that were there stay until there is something to show in their place: a list that goes and comes flickers. */
  #shown() {
    return this.before !== null && !this.lines.isReady && this.lines.rows.length === 0 ? this.before : this.lines;
  }

  #retry() {
    if (!this.lines.retry()) {
      this.#open();
    }
  }

  #toggleTail() {
    if (this.props.place.live && isOpen(this.props.place.range)) {
      this.lines.follow();
    } else {
      this.lines.pause();
    }
  }

  /** However much comes at once, it is drawn once a frame. */
  #changed() {
    if (this.lines.isFull && this.props.place.live) {
      this.props.onPlace({ live: false });
    }
    if (this.frame === 0) {
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        this.setState({});
      });
    }
  }

  /** Where nothing is found, one wants to know when there was something last. */
  async #findNewest(lines) {
    const { filter, range } = this.props.place;
    const { start_time: begin } = boundsOf(range, Date.now());
    const before = begin === undefined ? {} : { end_time: begin };
    const { logs } = await this.props.api.ask("/query", { ...filter, ...before, limit: 1, count: "none" }, { asker: ASKER }).catch(() => ({ logs: [] }));
    if (lines === this.lines) {
      this.setState({ newest: logs[0] ?? null });
    }
  }

  #refreshStats() {
    const { place } = this.props;
    const isWatched = place.live && isOpen(place.range) && place.around === "" && document.visibilityState === "visible";
    if (isWatched && this.lines.isWhole) {
      this.counts.ask(place, ASKER);
    }
  }

  #selected() {
    return this.props.place.entry === "" ? undefined
      : this.lines.rows.findLast((entry) => String(entry.id) === this.props.place.entry);
  }

  /** What keys do here; true when one meant something. */
  pressed(key) {
    const { place, onPlace } = this.props;
    const selected = this.#selected();
    const actions = {
      "/": () => this.filters.current.focusSearch(),
      t: () => onPlace({ live: !place.live }),
      g: () => this.grid.current?.toStart(),
      G: () => this.#toEnd(),
      j: () => this.grid.current?.step(1),
      k: () => this.grid.current?.step(-1),
      e: () => this.grid.current?.seek(1, (entry) => isAtLeast(entry.level, "error")),
      E: () => this.grid.current?.seek(-1, (entry) => isAtLeast(entry.level, "error")),
      "[": () => onPlace({ range: shifted(place.range, -1, Date.now()) }),
      "]": () => onPlace({ range: shifted(place.range, 1, Date.now()) }),
      "\\": () => onPlace({ range: widened(place.range, Date.now()) }),
      Escape: () => place.entry !== "" && this.#close(),
      ...(selected !== undefined && {
        c: () => this.props.onGo(around(selected, place)),
        y: () => copyText(compact(selected)),
        o: () => selected.job_id !== null && this.props.onGo(traceAt("job", selected.job_id)),
      }),
    };
    const level = QUICK_LEVELS[Number(key) - 1];
    if (level !== undefined) {
      this.#filter("min_level", level);
      return true;
    }
    actions[key]?.();
    return key in actions;
  }

  #filter(name, value) {
    this.props.onPlace({ filter: withFilter(this.props.place.filter, name, value), entry: "" });
  }

  #close() {
    this.props.onPlace({ entry: "" }, true);
    this.grid.current?.focus();
  }

  #toEnd() {
    this.lines.isFollowed = true;
    this.seenEnd = this.lines.rows.length + this.lines.removed;
    this.grid.current?.toEnd();
    this.grid.current?.focus();
    this.setState({});
  }

  #followed(isFollowed) {
    this.lines.isFollowed = isFollowed;
    if (isFollowed && this.unseen > 0) {
      this.setState({});
    }
  }

  render({ place, api, settings, onPlace, onSettings }) {
    if (this.lines === null) {
      return h("div", { class: "logs", "aria-busy": "true" });
    }
    const lines = this.#shown();
    const columns = place.columns.length > 0 ? place.columns : settings.columns.length > 0 ? settings.columns : USUAL_COLUMNS;
    const finder = this.#finder(place);
    const selected = this.#selected();
    const curl = (address) => curlOf(address, api.needsToken);
    const onFilter = (name, value) => this.#filter(name, value);
    return h("div", { class: "logs" },
      h("h1", { class: "unseen" }, "Log lines"),
      h(Filters, {
        ref: this.filters, place, zone: settings.zone, api, onFilter, onRange: (range) => onPlace({ range, around: "", entry: "" }),
        onHighlight: (highlight) => onPlace({ highlight }, true),
      }),
      place.around === ""
        ? h(Histogram, { stats: this.state.stats, zone: settings.zone, onRange: (from, end) => onPlace({ range: rangeUntil(from, end), entry: "" }) })
        : h(AroundBar, { place }),
      h(ListBar, {
        lines, place, api, settings, columns, curl, onPlace, onSettings, statsError: this.state.statsError,
        counted: this.state.counted === lines.number ? this.state.stats : null,
      }),
      h("div", { class: `panes${selected === undefined ? "" : " with-detail"}` },
        settings.facets && place.around === "" ? h(Facets, { stats: this.state.stats, filter: place.filter, onFilter }) : null,
        h("div", { class: "list" },
          h(Grid, {
            key: lines.number, ref: this.grid, rows: lines.rows, added: lines.added, removed: lines.removed, hasNewer: lines.hasNewer,
            columns, zone: settings.zone, finder, selected: place.entry, pinned: place.around,
            label: "Log lines, oldest first",
            onSelect: (entry) => onPlace({ entry: String(entry.id) }, true),
            onOpen: (entry) => onPlace({ entry: String(entry.id) }, true),
            onNearTop: () => lines.loadOlder(), onNearEnd: () => lines.loadNewer(), onFollow: (isFollowed) => this.#followed(isFollowed),
          }),
          this.#over(lines),
          lines.rows.length === 0 ? null : h(Trouble, { error: lines.error, says: "Lines are missing.", retry: () => this.#retry() }),
          this.#jump(lines)),
        selected === undefined ? null : h(Detail, {
          entry: selected, place, zone: settings.zone, finder, onClose: () => this.#close(),
          curl: (entry) => curl(api.address(`/context/${entry.id}`, { before: 0, after: 0 })),
        })));
  }

  #finder({ filter, highlight }) {
    const wanted = `${filter.search ?? ""}\n${highlight}`;
    if (wanted !== this.wanted) {
      this.wanted = wanted;
      this.finder = finderOf([...phrasesOf(filter.search ?? ""), highlight]);
    }
    return this.finder;
  }

  /** What stands in place of lines when there are none. */
  #over(lines) {
    if (lines.error !== null && lines.rows.length === 0) {
      return h(Failure, { error: lines.error, retry: () => this.#open() });
    }
    if (!lines.isReady || lines.rows.length > 0) {
      return null;
    }
    if (!lines.isWhole) {
      return h(Notice, { title: "Searching." }, h("p", null, `Nothing back to ${fullTime(lines.searchedTo, this.props.settings.zone)}.`));
    }
    const { newest } = this.state;
    return newest === null
      ? h(Notice, { title: "Nothing has these values." }, h("p", null, "Take a filter away, or wait: what comes is shown."))
      : h(Notice, { title: "Nothing in this time." },
        h("p", null, `The newest line is of ${fullTime(newest.timestamp, this.props.settings.zone)}.`),
        h("button", { type: "button", onClick: () => this.props.onPlace({ range: "all" }) }, "Show all times"),
        h("button", { type: "button", onClick: () => this.props.onPlace({
          range: rangeBetween(millisOf(newest) - 3_600_000, millisOf(newest) + 1000),
        }) }, "Show its last hour"));
  }

  /** How many lines came while the reader was elsewhere, and the way there. */
  #jump(lines) {
    const end = lines.rows.length + lines.removed - lines.added;
    if (lines.isFollowed) {
      this.seenEnd = end;
    }
    this.unseen = end - this.seenEnd;
    return this.unseen <= 0 || this.props.place.around !== "" ? null
      : h("button", { type: "button", class: "jump", onClick: () => this.#toEnd() }, `↓ ${grouped(this.unseen)} new`);
  }
}

/** What a list is asked for; the rest of a place only says how it is shown. */
function questionOf(place) {
  return writePlace({ ...place, columns: [], entry: "", highlight: "", live: true });
}
