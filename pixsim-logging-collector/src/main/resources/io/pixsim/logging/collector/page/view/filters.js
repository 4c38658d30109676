import { Component, createRef, h } from "../preact.js";
import { FILTERS } from "../model/place.js";
import { RANGES, boundsOf, isOpen, rangeBetween, shifted, widened } from "../model/range.js";
import { axisTime, inputTime, ofInput } from "../model/time.js";
import { Menu } from "./parts.js";
import { Text } from "./text.js";

const QUICK_LEVELS = Object.freeze([
  ["", "All"], ["info", "Info +"], ["warning", "Warn +"], ["error", "Error +"], ["critical", "Crit"],
]);
const TYPED = FILTERS.filter((name) => !["search", "min_level", "level"].includes(name));
const TYPING_MILLIS = 250;

/** What is looked for: text, how bad, when, and any field. */
export class Filters extends Component {
  state = { typed: null };
  search = createRef();

  componentWillUnmount() {
    clearTimeout(this.timer);
  }

  /** A chip that is taken away takes the focus with it: it goes to what is beside. */
  componentDidUpdate() {
    if (this.hasLeft && document.activeElement === document.body) {
      (this.base.querySelector(".chip") ?? this.base.querySelector(".new-filter select")).focus();
    }
    this.hasLeft = false;
  }

  #leave(name) {
    this.hasLeft = true;
    this.props.onFilter(name, "");
  }

  focusSearch() {
    this.search.current.focus();
    this.search.current.select();
  }

  #typed(text) {
    this.setState({ typed: text });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#search(), TYPING_MILLIS);
  }

  #search() {
    clearTimeout(this.timer);
    const { typed } = this.state;
    this.setState({ typed: null });
    if (typed !== null && typed !== (this.props.place.filter.search ?? "")) {
      this.props.onFilter("search", typed);
    }
  }

  render({ place, zone, api, onFilter, onRange, onHighlight }, { typed }) {
    const { filter, range, highlight } = place;
    return h("div", { class: "filters", role: "search" },
      h("div", { class: "filter-row" },
        h("input", {
          type: "search", class: "search", ref: this.search, value: typed ?? filter.search ?? "", maxLength: 1000,
          placeholder: "Search   a | b   !without   \"as it stands\"", "aria-label": "Search", title: "Search (/)",
          autoComplete: "off", spellcheck: false,
          onInput: (event) => this.#typed(event.target.value),
          onKeyDown: (event) => event.key === "Enter" && this.#search(),
        }),
        h("div", { class: "segments", role: "group", "aria-label": "This bad or worse" }, QUICK_LEVELS.map(([level, label], at) =>
          h("button", {
            key: level, type: "button", "aria-pressed": String((filter.min_level ?? "") === level), title: `${label} (${at + 1})`,
            onClick: () => onFilter("min_level", level),
          }, label))),
        h(Range, { range, zone, onRange })),
      h("div", { class: "filter-row chips" },
        Object.entries(filter).filter(([name]) => !["search", "min_level"].includes(name)).map(([name, value]) =>
          h("button", { key: name, type: "button", class: "chip", onClick: () => this.#leave(name),
            "aria-label": `Take away the filter ${name}` },
            h("span", { class: "chip-name" }, name), h(Text, { text: value }), h("span", { "aria-hidden": "true" }, " ✕"))),
        h(NewFilter, { api, filter, onFilter }),
        h("input", {
          class: "highlight", type: "text", value: highlight, placeholder: "Highlight", "aria-label": "Highlight without filtering",
          autoComplete: "off", spellcheck: false, onInput: (event) => onHighlight(event.target.value),
        })));
  }
}

function Range({ range, zone, onRange }) {
  const label = isOpen(range) ? null : rangeLabel(range, zone);
  return h("div", { class: "range" },
    h("div", { class: "segments", role: "group", "aria-label": "Time" }, RANGES.map((name) =>
      h("button", { key: name, type: "button", "aria-pressed": String(range === name), onClick: () => onRange(name) }, name))),
    h(Menu, { label: label ?? "from … to", title: "Choose a time" }, h(FromTo, { range, zone, onRange })),
    h("div", { class: "segments", role: "group", "aria-label": "Move the time" },
      h("button", { type: "button", title: "Earlier ([)", "aria-label": "Earlier", onClick: () => onRange(shifted(range, -1, Date.now())) }, "◂"),
      h("button", { type: "button", title: "Later (])", "aria-label": "Later", onClick: () => onRange(shifted(range, 1, Date.now())) }, "▸"),
      h("button", { type: "button", title: "Twice as long (\\)", "aria-label": "Twice as long", onClick: () => onRange(widened(range, Date.now())) }, "◂▸")));
}

function rangeLabel(range, zone) {
  const { start_time: from, end_time: to } = boundsOf(range, Date.now());
  return [from, to].map((time) => (time === undefined ? "…" : axisTime(Date.parse(time), 2 * 86_400_000, zone))).join(" to ");
}

class FromTo extends Component {
  render({ range, zone, onRange }) {
    const { start_time: from, end_time: to } = boundsOf(range, Date.now());
    const submit = (event) => {
      event.preventDefault();
      const given = new FormData(event.target);
      const times = [ofInput(given.get("from"), zone), ofInput(given.get("to"), zone)];
      if (times.every(Number.isFinite)) {
        onRange(rangeBetween(...times));
      }
    };
    const field = (name, time) => h("label", null, name,
      h("input", { type: "datetime-local", name, step: 1, required: true, value: inputTime(time === undefined ? Date.now() : Date.parse(time), zone) }));
    return h("form", { class: "from-to", onSubmit: submit },
      field("from", from), field("to", to), h("p", { class: "hint" }, zone === "utc" ? "in UTC" : "in local time"),
      h("button", { type: "submit" }, "Show"));
  }
}

/** Any field: its name, and a value of which those that there are, are offered. */
class NewFilter extends Component {
  state = { name: "service", values: [] };

  async #offer(name) {
    this.setState({ name, values: [] });
    try {
      const { values } = await this.props.api.ask("/distinct", { field: name, limit: 100 });
      this.setState((state) => (state.name === name ? { values: values.map(String) } : null));
    } catch {
      // Nothing is offered; a value can be typed all the same.
    }
  }

  render({ onFilter }, { name, values }) {
    const submit = (event) => {
      event.preventDefault();
      const value = new FormData(event.target).get("value").trim();
      if (value !== "") {
        onFilter(name, value);
        event.target.reset();
      }
    };
    return h("form", { class: "new-filter", onSubmit: submit },
      h("select", { "aria-label": "Field to filter by", value: name, onChange: (event) => this.#offer(event.target.value) },
        TYPED.map((one) => h("option", { key: one, value: one }, one))),
      h("input", { name: "value", list: "values", placeholder: "value, Enter", "aria-label": "Value to filter by", autoComplete: "off",
        spellcheck: false, onFocus: () => values.length === 0 && this.#offer(name) }),
      h("datalist", { id: "values" }, values.map((value) => h("option", { key: value, value }))));
  }
}
