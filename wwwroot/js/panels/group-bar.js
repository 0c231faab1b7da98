/**
 * @import { Explorer } from "../explorer.js"
 * @import { Item } from "./menu.js"
 */
import { number } from "../state/format.js";
import { fill, h, icon } from "./dom.js";

/** What can be done with the entities that are chosen together. @param {HTMLElement} root @param {Explorer} explorer @param {(ids: string[]) => Item[]} deedsFor */
export function groupBar(root, explorer, deedsFor) {
  const draw = () => {
    const { group } = explorer;
    root.hidden = group.length === 0;
    if (root.hidden) return;
    const names = group.map((id) => explorer.graph.nodes.get(id)?.name ?? "?").join(", ");
    const focused = root.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.key : undefined;
    fill(root, h("span", { class: "group-count", title: names }, `${number(group.length)} chosen`),
      ...deedsFor(group).filter((deed) => group.length > 1 || ["C", "O", "K", "H", "X"].includes(deed.key ?? "")).map(({ label, drawing, key, disabled, run }) =>
        h("button", { type: "button", class: "icon-button", title: `${label}${key ? ` (${key})` : ""}`, "data-key": key, disabled, onclick: run },
          icon(drawing ?? "more"), h("span", { class: "sr" }, label))));
    if (focused) /** @type {HTMLElement | null} */ (root.querySelector(`[data-key="${focused}"]`))?.focus();
  };
  explorer.on("group", draw);
  explorer.on("scene", draw);
  draw();
}
