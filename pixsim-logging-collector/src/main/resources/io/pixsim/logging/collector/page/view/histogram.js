import { Component, h } from "../preact.js";
import { bucketsOf, stackOf, ticksOf } from "../model/buckets.js";
import { grouped } from "../model/overview.js";
import { axisTime } from "../model/time.js";

const HEIGHT = 56;
const TICKS = 8;
const FIRST_PERCENT = 9;
const LAST_PERCENT = 91;
const STEPS = Object.freeze({ ArrowLeft: -1, ArrowRight: 1 });

/**
 * How many entries there were when, by level. A range is chosen by dragging; by keyboard, the arrows move, with shift they
 * extend, and Enter chooses: from a time up to another one, which is no more part of it.
 */
export class Histogram extends Component {
  state = { from: -1, to: -1, isDragging: false };

  #indexAt(event, count) {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(count - 1, Math.floor(((event.clientX - box.left) / box.width) * count)));
  }

  #choose({ buckets, width }, { from, to }) {
    this.setState({ isDragging: false, from: -1, to: -1 });
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    this.props.onRange(buckets[first].from, buckets[last].from + width);
  }

  #pressed(event, chart) {
    const { from, to } = this.state;
    if (event.key in STEPS) {
      const next = Math.max(0, Math.min(chart.buckets.length - 1, (to < 0 ? chart.buckets.length : to) + STEPS[event.key]));
      this.setState({ from: event.shiftKey && from >= 0 ? from : next, to: next });
    } else if (event.key === "Enter" && to >= 0) {
      this.#choose(chart, this.state);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  render({ stats, zone }, { from, to, isDragging }) {
    if (stats === null) {
      return h("div", { class: "histogram", "aria-hidden": "true" });
    }
    const chart = bucketsOf(stats);
    const { buckets } = chart;
    const pointed = buckets[to];
    const handlers = {
      onPointerDown: (event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const at = this.#indexAt(event, buckets.length);
        this.setState({ from: at, to: at, isDragging: true });
      },
      onPointerMove: (event) => {
        const at = this.#indexAt(event, buckets.length);
        this.setState(isDragging ? { to: at } : { from: at, to: at });
      },
      onPointerUp: () => isDragging && this.#choose(chart, this.state),
      onPointerLeave: () => isDragging || this.setState({ from: -1, to: -1 }),
      onPointerCancel: () => this.setState({ from: -1, to: -1, isDragging: false }),
      onKeyDown: (event) => this.#pressed(event, chart),
    };
    return h("div", {
      class: "histogram", role: "slider", tabIndex: 0, "aria-label": "Entries over time; Enter shows the chosen time",
      "aria-valuemin": 0, "aria-valuemax": buckets.length - 1, "aria-valuenow": to < 0 ? buckets.length - 1 : to,
      "aria-valuetext": pointed === undefined ? `${grouped(stats.total)} entries` : this.#say(pointed, zone), ...handlers,
    },
      h(Bars, { chart, from: Math.min(from, to), to: Math.max(from, to) }),
      ticksOf(chart.from, chart.to, TICKS).map((at) => h(Tick, { key: at, at, chart, zone })),
      pointed === undefined ? null : h("span", { class: "pointed" }, this.#say(pointed, zone)));
  }

  #say(bucket, zone) {
    const levels = Object.entries(bucket.levels).map(([level, count]) => `${grouped(count)} ${level}`).join(", ");
    return `${axisTime(bucket.from, 0, zone)}  ${levels || "nothing"}`;
  }
}

/** A time below the bars; at either end it stands beside its place, or it would stick out. */
function Tick({ at, chart, zone }) {
  const percent = ((at - chart.from) / (chart.to - chart.from)) * 100;
  const end = percent < FIRST_PERCENT ? " tick-begin" : percent > LAST_PERCENT ? " tick-end" : "";
  return h("span", { class: `tick${end}`, style: { left: `${percent}%` } },
    axisTime(at, chart.to - chart.from, zone));
}

class Bars extends Component {
  shouldComponentUpdate(next) {
    return next.chart.most !== this.props.chart.most || next.chart.from !== this.props.chart.from
      || next.from !== this.props.from || next.to !== this.props.to || next.chart.buckets !== this.props.chart.buckets;
  }

  render({ chart, from, to }) {
    return h("svg", { viewBox: `0 0 ${chart.buckets.length} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
      from < 0 ? null : h("rect", { class: "chosen", x: from, y: 0, width: to - from + 1, height: HEIGHT }),
      chart.buckets.map((bucket, x) => stackOf(bucket, chart.most, HEIGHT).map(({ level, y, height }) =>
        h("rect", { key: `${x}${level}`, class: `bar-${level}`, x: x + 0.08, y, width: 0.84, height }))));
  }
}
