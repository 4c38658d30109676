import { Component, h } from "../preact.js";
import { fieldOf, headline, textOf } from "../model/entry.js";
import { levelOf } from "../model/level.js";
import { Level, Time } from "./parts.js";
import { Text } from "./text.js";

/** What the list shows unless told. */
export const USUAL_COLUMNS = Object.freeze(["timestamp", "level", "service", "stage", "job_id", "msg"]);

const WIDTHS = Object.freeze({
  __proto__: null, timestamp: "19ch", level: "5ch", service: "minmax(6ch, 11ch)", stage: "minmax(12ch, 21ch)", job_id: "minmax(5ch, 9ch)",
  msg: "minmax(24ch, 1fr)", error: "minmax(20ch, 1fr)", duration_ms: "9ch", attempt: "8ch", env: "7ch",
});
const TITLES = Object.freeze({ __proto__: null, timestamp: "time", msg: "message", job_id: "job", duration_ms: "ms" });
const NUMBERS = new Set(["duration_ms", "attempt"]);

export function titleOf(column) {
  return TITLES[column] ?? column;
}

/** @returns {string} the widths of columns as CSS has them */
export function widthsOf(columns) {
  return columns.map((name) => WIDTHS[name] ?? "minmax(8ch, 18ch)").join(" ");
}

/** One line of the list. It is drawn again only when something of it is another. */
export class Row extends Component {
  shouldComponentUpdate(next) {
    return Object.keys(next).some((name) => next[name] !== this.props[name]);
  }

  render({ entry, index, top, columns, zone, finder, isSelected, isPinned, onOpen }) {
    const level = levelOf(entry.level);
    const classes = ["row", `row-${level}`, isSelected && "selected", isPinned && "pinned"].filter(Boolean).join(" ");
    return h("div", {
      class: classes, id: `line-${entry.id}`, role: "row", "aria-rowindex": index + 2, "aria-selected": String(isSelected),
      style: { transform: `translateY(${top}px)` }, onClick: () => onOpen(entry),
    }, columns.map((name) => h(Cell, { key: name, entry, name, zone, finder })));
  }
}

function Cell({ entry, name, zone, finder }) {
  return h("div", { class: `cell cell-${cellKind(name)}`, role: "gridcell" }, contentOf(entry, name, zone, finder));
}

/** Names of fields come from entries: only those that are known may be part of a class. */
function cellKind(name) {
  return name in WIDTHS ? `${name}${NUMBERS.has(name) ? " number" : ""}` : "other";
}

function contentOf(entry, name, zone, finder) {
  if (name === "timestamp") {
    return h(Time, { timestamp: entry.timestamp, zone });
  }
  if (name === "level") {
    return h(Level, { level: entry.level });
  }
  const text = name === "msg" ? headline(entry) : textOf(fieldOf(entry, name));
  return text === "" ? null : h(Text, { text, finder });
}
