import { Component, h } from "../preact.js";
import { fieldOf, headline } from "../model/entry.js";
import { bytes, grouped } from "../model/overview.js";
import { placeOf, writePlace } from "../model/place.js";
import { ago, duration, fullTime } from "../model/time.js";
import { spelled } from "../model/visible.js";
import { Failure, Level, Notice, Time, Trouble } from "./parts.js";
import { Refresh } from "./refresh.js";
import { Text } from "./text.js";

const REFRESH_MILLIS = 10_000;
const PANELS = 12;
const PANEL_LINES = 8;
const MOST_DAYS = 14;

/** The collector and its clients: what came in, what was lost on the way, what it all takes; and each service's last lines. */
export class System extends Component {
  state = { system: null, panels: [], error: null };
  refresh = new Refresh(REFRESH_MILLIS, (signal) => this.#load(signal), (error) => this.setState({ error }));

  componentDidMount() {
    this.refresh.now();
  }

  componentWillUnmount() {
    this.refresh.stop();
  }

  async #load(signal) {
    const { api } = this.props;
    const [system, { values }] = await Promise.all([api.ask("/system", {}, { signal }), api.ask("/distinct/service", {}, { signal })]);
    const panels = await Promise.all(values.slice(0, PANELS).map(async (service) =>
      ({ service, lines: (await api.ask("/query", { service, limit: PANEL_LINES, count: "none" }, { signal })).logs.reverse() })));
    this.setState({ system, panels, error: null });
  }

  pressed() {
    return false;
  }

  render({ settings }, { system, panels, error }) {
    return h("div", { class: "page system" },
      h("div", { class: "page-bar" }, h("h1", null, "System"),
        system === null ? null : h("span", { class: "hint" }, `up since ${fullTime(system.started_at, settings.zone)}, ${system.viewers} watching`)),
      system === null && error !== null ? h(Failure, { error, retry: () => this.refresh.now() }) : null,
      system === null ? null : h(Trouble, { error, says: "This is not the latest.", retry: () => this.refresh.now() }),
      system === null ? h("div", { "aria-busy": "true" }) : [
        h(Ingestion, { key: "ingestion", ingestion: system.ingestion }),
        h(Store, { key: "store", store: system.store, retention: system.retention }),
        h(Clients, { key: "clients", clients: system.clients, now: Date.parse(system.now) }),
        panels.length === 0 ? h(Notice, { key: "none", title: "No service has sent anything yet." })
          : h("div", { key: "panels", class: "panels" }, panels.map((panel) => h(Panel, { key: panel.service, ...panel, zone: settings.zone }))),
      ]);
  }
}

function Ingestion({ ingestion }) {
  const { received, refused_requests: refused, ...counts } = ingestion;
  return h("section", { class: "card" }, h("h2", null, "Ingestion", h("span", { class: "hint" }, " events since the start")),
    h("dl", { class: "facts" }, Object.entries(counts).map(([name, count]) => figure(name, count))),
    figures("refused requests", refused),
    figures("received as", received));
}

function figures(title, counts) {
  const told = Object.entries(counts).filter(([, count]) => count > 0);
  return told.length === 0 ? null
    : [h("h3", null, title), h("dl", { class: "facts" }, told.map(([name, count]) => figure(name, count)))];
}

function figure(name, count) {
  return h("div", { key: name }, h("dt", null, name), h("dd", { class: "number" }, grouped(count)));
}

function Store({ store, retention }) {
  const most = store.days.reduce((largest, day) => Math.max(largest, day.bytes), 1);
  return h("section", { class: "card" }, h("h2", null, "Store"),
    store.trouble === null ? null : h("p", { class: "wrong", role: "alert" }, h(Text, { text: store.trouble })),
    store.unreadable.length === 0 ? null
      : h("p", { class: "wrong" }, "can't be read: ", h(Text, { text: store.unreadable.join(", ") })),
    h("dl", { class: "facts" },
      figure("entries", store.entries),
      h("div", null, h("dt", null, "size"), h("dd", { class: "number" }, bytes(store.bytes))),
      h("div", null, h("dt", null, "kept"), h("dd", null, keptFor(retention)))),
    retention.rules.map((rule, at) => h("p", { key: at, class: "hint" }, ruleText(rule))),
    h("ul", { class: "lengths", "aria-label": "Days" }, [...store.days].reverse().slice(0, MOST_DAYS).map((day) => h("li", { key: day.day },
      h("span", { class: "length-name" }, day.day),
      h("span", { class: "length-track" }, h("span", { class: "length", style: { width: `${(day.bytes / most) * 100}%` } })),
      h("span", { class: "length-says number" }, `${bytes(day.bytes)}, ${grouped(day.entries)} entries`)))));
}

function keptFor({ days, max_bytes: most }) {
  const time = days === null ? "for ever" : `${days} days`;
  return most === null ? time : `${time}, ${bytes(most)} at the most`;
}

function ruleText({ levels, service, days }) {
  const what = [...levels, service === null ? "" : `of ${service}`].filter((part) => part !== "").join(", ");
  return `${what}: ${days === null ? "for ever" : `${days} days`}`;
}

function Clients({ clients, now }) {
  const heads = ["service", "events", "last seen", "lag", "most", "held back", "lost"];
  return h("section", { class: "card wide-card" }, h("h2", null, "Clients", h("span", { class: "hint" }, " since the start")),
    clients.length === 0 ? h("p", { class: "hint" }, "None has sent anything since the start.")
      : h("div", { class: "table-wrap", tabIndex: 0, role: "region", "aria-label": "Clients" }, h("table", null,
        h("thead", null, h("tr", null, heads.map((name) =>
          h("th", { key: name, scope: "col", class: name === "service" || name === "last seen" ? "" : "number" }, name)))),
        h("tbody", null, clients.map((client) => h("tr", { key: client.service },
          h("td", null, h("a", { href: writePlace(placeOf("logs", { filter: { service: client.service } })) }, h(Text, { text: client.service }))),
          h("td", { class: "number" }, grouped(client.events)),
          h("td", null, ago(Date.parse(client.last_seen), now)),
          h("td", { class: "number" }, duration(client.lag_ms)),
          h("td", { class: "number" }, duration(client.most_lag_ms)),
          h("td", { class: "number", title: reasons(client.lost) }, grouped(client.suppressed)),
          h("td", { class: `number${client.dropped > 0 ? " wrong" : ""}`, title: reasons(client.lost) }, grouped(client.dropped))))))));
}

function reasons(lost) {
  return spelled(Object.entries(lost).map(([reason, count]) => `${reason} ${count}`).join(", "));
}

function Panel({ service, lines, zone }) {
  return h("section", { class: "card panel" },
    h("h2", null, h("a", { href: writePlace(placeOf("logs", { filter: { service } })) }, h(Text, { text: service }))),
    h("ol", { class: "panel-lines" }, lines.map((entry) => h("li", { key: entry.id },
      h(Time, { timestamp: entry.timestamp, zone }), " ", h(Level, { level: entry.level }), " ",
      h(Text, { text: headline(entry) || String(fieldOf(entry, "event") ?? "") })))));
}
