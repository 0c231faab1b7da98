/** @import { Explorer } from "../explorer.js" */
import { counted, number } from "../state/format.js";
import { budget } from "../explorer.js";
import { fill, h, icon } from "./dom.js";

/** The line at the bottom: how much is shown of how much, and what is filtered. @param {HTMLElement} root @param {Explorer} explorer */
export function statusLine(root, explorer) {
  const shown = h("span", { class: "status-shown", id: "status-shown" });
  const rest = h("span", { class: "status-rest" });
  const filters = h("span", { class: "status-filters", id: "status-filters" });
  fill(root, shown, filters, rest);

  const chip = (/** @type {string} */ text, /** @type {string} */ label, /** @type {() => void} */ remove) =>
    h("button", { type: "button", class: "chip", title: label, "aria-label": `${text}. ${label}`, onclick: remove }, text, icon("close", "icon small"));

  const draw = () => {
    const { scene, status, graph, shown: passing, loaded } = explorer;
    if (!loaded) return;
    const entities = scene.nodes.filter((node) => node.entity).length;
    const links = scene.edges.filter((edge) => edge.kind === "Mentioned").length;
    const totalEntities = Math.max(status?.entities ?? 0, graph.nodes.size);
    const totalLinks = Math.max(status?.edges ?? 0, graph.edges.size);
    shown.textContent = totalEntities === 0 ? "Nothing to show yet"
      : `Showing ${number(entities)} of ${counted(totalEntities, "entity", "entities")}, ${number(links)} of ${counted(totalLinks, "link")}`;
    const articles = scene.nodes.length - entities;
    if (articles > 0) shown.textContent += `, ${counted(articles, "article")}`;
    rest.textContent = status ? `${counted(status.articles, "article")} · ${counted(status.statements, "statement")}` : "";

    const beyond = (passing === graph ? totalEntities - graph.nodes.size : 0) + scene.leftOut;
    fill(filters,
      beyond > 0 && h("span", { class: "status-note", title: `At most ${budget} at once; the least relevant are left out. Search or expand to reach them.` },
        `${number(beyond)} less relevant left out`),
      passing === graph && scene.unlinked > 0 && chip(`${number(scene.unlinked)} without links hidden`, "Show them", () => explorer.change("Show entities without links", { unlinked: true })));
  };
  explorer.on("scene", draw);
  explorer.on("totals", draw);
}
