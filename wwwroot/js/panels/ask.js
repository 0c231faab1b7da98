/** @import { Explorer } from "../explorer.js" */
import { Combobox } from "./combobox.js";
import { fill, h, icon } from "./dom.js";

/** The box "who mentioned whom": either side may be left open. @param {HTMLElement} form @param {HTMLElement} toggle @param {Explorer} explorer @param {(error: unknown) => void} report */
export function ask(form, toggle, explorer, report) {
  const search = (/** @type {string} */ text, /** @type {AbortSignal} */ signal) => explorer.api.search(text, 8, signal);
  const run = () => {
    const [from, to] = [speaker.chosen, mentioned.chosen];
    if (from && to && from.id !== to.id) void explorer.openPair("Mentioned", from, to).catch(report);
    else {
      const seen = [from, to].flatMap((node) => (node ? [node] : []));
      explorer.graph.addFetchedNodes(seen, explorer.graph.version);
      explorer.bring(seen.map((node) => node.id));
      explorer.go({ view: "who", speaker: from ?? undefined, mentioned: to ?? undefined });
    }
  };
  const speaker = new Combobox({ label: "Who spoke", placeholder: "Anyone", search, onChoose: run, keeps: true });
  const mentioned = new Combobox({ label: "Whom they mentioned", placeholder: "anyone", search, onChoose: run, keeps: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  fill(form, speaker.element, h("span", { class: "ask-word" }, "mentioned"), mentioned.element,
    h("button", { type: "submit", class: "icon-button", title: "Show who mentioned whom" }, icon("arrow"), h("span", { class: "sr" }, "Show who mentioned whom")));

  const show = (/** @type {boolean} */ on) => {
    document.body.classList.toggle("asking", on);
    toggle.setAttribute("aria-expanded", String(on));
    if (on) speaker.input.focus();
  };
  toggle.addEventListener("click", () => show(!document.body.classList.contains("asking")));
  // The boxes say what the panel shows.
  explorer.on("route", () => {
    const { current } = explorer.trail;
    if (current.view === "who") {
      speaker.set(current.speaker ?? null);
      mentioned.set(current.mentioned ?? null);
    } else if (current.view === "pair" && current.kind === "Mentioned") {
      speaker.set(explorer.graph.nodes.get(current.source) ?? null);
      mentioned.set(explorer.graph.nodes.get(current.target) ?? null);
    }
  });
  return { close: () => show(false) };
}
