import { Component, createRef, h } from "../preact.js";
import { isAtLeast } from "../model/level.js";
import { finderOf } from "../model/search.js";
import { textOf, headline } from "../model/entry.js";
import { Detail } from "./detail.js";
import { Grid } from "./grid.js";
import { Notice } from "./parts.js";
import { USUAL_COLUMNS } from "./row.js";

/** Lines that are all there: filtered by level and text in the page, one of them in full beside them. */
export class LineList extends Component {
  state = { level: "debug", text: "" };
  grid = createRef();

  pressed(key) {
    const failure = (entry) => isAtLeast(entry.level, "error");
    const actions = {
      j: () => this.grid.current?.step(1), k: () => this.grid.current?.step(-1), g: () => this.grid.current?.toStart(),
      G: () => this.grid.current?.toEnd(), e: () => this.grid.current?.seek(1, failure), E: () => this.grid.current?.seek(-1, failure),
      Escape: () => this.#close(),
    };
    actions[key]?.();
    return key in actions;
  }

  #close() {
    this.props.onSelect("");
    this.grid.current?.focus();
  }

  #shown() {
    const { entries } = this.props;
    const { level, text } = this.state;
    if (entries !== this.from || level !== this.level || text !== this.text) {
      Object.assign(this, { from: entries, level, text });
      const lower = text.toLowerCase();
      this.shown = entries.filter((entry) => isAtLeast(entry.level, level)
        && (lower === "" || headline(entry).toLowerCase().includes(lower) || textOf(entry.stage).toLowerCase().includes(lower)));
      this.finder = finderOf([text]);
    }
    return this.shown;
  }

  render({ entries, place, settings, selected, curl, onSelect, children }, { level, text }) {
    const rows = this.#shown();
    const columns = settings.columns.length > 0 ? settings.columns : USUAL_COLUMNS;
    const entry = selected === "" ? undefined : entries.find((one) => String(one.id) === selected);
    return h("section", { class: "line-list", "aria-label": "Lines" },
      h("div", { class: "list-bar" },
        h("div", { class: "segments", role: "group", "aria-label": "This bad or worse" },
          [["debug", "All"], ["info", "Info +"], ["warning", "Warn +"], ["error", "Error +"]].map(([one, label]) =>
            h("button", { key: one, type: "button", "aria-pressed": String(one === level), onClick: () => this.setState({ level: one }) }, label))),
        h("input", { type: "search", class: "narrow", value: text, placeholder: "Find in these lines", "aria-label": "Find in these lines",
          onInput: (event) => this.setState({ text: event.target.value }) }),
        h("span", { class: "total", role: "status" }, `${rows.length} of ${entries.length} lines`),
        h("span", { class: "spacer" }), children),
      h("div", { class: `panes${entry === undefined ? "" : " with-detail"}` },
        h("div", { class: "list" },
          h(Grid, {
            ref: this.grid, rows, added: 0, removed: 0, hasNewer: false, columns, zone: settings.zone, finder: this.finder, selected,
            pinned: "", begin: "top", label: "Lines, oldest first",
            onSelect: (one) => onSelect(String(one.id)), onOpen: (one) => onSelect(String(one.id)),
            onNearTop: () => {}, onNearEnd: () => {}, onFollow: () => {},
          }),
          rows.length === 0 ? h(Notice, { title: "None of the lines has this." }) : null),
        entry === undefined ? null : h(Detail, {
          entry, place, zone: settings.zone, finder: this.finder, curl, onClose: () => this.#close(),
        })));
  }
}
