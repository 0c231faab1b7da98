// Runs before anything is drawn, so that a page in the dark never flashes white. A classic script for that reason.
(() => {
  try {
    const chosen = localStorage.getItem("theme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  } catch {
    // Storage is switched off: the system's setting holds.
  }
})();
