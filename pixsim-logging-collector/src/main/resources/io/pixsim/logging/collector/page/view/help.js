import { Component, createRef, h } from "../preact.js";

const KEYS = Object.freeze([
  ["/", "search"], ["j  k  ↓  ↑", "next, previous line"], ["Enter", "the line in full"], ["Esc", "close"],
  ["e  E", "next, previous error"], ["g  G", "first, last line"], ["t", "pause the tail, or go on"],
  ["1  …  5", "all lines, or those this bad and worse"], ["[  ]  \\", "earlier, later, twice as long"],
  ["c", "lines around the line"], ["o", "the job of the line"], ["y", "copy the line as JSON"],
  ["l  b  v  s", "logs, jobs, overview, system"], ["d", "light or dark"], ["z", "UTC or local time"], ["?", "this"],
]);

/** What keys do, and what a search may hold. */
export class Help extends Component {
  dialog = createRef();

  componentDidMount() {
    this.dialog.current.showModal();
  }

  render({ onClose }) {
    return h("dialog", { class: "help", ref: this.dialog, "aria-labelledby": "help-title", onClose },
      h("h1", { id: "help-title" }, "Keys"),
      h("dl", { class: "keys" }, KEYS.map(([keys, does]) => h("div", { key: keys },
        h("dt", null, keys.split("  ").map((key) => h("kbd", { key }, key))), h("dd", null, does)))),
      h("h2", null, "Search"),
      h("p", null, "A phrase is found in messages, errors, names and fields, in any case; nothing is a wildcard. "),
      h("dl", { class: "keys" },
        h("div", null, h("dt", null, h("kbd", null, "a | b")), h("dd", null, "either of two")),
        h("div", null, h("dt", null, h("kbd", null, "a !b")), h("dd", null, "the one without the other")),
        h("div", null, h("dt", null, h("kbd", null, "\"a|b\"")), h("dd", null, "as it stands"))),
      h("button", { type: "button", onClick: () => this.dialog.current.close() }, "Close"));
  }
}
