import { Component, createRef, h } from "../preact.js";
import { curlOf, fieldOf, millisOf, textOf, TRACED } from "../model/entry.js";
import { compact } from "../model/json.js";
import { placeOf, writePlace } from "../model/place.js";
import { duration, fullTime } from "../model/time.js";
import { isOver, traceOf } from "../model/trace.js";
import { copyText } from "./copy.js";
import { around } from "./detail.js";
import { JobTail } from "./job-tail.js";
import { LineList } from "./lines.js";
import { Copy, Failure, Level, Menu, Notice, Trouble } from "./parts.js";
import { Refresh } from "./refresh.js";
import { Text } from "./text.js";
import { Timeline } from "./timeline.js";

const REFRESH_MILLIS = 5_000;
const RAW_CHARACTERS = 40_000;
const FILTER_OF = Object.freeze({ job: "job_id", request: "request_id", trace: "trace_id" });

/** All that is known of one job, request or trace: what failed first, its stages over time, its lines. */
export class Trace extends Component {
  state = { entries: null, error: null };
  lines = createRef();
  count = -1;
  refresh = new Refresh(REFRESH_MILLIS, (signal) => this.#load(signal), (error) => this.setState({ error }));

  componentDidMount() {
    this.refresh.now();
  }

  componentDidUpdate(before) {
    if (before.place.kind !== this.props.place.kind || before.place.id !== this.props.place.id) {
      this.setState({ entries: null, error: null });
      this.count = -1;
      this.refresh.now();
    }
  }

  componentWillUnmount() {
    this.refresh.stop();
  }

  /** A job that ended is asked for until nothing late came; false then. */
  async #load(signal) {
    const { kind, id } = this.props.place;
    const entries = await this.props.api.ask(`/trace/${kind}/${encodeURIComponent(id)}`, {}, { signal });
    const isSame = entries.length === this.count;
    this.count = entries.length;
    this.setState(isSame ? { error: null } : { entries, error: null });
    return !(isSame && kind === "job" && isOver(entries));
  }

  pressed(key) {
    const { place, onGo } = this.props;
    const selected = this.state.entries?.find((entry) => String(entry.id) === place.entry);
    if (selected !== undefined && key === "y") {
      copyText(compact(selected));
      return true;
    }
    if (selected !== undefined && key === "c") {
      onGo(around(selected, place));
      return true;
    }
    return this.lines.current?.pressed(key) ?? false;
  }

  /** Reading a trace costs something: it is done when its entries are others. */
  #trace(entries) {
    if (this.of !== entries) {
      this.of = entries;
      this.trace = traceOf(entries);
    }
    return this.trace;
  }

  render({ place, api, settings, onPlace }, { entries, error }) {
    if (entries === null) {
      return error === null ? h("div", { class: "trace", "aria-busy": "true" }) : h(Failure, { error, retry: () => this.refresh.now() });
    }
    const trouble = h(Trouble, { error, says: "What came since is not shown.", retry: () => this.refresh.now() });
    if (entries.length === 0) {
      return h(Notice, { title: [`No lines of ${place.kind} `, h(Text, { text: place.id }), "."] }, h("p", null, "They are shown as soon as there are some."), trouble);
    }
    const trace = this.#trace(entries);
    const onSelect = (entry) => onPlace({ entry: String(entry.id) }, true);
    const curl = (address) => curlOf(address, api.needsToken);
    return h("div", { class: "trace" },
      h("div", { class: "trace-top" },
        trouble,
        h(Head, { place, trace, zone: settings.zone, first: entries[0] }),
        trace.firstError === null ? null : h(FirstError, { entry: trace.firstError, trace, onSelect }),
        trace.lanes.length === 0 && trace.losses.length === 0 ? null : h(Timeline, { trace, onSelect })),
      h(LineList, {
        ref: this.lines, entries, place, settings, selected: place.entry, onSelect: (entry) => onPlace({ entry }, true),
        curl: (entry) => curl(api.address(`/context/${entry.id}`, { before: 0, after: 0 })),
      },
        h("a", { class: "button", href: writePlace(placeOf("logs", { filter: { [FILTER_OF[place.kind]]: place.id }, range: "all" })) }, "In the list"),
        place.kind === "job"
          ? h(JobTail, { key: place.id, api, job: place.id, project: projectOf(entries), isOver: isOver(entries), curl })
          : h(Raw, { entries, address: api.address(`/trace/${place.kind}/${encodeURIComponent(place.id)}`), curl })));
  }
}

