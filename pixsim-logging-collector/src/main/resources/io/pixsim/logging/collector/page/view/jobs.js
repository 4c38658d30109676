import { Component, h } from "../preact.js";
import { TELLING, jobsOf } from "../model/jobs.js";
import { DEFAULT_RANGE, placeOf, withFilter, writePlace } from "../model/place.js";
import { RANGES, boundsOf } from "../model/range.js";
import { ago, duration } from "../model/time.js";
import { traceAt } from "./detail.js";
import { Failure, Notice, Trouble } from "./parts.js";
import { Refresh } from "./refresh.js";
import { Text } from "./text.js";

const REFRESH_MILLIS = 10_000;
const STATES = Object.freeze([["", "All"], ["failed", "Failed"], ["running", "Running"], ["completed", "Completed"]]);
const MOST = 300;
const SIGNS = Object.freeze({ __proto__: null, running: "…", completed: "✓", failed: "✕", unknown: "?" });

/** The jobs that were heard of last: what each is, and how it went. */
export class Jobs extends Component {
  state = { jobs: null, error: null, wanted: "" };
  refresh = new Refresh(REFRESH_MILLIS, (signal) => this.#load(signal), (error) => this.setState({ error }));

  componentDidMount() {
    this.refresh.now();
  }

  componentDidUpdate(before) {
    if (writePlace(before.place) !== writePlace(this.props.place)) {
      this.refresh.now();
    }
  }

  componentWillUnmount() {
    this.refresh.stop();
  }

  async #load(signal) {
    const { filter, range } = this.props.place;
    const parameters = { ...filter, ...boundsOf(range, Date.now()), limit: MOST, count: "none" };
    const pages = await Promise.all(TELLING.map((stage) => this.props.api.ask("/query", { ...parameters, stage }, { signal })));
    this.setState({ jobs: jobsOf(pages.flatMap((page) => page.logs)), error: null });
  }

  pressed() {
    return false;
  }

  render({ place, onPlace }, { jobs, error, wanted }) {
    const failed = jobs?.filter((job) => job.state === "failed").length ?? 0;
    return h("div", { class: "page jobs" },
      h("div", { class: "page-bar" },
        h("h1", null, "Jobs"),
        h("div", { class: "segments", role: "group", "aria-label": "Time" }, RANGES.map((range) =>
          h("button", { key: range, type: "button", "aria-pressed": String((place.range || DEFAULT_RANGE) === range), onClick: () => onPlace({ range }) }, range))),
        h("div", { class: "segments", role: "group", "aria-label": "State" }, STATES.map(([state, label]) =>
          h("button", { key: state, type: "button", "aria-pressed": String(wanted === state), onClick: () => this.setState({ wanted: state }) }, label))),
        Object.entries(place.filter).map(([name, value]) => h("button", {
          key: name, type: "button", class: "chip", onClick: () => onPlace({ filter: withFilter(place.filter, name, "") }),
        }, h("span", { class: "chip-name" }, name), h(Text, { text: value }), " ✕")),
        h("span", { class: "total", role: "status" }, jobs === null ? "" : `${jobs.length} jobs, ${failed} failed`)),
      jobs === null || jobs.length === 0 ? null : h(Trouble, { error, says: "These are not the latest.", retry: () => this.refresh.now() }),
      this.#body(jobs?.filter((job) => wanted === "" || job.state === wanted) ?? null, error, place));
  }

  #body(jobs, error, place) {
    if (jobs === null || jobs.length === 0) {
      return error !== null ? h(Failure, { error, retry: () => this.refresh.now() })
        : jobs === null ? h("div", { "aria-busy": "true" })
        : h(Notice, { title: "No jobs in this time." },
          place.range === "all" ? h("p", null, "A job is known by its stages, such as pipeline:start.")
            : h("button", { type: "button", onClick: () => this.props.onPlace({ range: "all" }) }, "Show all times"));
    }
    const now = Date.now();
    return h("div", { class: "table-wrap", tabIndex: 0, role: "region", "aria-label": "Jobs" }, h("table", null,
      h("thead", null, h("tr", null, ["state", "job", "operation", "provider", "user", "attempts", "took", "heard of", "error"].map((name) =>
        h("th", { key: name, scope: "col", class: ["attempts", "took"].includes(name) ? "number" : "" }, name)))),
      h("tbody", null, jobs.map((job) => h("tr", { key: job.id },
        h("td", null, h("span", { class: `state state-${job.state in SIGNS ? job.state : "unknown"}` },
          h("span", { "aria-hidden": "true" }, `${SIGNS[job.state] ?? "?"} `), h(Text, { text: job.state }))),
        h("td", null, h("a", { href: writePlace(traceAt("job", job.id)) }, h(Text, { text: job.id }))),
        h("td", null, h(Text, { text: job.operation })),
        h("td", null, job.provider === "" ? null : h("a", { href: writePlace(placeOf("jobs", { range: place.range, filter: withFilter(place.filter, "provider_id", job.provider) })) },
          h(Text, { text: job.provider }))),
        h("td", null, h(Text, { text: job.user })),
        h("td", { class: "number" }, job.attempts || ""),
        h("td", { class: "number" }, duration(job.duration)),
        h("td", null, ago(job.heard, now)),
        h("td", { class: "wide" }, job.error === "" ? null
          : h(Text, { text: job.errorType === "" ? job.error : `${job.errorType}: ${job.error}` })))))));
  }
}
