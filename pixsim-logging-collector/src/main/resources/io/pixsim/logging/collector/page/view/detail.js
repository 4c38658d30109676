import { Component, createRef, h } from "../preact.js";
import { fieldsOf, textOf, TRACED } from "../model/entry.js";
import { Numeral, compact, pretty } from "../model/json.js";
import { placeOf, withOnly, writePlace } from "../model/place.js";
import { fullTime } from "../model/time.js";
import { Copy, Level } from "./parts.js";
import { Text } from "./text.js";

const AT_THE_TOP = ["level", "msg", "exception"];
const FRAME = /^\s+at |^\s+\.\.\. |^\s+File "/;

/** All of one entry: what it says, its stack trace, each field with what can be done with it. */
export class Detail extends Component {
  pane = createRef();

  componentDidMount() {
    this.pane.current.scrollTop = 0;
  }

  componentDidUpdate(before) {
    if (before.entry !== this.props.entry) {
      this.pane.current.scrollTop = 0;
    }
  }

  render({ entry, place, zone, finder, curl, onClose }) {
    const exception = textOf(entry.extra?.exception ?? null);
    return h("section", { class: "detail", "aria-label": "The line in full", ref: this.pane, tabIndex: -1 },
      h("header", { class: "detail-head" },
        h(Level, { level: entry.level }),
        h("span", { class: "detail-time" }, fullTime(entry.timestamp, zone)),
        h("button", { type: "button", class: "quiet close", onClick: onClose, "aria-label": "Close", title: "Close (Esc)" }, "✕")),
      h("p", { class: "detail-message" }, h(Text, { text: textOf(entry.msg) || "(no message)", finder, lines: true })),
      h("div", { class: "detail-actions" },
        h("a", { class: "button", href: writePlace(around(entry, place)), title: "The lines before and after (c)" }, "Lines around"),
        entry.job_id === null ? null
          : h("a", { class: "button", href: writePlace(traceAt("job", entry.job_id)), title: "The whole job (o)" }, "Job"),
        h(Copy, { label: "Copy JSON", title: "Copy the entry as JSON (y)", text: () => compact(entry) }),
        h(Copy, { label: "Copy curl", title: "Copy a command that fetches the entry", text: () => curl(entry) })),
      exception === "" ? null : h(StackTrace, { text: exception, finder }),
      h("dl", { class: "fields" }, fieldsOf(entry, AT_THE_TOP).map(([name, value]) =>
        h(Field, { key: name, name, value, place, finder }))),
      h("p", { class: "detail-foot" }, `id ${entry.id}`));
  }
}

/** Where the neighbours of an entry are: those of its service, without the other filters. */
export function around(entry, place) {
  return { ...placeOf("logs"), filter: { service: entry.service }, range: "all", columns: place.columns,
    around: String(entry.id), entry: String(entry.id), live: false };
}

export function traceAt(kind, id) {
  return placeOf("trace", { kind, id: String(id) });
}

function Field({ name, value, place, finder }) {
  const text = value !== null && typeof value === "object" && !(value instanceof Numeral) ? pretty(value) : textOf(value);
  const filter = withOnly(place.filter, name, value);
  return h("div", { class: "field" },
    h("dt", null, h(Text, { text: name })),
    h("dd", null,
      name in TRACED
        ? h("a", { href: writePlace(traceAt(TRACED[name], value)) }, h(Text, { text, finder, lines: true }))
        : h(Text, { text, finder, lines: true })),
    h("dd", { class: "field-actions" },
      filter === null ? null
        : h("a", { class: "quiet", href: writePlace(filtered(place, filter)), title: "Show only lines with this value",
          "aria-label": "Show only lines with this value" }, "only"),
      h(Copy, { label: "copy", title: "Copy the value as it came", text: () => text })));
}

/** The list with another filter. */
function filtered(place, filter) {
  return { ...placeOf("logs"), filter, range: place.view === "logs" ? place.range : "all", columns: place.columns };
}

/** Lines of the trace; a row of frames is folded to its first ones. */
function StackTrace({ text, finder }) {
  return h("section", { class: "stack", "aria-label": "Stack trace" },
    h("div", { class: "stack-head" }, h("h2", null, "Stack trace"),
      h(Copy, { label: "copy", title: "Copy the stack trace as it came", text: () => text })),
    folded(text.split("\n")).map((part, index) =>
      part.isFolded
        ? h("details", { key: index }, h("summary", null, `${part.lines.length} more frames`), lines(part.lines, finder))
        : h("div", { key: index }, lines(part.lines, finder))));
}

const SHOWN_FRAMES = 6;

function folded(all) {
  const parts = [];
  let frames = 0;
  for (const line of all) {
    frames = FRAME.test(line) ? frames + 1 : 0;
    const isFolded = frames > SHOWN_FRAMES;
    const last = parts[parts.length - 1];
    if (last?.isFolded === isFolded) {
      last.lines.push(line);
    } else {
      parts.push({ isFolded, lines: [line] });
    }
  }
  return parts;
}

function lines(all, finder) {
  return h("pre", null, all.map((line, index) =>
    h("span", { key: index, class: FRAME.test(line) ? "frame" : "cause" }, h(Text, { text: line, finder, lines: true }), "\n")));
}
