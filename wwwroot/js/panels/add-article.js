/** @import { Api } from "../live/api.js" */
import { counted } from "../state/format.js";
import { fill, h, icon } from "./dom.js";
import { tabs } from "./tabs.js";

const kinds = ".txt,.md,.markdown,.html,.htm,.json,.jsonl";

/**
 * Adds articles: pasted, from files, or from an address; files may also be dropped anywhere on the page.
 * @param {{opener: HTMLElement, dropZone: HTMLElement, api: Api, toasts: ReturnType<typeof import("./notices.js").toasts>}} parts
 */
export function addArticle({ opener, dropZone, api, toasts }) {
  const error = h("p", { class: "form-error", role: "alert", hidden: true });
  const fail = (/** @type {unknown} */ reason) => {
    error.hidden = false;
    fill(error, icon("warn"), reason instanceof Error ? reason.message : String(reason));
  };
  const dialog = h("dialog", { class: "dialog", "aria-labelledby": "add-title" });
  /** @type {(work: () => Promise<{inputs: string[]}>, button: HTMLButtonElement) => Promise<void>} */
  const send = async (work, button) => {
    error.hidden = true;
    button.disabled = true;
    try {
      const { inputs } = await work();
      dialog.close();
      toasts.show(inputs.length === 1 ? `“${inputs[0]}” is being read.` : `${counted(inputs.length, "document")} are being read.`);
    } catch (reason) {
      fail(reason);
    } finally {
      button.disabled = false;
    }
  };

  const bar = tabs({
    label: "How to add", selected: "paste", onSelect: () => (error.hidden = true),
    tabs: [
      { id: "paste", label: "Paste text", body: () => pasteForm(api, send) },
      { id: "files", label: "Files", body: () => fileForm(api, send, fail) },
      { id: "url", label: "Web address", body: () => urlForm(api, send) },
    ],
  });
  fill(dialog,
    h("div", { class: "dialog-head" }, h("h2", { id: "add-title", class: "dialog-title" }, "Add an article"),
      h("button", { type: "button", class: "icon-button", title: "Close (Esc)", onclick: () => dialog.close() }, icon("close"), h("span", { class: "sr" }, "Close"))),
    bar.element, error);
  document.body.append(dialog);
  const open = () => {
    error.hidden = true;
    bar.reload();
    dialog.showModal();
    /** @type {HTMLElement | null} */ (dialog.querySelector("textarea, input"))?.focus();
  };
  opener.addEventListener("click", open);
  dropFiles(dropZone, async (files) => {
    try {
      const { inputs } = await api.addFiles(files);
      dialog.close();
      toasts.show(inputs.length === 1 ? `“${inputs[0]}” is being read.` : `${counted(inputs.length, "document")} are being read.`);
    } catch (reason) {
      if (dialog.open) fail(reason);
      else toasts.error(reason);
    }
  });
  return { open };
}

/** @param {string} label @param {HTMLElement} input @param {string} [hint] */
const field = (label, input, hint) => h("label", { class: "form-field" }, h("span", { class: "form-label" }, label, hint && h("span", { class: "muted" }, ` ${hint}`)), input);

/** @param {string} label */
const submit = (label) => h("button", { type: "submit", class: "button primary" }, label);

/** @param {Api} api @param {(work: () => Promise<{inputs: string[]}>, button: HTMLButtonElement) => Promise<void>} send */
function pasteForm(api, send) {
  const text = h("textarea", { class: "field text-field", name: "text", rows: 10, required: true, placeholder: "The whole article, paragraphs parted by blank lines" });
  const title = h("input", { class: "field", name: "title", maxlength: 500, autocomplete: "off" });
  const outlet = h("input", { class: "field", name: "outlet", maxlength: 200, autocomplete: "off" });
  const published = h("input", { class: "field", name: "published", type: "date" });
  const button = submit("Add article");
  return h("form", { class: "form", onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    const given = Object.entries({ title: title.value.trim(), outlet: outlet.value.trim(), published: published.value });
    void send(() => api.addArticle({ text: text.value, ...Object.fromEntries(given.filter(([, value]) => value !== "")) }), button);
  } },
  field("Text", text),
  field("Title", title, "optional"),
  h("div", { class: "form-row" }, field("Outlet", outlet, "optional"), field("Published", published, "optional")),
  h("div", { class: "dialog-actions" }, button));
}

/** @param {Api} api @param {(work: () => Promise<{inputs: string[]}>, button: HTMLButtonElement) => Promise<void>} send @param {(reason: unknown) => void} fail */
function fileForm(api, send, fail) {
  /** @type {File[]} */
  let files = [];
  const names = h("ul", { class: "file-names" });
  const button = submit("Add files");
  button.disabled = true;
  const take = (/** @type {File[]} */ chosen) => {
    files = chosen;
    button.disabled = files.length === 0;
    fill(names, ...files.slice(0, 6).map((file) => h("li", { title: file.name }, file.name)), files.length > 6 && h("li", { class: "muted" }, `and ${files.length - 6} more`));
  };
  const input = h("input", { type: "file", class: "file-input", multiple: true, accept: kinds, name: "files", onchange: () => take([...(input.files ?? [])]) });
  return h("form", { class: "form", onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    if (files.length === 0) fail("Choose a file first.");
    else void send(() => api.addFiles(files), button);
  } },
  h("label", { class: "file-zone" }, icon("upload", "icon large"), h("span", {}, "Choose files, or drop them anywhere on the page"),
    h("span", { class: "muted" }, "txt, md, html, json or jsonl"), input),
  names, h("div", { class: "dialog-actions" }, button));
}

/** @param {Api} api @param {(work: () => Promise<{inputs: string[]}>, button: HTMLButtonElement) => Promise<void>} send */
function urlForm(api, send) {
  const url = h("input", { class: "field", type: "url", name: "url", required: true, placeholder: "https://", maxlength: 2000, autocomplete: "off" });
  const button = submit("Fetch and add");
  return h("form", { class: "form", onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    void send(() => api.addArticle({ url: url.value.trim() }), button);
  } }, field("Address of the article", url), h("p", { class: "hint" }, "The server fetches the page and finds the article in it."),
  h("div", { class: "dialog-actions" }, button));
}

/** @param {HTMLElement} zone what is shown while files hover over the page @param {(files: File[]) => void} take */
function dropFiles(zone, take) {
  let depth = 0;
  const carriesFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files") ?? false;
  const show = (/** @type {boolean} */ on) => (zone.hidden = !on);
  addEventListener("dragenter", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth++;
    show(true);
  });
  addEventListener("dragleave", (event) => {
    if (carriesFiles(event) && --depth <= 0) show(false);
  });
  addEventListener("dragover", (event) => {
    if (carriesFiles(event)) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    depth = 0;
    show(false);
    if (!carriesFiles(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) take(files);
  });
}
