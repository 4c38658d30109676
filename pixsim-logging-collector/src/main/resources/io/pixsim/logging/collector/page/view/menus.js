import { Component, h } from "../preact.js";
import { COLUMNS } from "../model/entry.js";
import { placeOf, writePlace } from "../model/place.js";
import { Copy, Menu } from "./parts.js";
import { Text } from "./text.js";
import { USUAL_COLUMNS, titleOf } from "./row.js";

/** Which fields the list shows; those without a column are asked for when the menu opens. */
export class ColumnsMenu extends Component {
  state = { dynamic: [] };

  async #ask() {
    try {
      const { dynamic } = await this.props.api.ask("/fields", { service: this.props.service, sample_limit: 300 });
      this.setState({ dynamic });
    } catch {
      // The columns that are known can be chosen all the same.
    }
  }

  render({ columns, onColumns }, { dynamic }) {
    const names = [...new Set(["timestamp", ...COLUMNS, ...dynamic, ...columns])].filter((name) => name !== "event_uid");
    const toggle = (name) => onColumns(columns.includes(name) ? columns.filter((one) => one !== name) : withColumn(columns, name));
    return h(Menu, { label: "Columns", title: "Choose what the list shows", id: "columns" },
      h("div", { class: "column-choice", onPointerEnter: () => dynamic.length === 0 && this.#ask(),
        onFocusIn: () => dynamic.length === 0 && this.#ask() }, names.map((name) =>
        h("label", { key: name },
          h("input", { type: "checkbox", checked: columns.includes(name), onChange: () => toggle(name) }), h(Text, { text: titleOf(name) })))),
      h("button", { type: "button", class: "quiet", onClick: () => onColumns([...USUAL_COLUMNS]) }, "The usual ones"));
  }
}

/** The message takes what is left of the width, so it stays the last one. */
function withColumn(columns, name) {
  const others = columns.filter((one) => one !== "msg");
  return columns.includes("msg") ? [...others, name, "msg"] : [...columns, name];
}

/** What is asked for every day; each keeps the time that is looked at. */
const STANDARD = Object.freeze([
  ["Errors", { filter: { min_level: "error" } }],
  ["Warnings and worse", { filter: { min_level: "warning" } }],
  ["Provider errors", { filter: { stage: "provider:error" } }],
  ["Retries", { filter: { stage: "retry:decision" } }],
  ["How jobs ended", { filter: { stage: "job:end" } }],
  ["Losses", { filter: { stage: "log:loss" } }],
]);

/** Searches with a name: some that everybody needs, and one's own. */
export class PresetsMenu extends Component {
  render({ place, presets, onPresets }) {
    const keep = (event) => {
      event.preventDefault();
      const name = new FormData(event.target).get("name").trim();
      if (name !== "") {
        const address = writePlace({ ...place, entry: "", around: "" });
        onPresets([...presets.filter((preset) => preset.name !== name), { name, address }]);
        event.target.reset();
      }
    };
    return h(Menu, { label: "Presets", title: "Searches with a name" },
      h("ul", { class: "links" },
        STANDARD.map(([name, more]) => h("li", { key: name },
          h("a", { href: writePlace(placeOf("logs", { ...more, range: place.range, columns: place.columns })) }, name))),
        presets.map((preset) => h("li", { key: `own ${preset.name}` },
          h("a", { href: preset.address }, h(Text, { text: preset.name })),
          h("button", { type: "button", class: "quiet", "aria-label": `Forget ${preset.name}`,
            onClick: (event) => {
              event.currentTarget.closest(".menu-body").focus();
              onPresets(presets.filter((one) => one !== preset));
            } }, "✕")))),
      h("form", { class: "keep", onSubmit: keep },
        h("input", { name: "name", maxLength: 60, placeholder: "Name of this search", "aria-label": "Name of this search", autoComplete: "off" }),
        h("button", { type: "submit" }, "Keep")));
  }
}

/** Downloads what is filtered. A link can't show a token: then the page fetches it and hands it over. */
export class DownloadMenu extends Component {
  state = { isBusy: false, failure: "" };

  async #fetch(format) {
    this.setState({ isBusy: true, failure: "" });
    try {
      const response = await this.props.api.open("/export", { ...this.props.parameters(), format });
      const address = URL.createObjectURL(await response.blob());
      const link = Object.assign(document.createElement("a"), { href: address, download: `logs.${format}` });
      link.click();
      URL.revokeObjectURL(address);
    } catch (error) {
      this.setState({ failure: error.message });
    }
    this.setState({ isBusy: false });
  }

  render({ api, parameters, curl }, { isBusy, failure }) {
    const choice = (format, label) => api.needsToken
      ? h("button", { type: "button", class: "quiet", disabled: isBusy, onClick: () => this.#fetch(format) }, label)
      : h("a", { href: api.address("/export", { ...parameters(), format }), download: `logs.${format}` }, label);
    return h(Menu, { label: "Download", title: "Download what is filtered", id: "download" },
      h("ul", { class: "links" },
        h("li", null, choice("ndjson", "NDJSON, one entry a line")),
        h("li", null, choice("csv", "CSV, a table")),
        h("li", null, h(Copy, { label: "Copy as curl", title: "Copy a command that downloads it",
          text: () => curl(api.address("/export", { ...parameters(), format: "ndjson" })) }))),
      h("p", { class: "hint", role: "status" }, h(Text, { text: failure })));
  }
}
