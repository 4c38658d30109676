import { h } from "../preact.js";
import { largest, levelTotals } from "../model/buckets.js";
import { LEVELS } from "../model/level.js";
import { grouped } from "../model/overview.js";
import { Level } from "./parts.js";
import { Text } from "./text.js";

const FIELDS = Object.freeze(["service", "stage", "provider_id", "error_type"]);
const MOST_VALUES = 8;

/** How many entries have which value; each is a filter. */
export function Facets({ stats, filter, onFilter }) {
  if (stats === null) {
    return h("nav", { class: "facets", "aria-label": "Counts" });
  }
  if (stats.total === 0) {
    return h("nav", { class: "facets", "aria-label": "Counts" }, h("p", { class: "hint" }, "Nothing to count."));
  }
  const totals = levelTotals(stats);
  return h("nav", { class: "facets", "aria-label": "Counts", tabIndex: 0 },
    h(Group, { name: "level", filter, onFilter, isLevel: true,
      values: [...LEVELS].reverse().filter((level) => totals[level] > 0).map((level) => [level, totals[level]]) }),
    FIELDS.map((name) => h(Group, { key: name, name, filter, onFilter, values: largest(stats[`by_${name}`], MOST_VALUES) })));
}

function Group({ name, values, filter, onFilter, isLevel = false }) {
  const most = values.reduce((largest, [, count]) => Math.max(largest, count), 1);
  return values.length === 0 ? null : h("section", null,
    h("h2", null, name),
    h("ul", null, values.map(([value, count]) => {
      const isChosen = filter[name] === value;
      return h("li", { key: value }, h("button", {
        type: "button", class: "facet", "aria-pressed": String(isChosen),
        onClick: () => onFilter(name, isChosen ? "" : value),
      },
        h("span", { class: "facet-bar", style: { width: `${(count / most) * 100}%` } }),
        h("span", { class: "facet-value" }, isLevel ? h(Level, { level: value }) : null, h(Text, { text: value })),
        h("span", { class: "number" }, grouped(count))));
    })));
}
