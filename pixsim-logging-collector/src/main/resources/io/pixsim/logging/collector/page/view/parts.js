import { Component, createRef, h } from "../preact.js";
import { levelOf, tagOf } from "../model/level.js";
import { dayAndTime, fullTime } from "../model/time.js";
import { spelled } from "../model/visible.js";
import { copyText } from "./copy.js";
import { Text } from "./text.js";

/** Small parts that many views are made of. */

/** A level, told by letters, shape and colour. */
export function Level({ level }) {
  const name = levelOf(level);
  return h("span", { class: `level level-${name}`, title: spelled(String(level ?? "")) }, tagOf(name));
}

/** The day, dimmed, and the time. */
export function Time({ timestamp, zone }) {
  const [day, time] = dayAndTime(timestamp, zone);
  return h("time", { dateTime: timestamp, title: fullTime(timestamp, zone) }, h("span", { class: "day" }, `${day} `), time);
}

/** A button that copies a text and says that it did. */
export class Copy extends Component {
  state = { said: "" };

  componentWillUnmount() {
    clearTimeout(this.timer);
  }

  async copy() {
    const isCopied = await copyText(this.props.text());
    this.setState({ said: isCopied ? "copied" : "not copied" });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.setState({ said: "" }), 1500);
  }

  render({ label, title }, { said }) {
    return h("button", { type: "button", class: "quiet copy", title, "aria-label": title, onClick: () => this.copy() },
      h("span", { class: said ? "said" : "" }, said || label));
  }
}

/**
 * A list of actions that opens below a button, and takes the focus; Escape gives it back. A click elsewhere and the focus that goes
 * elsewhere close it.
 */
export class Menu extends Component {
  body = createRef();
  #onAway = (event) => {
    if (!this.base.contains(event.target)) {
      this.base.open = false;
    }
  };

  componentDidMount() {
    document.addEventListener("pointerdown", this.#onAway);
  }

  componentWillUnmount() {
    document.removeEventListener("pointerdown", this.#onAway);
  }

  #close() {
    this.base.open = false;
    this.base.firstElementChild.focus();
  }

  #toggled() {
    if (this.base.open) {
      this.body.current.focus();
    }
    this.props.onToggle?.(this.base.open);
  }

  render({ label, title, children, id }) {
    const onKeyDown = (event) => {
      if (event.key === "Escape" && this.base.open) {
        event.stopPropagation();
        this.#close();
      }
    };
    const onFocusOut = ({ relatedTarget }) => {
      if (relatedTarget !== null && !this.base.contains(relatedTarget)) {
        this.base.open = false;
      }
    };
    return h("details", { class: "menu", id, onKeyDown, onFocusOut, onToggle: () => this.#toggled() },
      h("summary", { title }, label),
      h("div", { class: "menu-body", ref: this.body, tabIndex: -1, role: "group", "aria-label": title }, children));
  }
}

/** What stands where there is nothing, or something failed; nothing below it jumps when it goes. */
export function Notice({ kind = "empty", title, children }) {
  return h("div", { class: `notice notice-${kind}`, role: kind === "error" ? "alert" : "status" },
    h("p", { class: "notice-title" }, title), children);
}

/** What failed beside something that is still shown: what that means for it, and why. */
export function Trouble({ error, says, retry }) {
  return error === null ? null : h("p", { class: "trouble", role: "alert" },
    h("span", null, `${says} `, h(Text, { text: error.message })),
    h("button", { type: "button", onClick: retry }, "Try again"));
}

export function Failure({ error, retry }) {
  return h(Notice, { kind: "error", title: error.status === 0 ? error.message : "The collector refused." },
    error.status === 0 ? null : h("p", null, h(Text, { text: error.message })),
    retry === undefined ? null : h("button", { type: "button", onClick: retry }, "Try again"));
}
