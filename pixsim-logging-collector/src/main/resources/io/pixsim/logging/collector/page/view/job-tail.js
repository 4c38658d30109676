import { Component, createRef, h } from "../preact.js";
import { levelOf } from "../model/level.js";
import { Copy, Menu, Trouble } from "./parts.js";
import { Refresh } from "./refresh.js";
import { Text } from "./text.js";

const REFRESH_MILLIS = 5_000;
const BYTES = 80_000;
const LEVELS = Object.freeze([["", "All"], ["info", "Info +"], ["warning", "Warn +"], ["error", "Error +"]]);

/** The end of the job's log file as viewers of log files know it: the last bytes, one entry a line, asked for while it is open. */
export class JobTail extends Component {
  state = { lines: null, error: null, level: "" };
  text = createRef();
  refresh = new Refresh(REFRESH_MILLIS, (signal) => this.#load(signal), (error) => this.setState({ error }));

  componentWillUnmount() {
    this.refresh.stop();
  }

  /** What is new is at the end, where one looks. */
  componentDidUpdate(_, before) {
    if (before.lines !== this.state.lines && this.text.current !== null) {
      this.text.current.scrollTop = this.text.current.scrollHeight;
    }
  }

  #parameters() {
    return { tailBytes: BYTES, min_level: this.state.level };
  }

  #path() {
    return `/projects/${encodeURIComponent(this.props.project)}/jobs/${encodeURIComponent(this.props.job)}/log`;
  }

  async #load(signal) {
    const response = await this.props.api.open(this.#path(), this.#parameters(), { signal, base: "api" });
    const text = await response.text();
    const lines = text.split("\n").slice(0, -1);
    const isSame = lines.join("\n") === this.state.lines?.join("\n");
    this.setState(isSame ? { error: null } : { lines, error: null });
    return !(isSame && this.props.isOver);
  }

  #toggled(isOpen) {
    isOpen ? this.refresh.now() : this.refresh.stop();
  }

  render({ api, curl }, { lines, error, level }) {
    return h(Menu, { label: "Log tail", title: "The end of the job's log", id: "tail", onToggle: (isOpen) => this.#toggled(isOpen) },
      h("div", { class: "raw-bar" },
        h("div", { class: "segments", role: "group", "aria-label": "This bad or worse, in the tail" }, LEVELS.map(([one, label]) =>
          h("button", { key: one, type: "button", "aria-pressed": String(one === level),
            onClick: () => this.setState({ level: one }, () => this.refresh.now()) }, label))),
        h("span", { class: "hint", role: "status" }, lines === null ? "" : `${lines.length} lines, the last ${BYTES / 1000} kB at the most`),
        h("span", { class: "spacer" }),
        h(Copy, { label: "Copy", title: "Copy these lines", text: () => (lines ?? []).map((line) => `${line}\n`).join("") }),
        h(Copy, { label: "Copy curl", title: "Copy a command that fetches them",
          text: () => curl(api.address(this.#path(), this.#parameters(), "api")) })),
      h(Trouble, { error, says: "This is not the latest.", retry: () => this.refresh.now() }),
      h("pre", { class: "raw", ref: this.text, tabIndex: 0, role: "region", "aria-label": "The end of the job's log" },
        lines === null ? "…" : lines.length === 0 ? "No line has this." : lines.map((line, at) =>
          h("span", { key: at, class: `raw-${levelOfLine(line)}` }, h(Text, { text: line, lines: true }), "\n"))));
  }
}

function levelOfLine(line) {
  return levelOf(JSON.parse(line).level);
}
