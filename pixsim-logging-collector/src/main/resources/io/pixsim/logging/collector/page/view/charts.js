import { h } from "../preact.js";
import { Text } from "./text.js";

/**
 * Lengths beside names, the longest over the whole width; a lighter part behind the first one where there are two.
 *
 * @param {{rows: {name: string, href: string, value: number, behind?: number, says: string, kind?: string}[], empty: string}} given
 */
export function Lengths({ rows, empty }) {
  const most = rows.reduce((longest, row) => Math.max(longest, row.value, row.behind ?? 0), 0) || 1;
  return rows.length === 0 ? h("p", { class: "hint" }, empty)
    : h("ul", { class: "lengths" }, rows.map((row) => h("li", { key: row.name },
      h("a", { href: row.href, class: "length-name" }, h(Text, { text: row.name })),
      h("span", { class: "length-track" },
        row.behind === undefined ? null : h("span", { class: "length behind", style: { width: `${(row.behind / most) * 100}%` } }),
        h("span", { class: `length ${row.kind ?? ""}`, style: { width: `${(row.value / most) * 100}%` } })),
      h("span", { class: "length-says number" }, row.says))));
}