const STATES = Object.freeze({ __proto__: null, completed: "✓", failed: "✕", unknown: "?" });

function Head({ place, trace, zone, first }) {
  const isJob = place.kind === "job";
  return h("header", { class: "trace-head" },
    h("h1", null, `${place.kind} `, h(Text, { text: place.id })),
    isJob ? h("span", { class: `state state-${trace.outcome in STATES ? trace.outcome : "unknown"}` },
      h("span", { "aria-hidden": "true" }, `${STATES[trace.outcome] ?? "?"} `), h(Text, { text: trace.outcome })) : null,
    h("dl", { class: "facts" },
      fact("began", fullTime(first.timestamp, zone)),
      fact("took", duration(trace.to - trace.from)),
      isJob && trace.attempts > 0 ? fact("attempts", String(trace.attempts)) : null,
      trace.facts.filter(([name]) => TRACED[name] !== place.kind).map(([name, values]) =>
        fact(name, listed(values.slice(0, 4), (value) => linked(name, value)),
          values.length > 4 ? ` and ${values.length - 4} more` : "")),
      trace.artifacts.length === 0 ? null : fact("artifacts", listed(trace.artifacts, (text) => h(Text, { text }))),
      trace.findings.length === 0 ? null : fact("does not add up", listed(trace.findings, (text) => h(Text, { text })))));
}

function fact(name, ...value) {
  return h("div", { key: name }, h("dt", null, name), h("dd", null, value));
}

function listed(values, draw) {
  return values.map((value, at) => [at > 0 ? ", " : "", draw(value)]);
}

function linked(name, value) {
  const text = h(Text, { text: value });
  return name in TRACED ? h("a", { href: writePlace(placeOf("trace", { kind: TRACED[name], id: value })) }, text) : text;
}

function FirstError({ entry, trace, onSelect }) {
  return h("section", { class: "first-error", "aria-label": "What failed first" },
    h(Level, { level: entry.level }),
    h("div", null,
      h("p", { class: "first-error-title" }, h(Text, { text: textOf(entry.error_type) || textOf(entry.stage) || "error" }),
        h("span", { class: "hint" }, ` ${duration(millisOf(entry) - trace.from)} after the beginning`,
          entry.stage === null ? "" : ", at ", h(Text, { text: textOf(entry.stage) }))),
      h("p", null, h(Text, { text: textOf(entry.error) || textOf(entry.msg) }))),
    h("button", { type: "button", onClick: () => onSelect(entry) }, "Show"));
}

/** Logs of jobs are in folders of projects; entries that name no project are in that of each. */
function projectOf(entries) {
  const named = entries.map((entry) => textOf(fieldOf(entry, "project_id") ?? fieldOf(entry, "projectId"))).find((name) => name !== "");
  return named ?? "default";
}

/** The last of the lines as JSON, one entry a line. */
class Raw extends Component {
  #text() {
    const lines = [];
    let size = 0;
    for (let at = this.props.entries.length - 1; at >= 0 && size < RAW_CHARACTERS; at--) {
      lines.unshift(compact(this.props.entries[at]));
      size += lines[0].length + 1;
    }
    return lines.join("\n");
  }

  render({ entries, address, curl }) {
    const text = this.#text();
    return h(Menu, { label: "Raw", title: "The last lines as JSON", id: "raw" },
      h("div", { class: "raw-bar" },
        h(Copy, { label: "Copy these", title: "Copy these lines", text: () => text }),
        h(Copy, { label: "Copy all", title: "Copy all lines", text: () => entries.map(compact).join("\n") }),
        h(Copy, { label: "Copy curl", title: "Copy a command that fetches them", text: () => curl(address) })),
      h("pre", { class: "raw", tabIndex: 0, "aria-label": "The last lines as JSON" }, h(Text, { text, lines: true })));
  }
}
