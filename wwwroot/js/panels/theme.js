import { fill, h, icon } from "./dom.js";

/** Switches between light and dark; what was chosen is kept. @param {HTMLElement} button @param {() => void} changed */
export function theme(button, changed) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (document.documentElement.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  const draw = () => {
    const label = isDark() ? "Use the light theme" : "Use the dark theme";
    button.title = label;
    fill(button, icon(isDark() ? "sun" : "moon"), h("span", { class: "sr" }, label));
  };
  button.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem("theme", next);
    } catch {
      // Storage is switched off: the choice holds for this visit.
    }
    draw();
    changed();
  });
  system.addEventListener("change", () => {
    draw();
    changed();
  });
  draw();
}
