import { Component, createRef, h } from "../preact.js";
import { isAtEnd, scrolledTo, windowOf } from "../model/window.js";
import { Row, titleOf, widthsOf } from "./row.js";

const SPARE_ROWS = 25;
const NEAR_ROWS = 100;
const STEPS = Object.freeze({ ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 });

/**
 * Lines, of which only those in sight are drawn. What is added at the top or taken off there moves nothing that is in sight; what
 * is added at the end is followed while the end is in sight.
 */
export class Grid extends Component {
  state = { top: 0, height: 0, row: 24, head: 24 };
  scroller = createRef();
  follows = this.props.begin !== "top";
  #isSettled = false;
  /** How many lines there were when it was drawn last; more may have come since. */
  #drawn = 0;

  componentDidMount() {
    this.resized = new ResizeObserver(() => this.#measure());
    this.resized.observe(this.scroller.current);
    this.#measure();
  }

  componentWillUnmount() {
    this.resized.disconnect();
  }

  componentDidUpdate(before) {
    const moved = this.props.added - before.added - (this.props.removed - before.removed);
    if (moved !== 0 && !this.follows) {
      this.scroller.current.scrollTop += moved * this.state.row;
    }
    if (!this.#isSettled && this.props.rows.length > 0) {
      this.#isSettled = true;
      this.#settle();
    } else if (this.follows) {
      this.toEnd();
    }
    if (this.props.selected !== before.selected) {
      this.#show(this.#indexOf(this.props.selected));
    }
  }

  /** Where a list begins: with the line it is about in the middle, else at the end. */
  #settle() {
    const pinned = this.#indexOf(this.props.pinned);
    if (pinned >= 0) {
      this.follows = false;
      this.scroller.current.scrollTop = (pinned + 0.5) * this.state.row - this.#view().height / 2;
    } else if (this.follows) {
      this.toEnd();
    }
  }

  #measure() {
    const scroller = this.scroller.current;
    const row = parseFloat(getComputedStyle(scroller).getPropertyValue("--row"));
    const { offsetHeight: head } = scroller.firstElementChild;
    this.setState({ height: scroller.clientHeight, row, head });
  }

  #view() {
    const { height, row, head } = this.state;
    return { top: this.scroller.current.scrollTop, height: height - head, row, count: this.#drawn };
  }

  #scrolled() {
    const view = this.#view();
    this.follows = isAtEnd(view) && !this.props.hasNewer;
    this.props.onFollow(this.follows);
    this.setState({ top: view.top });
    if (view.top < NEAR_ROWS * view.row) {
      this.props.onNearTop();
    }
    if (view.top + view.height > (view.count - NEAR_ROWS) * view.row) {
      this.props.onNearEnd();
    }
  }

  /** Shows the last line, and those to come. */
  toEnd() {
    this.follows = true;
    const scroller = this.scroller.current;
    if (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight) {
      scroller.scrollTop = scroller.scrollHeight;
    }
  }

  toStart() {
    this.follows = false;
    this.scroller.current.scrollTop = 0;
  }

  focus() {
    this.scroller.current.focus({ preventScroll: true });
  }

  #indexOf(id) {
    return id === "" ? -1 : this.props.rows.findLastIndex((entry) => String(entry.id) === id);
  }

  #show(index) {
    if (index >= 0) {
      this.scroller.current.scrollTop = scrolledTo(index, this.#view());
    }
  }

  /** Selects the line so many further on; the last one in sight when none is. */
  step(by) {
    const { rows, selected, onSelect } = this.props;
    const at = this.#indexOf(selected);
    const view = this.#view();
    const next = at < 0 ? Math.floor((view.top + view.height) / view.row) - 1 : at + by;
    const entry = rows[Math.max(0, Math.min(rows.length - 1, next))];
    if (entry !== undefined) {
      onSelect(entry);
    }
  }

  /** Selects the next line in a direction that meets a condition. @returns {boolean} whether there is one */
  seek(direction, meets) {
    const { rows, selected, onSelect } = this.props;
    const from = this.#indexOf(selected);
    const begin = from < 0 ? (direction < 0 ? rows.length : -1) : from;
    for (let at = begin + direction; at >= 0 && at < rows.length; at += direction) {
      if (meets(rows[at])) {
        onSelect(rows[at]);
        return true;
      }
    }
    return false;
  }

  #pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const { rows, selected, onOpen } = this.props;
    if (event.key in STEPS) {
      this.step(STEPS[event.key]);
    } else if (event.key === "Home") {
      this.toStart();
    } else if (event.key === "End") {
      this.toEnd();
    } else if (event.key === "Enter" && this.#indexOf(selected) >= 0) {
      onOpen(rows[this.#indexOf(selected)]);
    } else {
      return;
    }
    event.preventDefault();
  }

  render({ rows, columns, label, zone, finder, selected, pinned, onOpen }, { top, height, row, head }) {
    this.#drawn = rows.length;
    const { first, end } = windowOf({ top, height: height - head, row, count: rows.length, spare: SPARE_ROWS });
    const isDrawn = rows.slice(first, end).some((entry) => String(entry.id) === selected);
    return h("div", {
      class: "grid", role: "grid", ref: this.scroller, tabIndex: 0, "aria-label": label, "aria-rowcount": rows.length + 1,
      "aria-activedescendant": isDrawn ? `line-${selected}` : undefined,
      style: { "--columns": widthsOf(columns) },
      onScroll: () => this.#scrolled(), onKeyDown: (event) => this.#pressed(event),
    },
      h("div", { class: "grid-head", role: "row", "aria-rowindex": 1 },
        columns.map((name) => h("div", { key: name, class: "cell", role: "columnheader" }, titleOf(name)))),
      h("div", { class: "grid-body", role: "rowgroup", style: { height: `${rows.length * row}px` } },
        rows.slice(first, end).map((entry, at) => h(Row, {
          key: entry.id, entry, index: first + at, top: (first + at) * row, columns, zone, finder, onOpen,
          isSelected: String(entry.id) === selected, isPinned: String(entry.id) === pinned,
        }))));
  }
}
