import { Component, h } from "../preact.js";
import { largest, levelTotals } from "../model/buckets.js";
import { LEVELS } from "../model/level.js";
import { grouped, percent, slowestOf, successOf } from "../model/overview.js";
import { placeOf, writePlace } from "../model/place.js";
import { RANGES, boundsOf, rangeUntil } from "../model/range.js";
import { duration } from "../model/time.js";
import { Lengths } from "./charts.js";
import { Histogram } from "./histogram.js";
import { Failure, Level, Trouble } from "./parts.js";
import { Refresh } from "./refresh.js";

const REFRESH_MILLIS = 15_000;
const MOST = 10;

/** How it goes: entries over time, what is slow, what fails, how often providers deliver. */
export class Overview extends Component {
  state = { figures: null, error: null };
  refresh = new Refresh(REFRESH_MILLIS, (signal) => this.#load(signal), (error) => this.setState({ error }));

  componentDidMount() {
    this.refresh.now();
  }

  componentDidUpdate(before) {
    if (before.place.range !== this.props.place.range) {
      this.refresh.now();
    }
  }

  componentWillUnmount() {
    this.refresh.stop();
  }

  async #load(signal) {
    const { api, place } = this.props;
    const bounds = boundsOf(place.range === "all" ? "30d" : place.range, Date.now());
    const ask = (asker, more) => api.ask("/stats", { ...bounds, ...more }, { signal, asker });
    const [stats, completed, failed, errors] = await Promise.all([
      ask("all", {}), ask("completed", { stage: "provider:complete" }), ask("failed", { stage: "provider:error" }),
      ask("errors", { min_level: "error" }),
    ]);
    this.setState({ error: null, figures: {
      stats,
      success: successOf(completed.by_provider_id, failed.by_provider_id),
      errorServices: largest(errors.by_service, MOST),
    } });
  }

  pressed() {
    return false;
  }

  render({ place, settings, onPlace, onGo }, { figures, error }) {
    const { range } = place;
    const list = (filter) => writePlace(placeOf("logs", { filter, range }));
    return h("div", { class: "page overview" },
      h("div", { class: "page-bar" },
        h("h1", null, "Overview"),
        h("div", { class: "segments", role: "group", "aria-label": "Time" }, RANGES.filter((name) => name !== "all").map((name) =>
          h("button", { key: name, type: "button", "aria-pressed": String(range === name), onClick: () => onPlace({ range: name }) }, name)))),
      figures === null && error !== null ? h(Failure, { error, retry: () => this.refresh.now() }) : null,
      figures === null ? null : h(Trouble, { error, says: "This is not the latest.", retry: () => this.refresh.now() }),
      figures === null ? h("div", { "aria-busy": "true" }) : [
        h(Totals, { key: "totals", stats: figures.stats, list }),
        h("section", { key: "time", class: "card wide-card" }, h("h2", null, "Entries over time"),
          h(Histogram, { stats: figures.stats, zone: settings.zone, onRange: (from, end) => onGo(placeOf("logs", { range: rangeUntil(from, end) })) })),
        h("section", { key: "stages", class: "card" }, h("h2", null, "Slowest stages", h("span", { class: "hint" }, " p50 of p95")),
          h(Lengths, { empty: "No stage told how long it took.", rows: slowestOf(figures.stats.duration_ms_by_stage, MOST).map(({ stage, p50, p95 }) =>
            ({ name: stage, href: list({ stage }), value: p50, behind: p95, says: `${duration(p50)} of ${duration(p95)}` })) })),
        h("section", { key: "providers", class: "card" }, h("h2", null, "Providers", h("span", { class: "hint" }, " completed, of all tries that ended")),
          h(Lengths, { empty: "No provider completed or failed.", rows: figures.success.slice(0, MOST).map(({ provider, completed, failed, rate }) =>
            ({ name: provider, href: list({ provider_id: provider, stage: "provider:error" }), value: rate, behind: 1,
              kind: rate < 0.9 ? "bad" : "good", says: `${percent(rate)}, ${grouped(failed)} of ${grouped(completed + failed)} failed` })) })),
        h("section", { key: "errors", class: "card" }, h("h2", null, "Top error types"),
          h(Lengths, { empty: "No errors.", rows: largest(figures.stats.by_error_type, MOST).map(([type, count]) =>
            ({ name: type, href: list({ error_type: type }), value: count, kind: "bad", says: grouped(count) })) })),
        h("section", { key: "services", class: "card" }, h("h2", null, "Errors by service"),
          h(Lengths, { empty: "No errors.", rows: figures.errorServices.map(([service, count]) =>
            ({ name: service, href: list({ service, min_level: "error" }), value: count, kind: "bad", says: grouped(count) })) })),
      ]);
  }
}

function Totals({ stats, list }) {
  const totals = levelTotals(stats);
  return h("ul", { class: "totals" },
    h("li", null, h("a", { href: list({}) }, h("span", { class: "figure" }, grouped(stats.total)), " entries")),
    [...LEVELS].reverse().map((level) => h("li", { key: level }, h("a", { href: list({ level }) },
      h("span", { class: "figure" }, grouped(totals[level])), " ", h(Level, { level })))));
}
