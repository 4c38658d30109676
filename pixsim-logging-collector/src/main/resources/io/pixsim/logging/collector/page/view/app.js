import { Component, createRef, h } from "../preact.js";
import { keepSettings, readSettings } from "../data/settings.js";
import { placeOf, readPlace, writePlace } from "../model/place.js";
import { Help } from "./help.js";
import { Jobs } from "./jobs.js";
import { Logs } from "./logs.js";
import { Overview } from "./overview.js";
import { Notice } from "./parts.js";
import { System } from "./system.js";
import { Trace } from "./trace.js";

const VIEWS = Object.freeze({ logs: Logs, jobs: Jobs, trace: Trace, overview: Overview, system: System });
const TABS = Object.freeze([["logs", "Logs", "l"], ["jobs", "Jobs", "b"], ["overview", "Overview", "v"], ["system", "System", "s"]]);
const THEMES = Object.freeze({ auto: "dark", dark: "light", light: "auto" });
const THEME_SIGNS = Object.freeze({ auto: "◐", dark: "●", light: "○" });

/** The page: where it is stands in the address, and nowhere else. */
export class App extends Component {
  state = { place: readPlace(location.hash), settings: readSettings(), isHelpOpen: false, broken: null };
  view = createRef();

  componentDidMount() {
    this.#useTheme();
    addEventListener("hashchange", () => this.setState({ place: readPlace(location.hash), broken: null }));
    addEventListener("keydown", (event) => this.#pressed(event));
  }

  /** A view that fails says so; the others go on. */
  componentDidCatch(error) {
    this.setState({ broken: error });
  }

  /** Goes somewhere, so that the way back leads here. */
  #go(place) {
    location.hash = writePlace(place);
    this.setState({ place, broken: null });
  }

  /** Changes where one is; what is only another look at the same leaves no trace in the history. */
  #change(more, isLook = false) {
    const place = { ...this.state.place, ...more };
    if (!isLook) {
      this.#go(place);
      return;
    }
    history.replaceState(null, "", writePlace(place));
    this.setState({ place });
  }

  #set(more) {
    const settings = { ...this.state.settings, ...more };
    this.setState({ settings }, () => this.#useTheme());
    keepSettings(settings);
  }

  #useTheme() {
    document.documentElement.dataset.theme = this.state.settings.theme;
  }

  #nextZone() {
    this.#set({ zone: this.state.settings.zone === "utc" ? "local" : "utc" });
  }

  #pressed(event) {
    const { target, key } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") !== null) {
      return;
    }
    if (target.closest?.("input, select, textarea")) {
      if (key === "Escape") {
        target.blur();
      }
      return;
    }
    const tab = TABS.find(([, , letter]) => letter === key);
    if (tab !== undefined) {
      this.#go(placeOf(tab[0]));
    } else if (key === "?") {
      this.setState({ isHelpOpen: true });
    } else if (key === "d") {
      this.#set({ theme: THEMES[this.state.settings.theme] });
    } else if (key === "z") {
      this.#nextZone();
    } else if (this.view.current?.pressed(key) !== true) {
      return;
    }
    event.preventDefault();
  }

  render({ api }, { place, settings, isHelpOpen, broken }) {
    const current = place.view === "trace" ? "jobs" : place.view;
    return h("div", { class: "app" },
      h("header", { class: "top" },
        h("a", { class: "brand", href: "#/logs" }, "PixSim logs"),
        h("nav", { "aria-label": "Views" }, TABS.map(([view, label, letter]) => h("a", {
          key: view, href: `#/${view}`, title: `${label} (${letter})`, "aria-current": view === current ? "page" : undefined,
        }, label))),
        h("span", { class: "spacer" }),
        h("button", { type: "button", class: "quiet zone", title: "UTC or local time (z)", onClick: () => this.#nextZone() },
          settings.zone === "utc" ? "UTC" : "local"),
        h("button", { type: "button", class: "quiet", title: `Look: ${settings.theme} (d)`, "aria-label": `Look: ${settings.theme}`,
          onClick: () => this.#set({ theme: THEMES[settings.theme] }) }, THEME_SIGNS[settings.theme]),
        h("button", { type: "button", class: "quiet", title: "Keys (?)", "aria-label": "Keys", onClick: () => this.setState({ isHelpOpen: true }) }, "?")),
      h("main", { id: "main" }, broken !== null
        ? h(Notice, { kind: "error", title: "The page failed." }, h("p", null, String(broken.message)))
        : h(VIEWS[place.view], {
          key: place.view === "trace" ? `${place.kind} ${place.id}` : place.view, ref: this.view, place, api, settings,
          onPlace: (more, isLook) => this.#change(more, isLook), onGo: (next) => this.#go(next), onSettings: (more) => this.#set(more),
        })),
      isHelpOpen ? h(Help, { onClose: () => this.setState({ isHelpOpen: false }) }) : null);
  }
}
