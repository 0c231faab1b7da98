/**
 * @import { Explorer } from "../explorer.js"
 * @import { Saved } from "../state/link.js"
 * @import { Canvas } from "../view/canvas.js"
 */
import { currentView, openView } from "../actions/views.js";
import { pack, unpack } from "../state/link.js";

/** How long after the last change the address follows, in milliseconds. */
const settleFor = 500;
const name = "view=";

/** Keeps the page's address equal to what is seen, and shows what an address asks for. @param {Explorer} explorer @param {Canvas} canvas @param {(error: unknown) => void} report */
export function address(explorer, canvas, report) {
  let timer = 0;
  let written = "";
  let writes = 0;
  /** Nothing is written before what the address asked for is there. */
  let ready = false;

  const textNow = () => pack(currentView(explorer, canvas.camera.looksAt));
  const write = async () => {
    const asked = ++writes;
    // A page on which nothing was done keeps its plain address.
    const plain = explorer.history.undoes === undefined && explorer.trail.current.view === "who" && written === "";
    const text = plain ? "" : await textNow();
    if (asked !== writes || text === written) return;
    written = text;
    history.replaceState(null, "", `${location.pathname}${text && `#${name}${text}`}`);
  };
  const later = () => {
    if (!ready) return;
    clearTimeout(timer);
    timer = Number(setTimeout(() => void write().catch(report), settleFor));
  };
  for (const topic of /** @type {const} */ (["view", "route", "places"])) explorer.on(topic, later);
  canvas.cy.on("viewport", later);

  /** @returns {Promise<Saved | null>} */
  const asked = async () => (location.hash.startsWith(`#${name}`) ? unpack(location.hash.slice(name.length + 1)) : null);
  /** @param {Saved} saved @param {string | null} label */
  const show = async (saved, label) => {
    await openView(explorer, saved, label);
    if (saved.camera) canvas.camera.lookAt(saved.camera);
  };
  addEventListener("hashchange", async () => {
    const saved = await asked();
    if (saved) void show(saved, "Open a link").catch(report);
  });
  return {
    asked, show,
    /** From now on the address follows. */
    begin: () => {
      ready = true;
      later();
    },
    textNow,
    /** The address of what is seen now. */
    link: async () => `${location.origin}${location.pathname}#${name}${await textNow()}`,
  };
}
