import { h } from "../preact.js";
import { textOf } from "../model/entry.js";
import { duration } from "../model/time.js";
import { spelled } from "../model/visible.js";
import { Text } from "./text.js";

const LEAST_PERCENT = 0.4;

/** Stages below one another on one axis of time: how long each took, where nothing was heard, what was lost. */
export function Timeline({ trace, onSelect }) {
  const whole = Math.max(1, trace.to - trace.from);
  const at = (millis) => ((millis - trace.from) / whole) * 100;
  return h("section", { class: "timeline", "aria-label": "Timeline" },
    h("div", { class: "lane lane-axis", "aria-hidden": "true" },
      h("span", { class: "lane-name" }),
      h("div", { class: "lane-track" }, [0, 25, 50, 75, 100].map((percent) =>
        h("span", { key: percent, class: `axis-mark axis-${percent}`, style: { left: `${percent}%` } }, percent === 0 ? "0" : duration((whole * percent) / 100)))),
      h("span", { class: "lane-length" })),
    h("ol", { class: "lanes" },
      trace.lanes.map((lane) => h("li", { key: `${lane.attempt} ${lane.stage}`, class: "lane" },
        h("span", { class: "lane-name" }, h(Text, { text: lane.stage }),
          lane.attempt === "" ? null : h("span", { class: "attempt", title: `attempt ${lane.attempt}` }, `#${lane.attempt}`)),
        h("div", { class: "lane-track" },
          trace.gaps.map((gap) => h("span", { key: gap.from, class: "gap", style: { left: `${at(gap.from)}%`, width: `${at(gap.to) - at(gap.from)}%` } })),
          lane.drawn.map((bar) => h(Bar, { key: bar.entry.id, bar, lane, from: at(bar.from), to: at(bar.to), onSelect }))),
        h("span", { class: "lane-length number" }, lengthOf(lane)))),
      trace.losses.length === 0 ? null : h("li", { class: "lane" },
        h("span", { class: "lane-name" }, "held back or lost"),
        h("div", { class: "lane-track" }, trace.losses.map((loss) => h("button", {
          key: loss.entry.id, type: "button", class: "loss", style: { left: `${at(loss.at)}%` }, onClick: () => onSelect(loss.entry),
          title: lossText(loss), "aria-label": lossText(loss),
        }, "◆"))),
        h("span", { class: "lane-length number" }, trace.losses.reduce((sum, loss) => sum + loss.count, 0)))),
    trace.lanesLeftOut === 0 ? null : h("p", { class: "hint" }, `${trace.lanesLeftOut} more stages are in the lines below`),
    trace.gaps.length === 0 ? null : h("p", { class: "hint gaps" }, h("span", { class: "gap-sign", "aria-hidden": "true" }),
      `nothing was heard for ${trace.gaps.map((gap) => duration(gap.to - gap.from)).join(", ")}`));
}

function Bar({ bar, lane, from, to, onSelect }) {
  const isPoint = lane.isPolling || bar.to === bar.from;
  const says = spelled(`${lane.stage}, ${isPoint ? textOf(bar.entry.msg) : duration(bar.to - bar.from)}`);
  return h("button", {
    type: "button", class: `bar bar-of-${bar.level}${isPoint ? " bar-point" : ""}`, title: says, "aria-label": says,
    style: { left: `${Math.min(from, 100 - LEAST_PERCENT)}%`, width: isPoint ? undefined : `${Math.max(LEAST_PERCENT, to - from)}%` },
    onClick: () => onSelect(bar.entry),
  });
}

function lengthOf({ bars, isPolling }) {
  if (isPolling) {
    return `${bars.length} ${bars.length === 1 ? "poll" : "polls"}`;
  }
  const sum = bars.reduce((all, bar) => all + bar.to - bar.from, 0);
  return bars.length === 1 && sum === 0 ? "" : duration(sum);
}

function lossText({ count, reasons }) {
  const why = reasons.map(([reason, number]) => `${reason} ${number}`).join(", ");
  return spelled(`${count} held back or lost${why === "" ? "" : `: ${why}`}`);
}
