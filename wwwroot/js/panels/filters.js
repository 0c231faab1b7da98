/**
 * @import { Explorer } from "../explorer.js"
 * @import { FilterKey, Filters } from "../state/filters.js"
 * @import { AttributionKind } from "../state/types.js"
 */
import { confidences, inWords, isEmpty, ref, without } from "../state/filters.js";
import { confidence, kindHints, kindWords, typeWords } from "../state/format.js";
import { chip } from "./chip.js";
import { Combobox, entityChoices } from "./combobox.js";
import { fill, h, icon } from "./dom.js";
import { popover } from "./popover.js";

/** The filters: a button with all of them, and each that is in force as a chip. @param {HTMLElement} root @param {Explorer} explorer @param {(error: unknown) => void} report */
export function filterBar(root, explorer, report) {
  const count = h("span", { class: "filter-count", hidden: true });
  const button = h("button", { type: "button", class: "button tool-button", id: "filter", title: "Filter statements (F)" }, icon("filter"), h("span", {}, "Filter"), count);
  const form = filterForm(explorer, report);
  const box = popover(button, "Filter statements", { className: "filter-popover", onOpen: form.open });
  box.element.append(form.element);
  const chips = h("div", { class: "filter-chips", id: "filter-chips", role: "group", "aria-label": "Filters in force" });
  fill(root, button, chips);

  const draw = () => {
    const { view, filtering } = explorer;
    const { filters } = view;
    const words = inWords(filters);
    count.hidden = words.length === 0;
    count.textContent = String(words.length);
    root.classList.toggle("busy", filtering);
    const all = [
      ...words.map(({ key, text }) => chip(text, () => explorer.filter(without(filters, key), "Remove a filter"), { hint: `${text}. Change it`, run: () => {
        box.open();
        form.focus(key);
      } })),
      ...view.hiddenTypes.map((type) => chip(`${typeWords[type][1]} hidden`, () => explorer.showType(type, true))),
      !view.mentioned && chip("Mentioned hidden", () => explorer.change("Show links", { mentioned: true })),
      view.only && chip(`Only ${view.only.length} shown`, () => explorer.change("Show the rest again", { only: null })),
      view.hidden.length > 0 && chip(`${view.hidden.length} put away`, () => explorer.change("Show what was put away", { hidden: [] })),
    ].filter((one) => one !== false && one !== null);
    fill(chips, ...all, all.length > 1 && h("button", { type: "button", class: "button quiet small-button", id: "filters-clear",
      onclick: () => explorer.change("Clear the filters", { filters: {}, hiddenTypes: [], mentioned: true, only: null, hidden: [] }) }, "Clear all"));
  };
  explorer.on("view", draw);
  draw();
  return { open: () => box.open() };
}

/** @param {Explorer} explorer @param {(error: unknown) => void} report */
function filterForm(explorer, report) {
  const set = (/** @type {Partial<Filters>} */ patch) => explorer.filter({ ...explorer.view.filters, ...patch });
  const entity = (/** @type {"speaker" | "mentioned"} */ key, /** @type {string} */ label) => new Combobox({
    label, placeholder: "Anyone", keeps: true,
    search: async (text, signal) => entityChoices(text, await explorer.api.search(text, 8, signal), (node) => set({ [key]: ref(node) })),
    onEmpty: () => set({ [key]: undefined }),
  });
  const speaker = entity("speaker", "Said by");
  const mentioned = entity("mentioned", "About");
  const from = h("input", { type: "date", class: "field", "aria-label": "From", onchange: () => set({ from: from.value }) });
  const to = h("input", { type: "date", class: "field", "aria-label": "To", onchange: () => set({ to: to.value }) });
  const outlet = h("select", { class: "field", "aria-label": "Outlet", onchange: () => set({ outlet: outlet.value }) });
  const least = h("input", { type: "number", class: "field", min: 1, max: 9999, step: 1, inputmode: "numeric", "aria-label": "Least number of statements behind a link",
    onchange: () => set({ minCount: Number(least.value) > 1 ? Math.floor(Number(least.value)) : undefined }) });
  const kind = choice("Quotation", /** @type {[string, string, string?][]} */ ([["", "Any"], ...Object.entries(kindWords).map(([key, word]) =>
    /** @type {[string, string, string]} */ ([key, word, kindHints[/** @type {AttributionKind} */ (key)]]))]), (value) => set({ kind: /** @type {any} */ (value || undefined) }));
  const sure = choice("Confidence", [["", "Any"], ...confidences.map((value) => /** @type {[string, string]} */ ([String(value), `${confidence(value)} ${value}`]))],
    (value) => set({ minConfidence: value ? Number(value) : undefined }));
  const clear = h("button", { type: "button", class: "button", onclick: () => explorer.change("Clear the filters", { filters: {} }) }, "Clear");

  const row = (/** @type {string} */ label, /** @type {HTMLElement[]} */ ...controls) =>
    h("div", { class: "filter-row" }, h("span", { class: "filter-label", "aria-hidden": "true" }, label), h("div", { class: "filter-controls" }, ...controls));
  const element = h("div", { class: "filter-form" },
    row("Said by", speaker.element), row("About", mentioned.element), row("Published", from, h("span", { class: "muted", "aria-hidden": "true" }, "–"), to),
    row("Outlet", outlet), row("Quotation", kind.element), row("Confidence", sure.element),
    row("Links of", least, h("span", { class: "muted" }, "statements or more")),
    h("div", { class: "filter-foot" }, h("p", { class: "hint" }, "Holds for the graph, the lists and the panel alike."), clear));

  const draw = () => {
    const { filters } = explorer.view;
    speaker.set(filters.speaker ?? null);
    mentioned.set(filters.mentioned ?? null);
    from.value = filters.from ?? "";
    to.value = filters.to ?? "";
    outlet.value = filters.outlet ?? "";
    least.value = String(filters.minCount ?? 1);
    kind.set(filters.kind ?? "");
    sure.set(filters.minConfidence === undefined ? "" : String(filters.minConfidence));
    clear.disabled = isEmpty(filters);
  };
  const open = () => {
    draw();
    explorer.api.outlets().then((names) => {
      fill(outlet, h("option", { value: "" }, "Any"), ...names.map((name) => h("option", { value: name }, name)));
      outlet.value = explorer.view.filters.outlet ?? "";
    }, report);
  };
  explorer.on("view", draw);
  /** @type {Record<FilterKey, HTMLElement>} */
  const fields = { speaker: speaker.input, mentioned: mentioned.input, days: from, from, to, outlet, kind: kind.element, minConfidence: sure.element, minCount: least };
  return { element, open, focus: (/** @type {FilterKey} */ key) => (fields[key].querySelector("button") ?? fields[key]).focus() };
}

/** One of a few values. @param {string} label @param {[string, string, string?][]} values @param {(value: string) => void} choose */
export function choice(label, values, choose) {
  const buttons = values.map(([value, text, title]) => h("button", { type: "button", class: "segment", "aria-pressed": "false", title, onclick: () => choose(value) }, text));
  return {
    element: h("div", { class: "segments wide-segments", role: "group", "aria-label": label }, ...buttons),
    set: (/** @type {string} */ now) => buttons.forEach((button, index) => button.setAttribute("aria-pressed", String(values[index][0] === now))),
  };
}
