import { fill, h } from "./dom.js";
import { floating, popover } from "./popover.js";

/** @type {[string, [string, string][]][]} */
const sheet = [
  ["Everywhere", [["/", "Search or ask"], ["F", "Filter"], ["T", "Time"], ["P", "How entities are linked"], ["S", "Draw around several"], ["Ctrl Z", "Undo"], ["Ctrl Shift Z", "Redo"], ["Esc", "Close, or choose nothing"], ["?", "This sheet"]]],
  ["On the graph", [["← ↑ → ↓", "Walk to a neighbour"], ["Enter", "Show the evidence"], ["M", "Menu of what can be done"], ["E", "Add neighbours"], ["C", "Collapse"], ["O", "Only this and its neighbours"], ["K", "Pin or release"],
    ["H", "Hide"], ["A", "Its articles"], ["X", "Choose, to act on several"], ["N", "Neighbours in common"], ["+ −", "Zoom"], ["0", "Show everything"], ["Shift ←", "Move the view"]]],
];

/** The keys, and the tour again. @param {HTMLElement} button @param {() => void} tour */
export function help(button, tour) {
  const box = popover(button, "Help", { className: "help-box" });
  fill(box.element, ...sheet.map(([title, keys]) => h("section", {}, h("h2", { class: "views-heading" }, title),
    h("dl", { class: "keys" }, ...keys.flatMap(([key, words]) => [h("dt", {}, ...key.split(" ").map((one) => h("kbd", { class: "menu-key" }, one))), h("dd", {}, words)])))),
  h("button", { type: "button", class: "button", id: "tour-again", onclick: () => {
    box.close();
    tour();
  } }, "Show the tour"));
  return box;
}

/** @type {{at: string, title: string, text: string}[]} */
const steps = [
  { at: "search", title: "Find, or ask", text: "Type a name, or a question: who mentioned …, what did … say about …, how is … linked to …" },
  { at: "canvas", title: "Look at who speaks of whom", text: "Press a node or a link to read the sentences behind it. A right click, a long press or M shows all that can be done." },
  { at: "stage-tools", title: "Narrow it down", text: "Filter by speaker, day, outlet or confidence; choose a stretch of time below the graph. What is in force stands here and goes with its cross." },
  { at: "share", title: "Keep it and hand it on", text: "Copy a link that opens this very view, save it under a name, or export it. Whatever you change, Undo takes back." },
];

/** Four steps for whoever is here for the first time. @param {() => boolean} busy whether something else wants the reader now */
export function tour(busy) {
  const box = floating("Tour", { className: "tour" });
  const seen = () => {
    try {
      localStorage.setItem("tour", "seen");
    } catch {
      // Storage is switched off: it comes again.
    }
  };
  const show = (/** @type {number} */ index) => {
    const step = steps[index];
    const target = document.getElementById(step.at);
    const last = index === steps.length - 1;
    const next = h("button", { type: "button", class: "button primary", onclick: () => (last ? box.close() : show(index + 1)) }, last ? "Done" : "Next");
    fill(box.element, h("p", { class: "muted" }, `${index + 1} of ${steps.length}`), h("h2", { class: "dialog-title" }, step.title), h("p", {}, step.text),
      h("div", { class: "dialog-actions" }, h("button", { type: "button", class: "button quiet", onclick: () => box.close() }, "Skip"), index > 0 && h("button", { type: "button", class: "button", onclick: () => show(index - 1) }, "Back"), next));
    for (const marked of document.querySelectorAll(".toured")) marked.classList.remove("toured");
    target?.classList.add("toured");
    const place = target?.getBoundingClientRect() ?? { left: 0, top: 0, bottom: 0, width: 0, height: 0 };
    // Beside the middle of what is as large as the canvas.
    box.open(place.height > 300 ? { left: place.left + place.width / 2 - 160, top: place.top + place.height / 2, bottom: place.top + place.height / 2 - 80 } : place);
    next.focus();
  };
  box.element.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "open") return;
    seen();
    for (const marked of document.querySelectorAll(".toured")) marked.classList.remove("toured");
  });
  return {
    start: () => show(0),
    /** Starts where it was not seen yet. */
    startOnce: () => {
      try {
        if (localStorage.getItem("tour") === null && !busy()) show(0);
      } catch {
        // Storage is switched off: whoever wants it finds it in the help.
      }
    },
  };
}
