import { h } from "../preact.js";
import { grouped } from "../model/overview.js";
import { writePlace } from "../model/place.js";
import { boundsOf, isOpen } from "../model/range.js";
import { dayAndTime } from "../model/time.js";
import { ColumnsMenu, DownloadMenu, PresetsMenu } from "./menus.js";
import { Text } from "./text.js";

/** What stands above a list: whether it is live, how many lines there are, and what can be done with all of them. */
export function ListBar({ lines, place, api, settings, columns, curl, statsError, counted, onPlace, onSettings }) {
  const isAround = place.around !== "";
  return h("div", { class: "list-bar" },
    isAround ? null : h(TailButton, { lines, place, onPlace }),
    h("span", { class: "total", role: "status" }, totalOf(lines, counted, settings.zone)),
    statsError === null ? null : h("span", { class: "hint" }, "no counts: ", h(Text, { text: statsError.message })),
    h("span", { class: "spacer" }),
    isAround ? null : h("button", {
      type: "button", class: "facets-button", "aria-pressed": String(settings.facets), onClick: () => onSettings({ facets: !settings.facets }),
    }, "Counts"),
    h(PresetsMenu, { place, presets: settings.presets, onPresets: (presets) => onSettings({ presets }) }),
    h(ColumnsMenu, { api, columns, service: place.filter.service, onColumns: (chosen) => {
      onSettings({ columns: chosen });
      onPlace({ columns: chosen }, true);
    } }),
    h(DownloadMenu, { api, curl, parameters: () => ({ ...place.filter, ...boundsOf(place.range, Date.now()) }) }));
}

/** How many lines there are, as far as that is known by now. */
function totalOf(lines, counted, zone) {
  const here = lines.rows.length;
  if (!lines.isReady) {
    return "…";
  }
  if (here === 0 && lines.error !== null) {
    return "";
  }
  if (!lines.isWhole) {
    return `${grouped(here)} lines, searched back to ${dayAndTime(lines.searchedTo, zone)[1].slice(0, 8)}`;
  }
  return counted === null ? `${grouped(here)}${lines.hasOlder ? "+" : ""} lines` : `${grouped(Math.max(here, counted.total))} lines`;
}

const TAIL_LABELS = Object.freeze({ connecting: "Connecting", live: "Live", waiting: "Reconnecting", paused: "Paused" });

function TailButton({ lines, place, onPlace }) {
  const isPossible = isOpen(place.range) && place.around === "";
  const state = isPossible ? lines.tailState : "paused";
  return h("button", {
    type: "button", class: `tail tail-${state}`, disabled: !isPossible, "aria-pressed": String(isPossible && place.live),
    title: isPossible ? "Pause or go on (t)" : "This time is over: nothing new comes", onClick: () => onPlace({ live: !place.live }),
  }, h("span", { class: "tail-sign", "aria-hidden": "true" }), isPossible ? TAIL_LABELS[state] : "Past",
    lines.isFull ? ", the list is full" : "");
}

/** What stands in place of counts when the lines are those around one. */
export function AroundBar({ place }) {
  const others = Object.keys(place.filter).length > 0;
  return h("div", { class: "around-bar" },
    h("span", null, "Lines around one", others ? ", with the filters above" : ""),
    others ? h("a", { href: writePlace({ ...place, filter: {} }) }, "of all services") : null);
}
