/** @import { Canvas } from "./canvas.js" */
import { encloses } from "../state/lasso.js";

/** So far a pointer must go before it draws and does not click, in CSS pixels. */
const least = 6;

/**
 * Chooses nodes together: with Shift held, a line drawn around them, or a click on each.
 * @param {Canvas} canvas
 * @param {HTMLElement} container
 * @param {{onChosen: (ids: string[], more: boolean) => void, onToggled: (id: string) => void, onMode: (on: boolean) => void}} events   more: beside those chosen already
 */
export function lasso(canvas, container, { onChosen, onToggled, onMode }) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const shape = document.createElementNS("http://www.w3.org/2000/svg", "polygon");
  svg.setAttribute("class", "lasso");
  svg.setAttribute("aria-hidden", "true");
  svg.append(shape);
  container.append(svg);
  let on = false;
  /** @type {{x: number, y: number}[]} */
  let line = [];
  const set = (/** @type {boolean} */ now) => {
    on = now;
    container.classList.toggle("lassoing", on);
    onMode(on);
  };
  const pointOf = (/** @type {PointerEvent} */ event) => {
    const { left, top } = container.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const draw = () => shape.setAttribute("points", line.map(({ x, y }) => `${x},${y}`).join(" "));

  container.addEventListener("pointerdown", (down) => {
    if (down.button !== 0 || !down.isPrimary || !(on || down.shiftKey)) return;
    line = [pointOf(down)];
    svg.setPointerCapture(down.pointerId);
    const move = (/** @type {PointerEvent} */ event) => {
      line.push(pointOf(event));
      draw();
    };
    const up = (/** @type {PointerEvent} */ event) => {
      svg.removeEventListener("pointermove", move);
      svg.removeEventListener("pointerup", up);
      svg.removeEventListener("pointercancel", up);
      const [start] = line;
      const drawn = line.some((point) => Math.hypot(point.x - start.x, point.y - start.y) > least);
      if (event.type === "pointerup" && drawn) onChosen(canvas.entitiesWhere((point) => encloses(line, point)), event.shiftKey || event.ctrlKey || event.metaKey);
      else if (event.type === "pointerup") {
        const id = canvas.entityAt(start);
        if (id) onToggled(id);
      }
      line = [];
      draw();
      if (drawn || event.type !== "pointerup") set(false);
    };
    svg.addEventListener("pointermove", move);
    svg.addEventListener("pointerup", up);
    svg.addEventListener("pointercancel", up);
  }, { capture: true });
  // Cytoscape would take the same movement for a pan.
  for (const kind of ["mousedown", "touchstart"])
    container.addEventListener(kind, (event) => {
      if (line.length > 0) event.stopPropagation();
    }, { capture: true });

  return {
    toggle: () => set(!on),
    /** Ends the drawing. @returns {boolean} whether one was begun */
    end: () => {
      const was = on;
      if (on) set(false);
      return was;
    },
  };
}
