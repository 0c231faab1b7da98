/**
 * Keys on the canvas: arrows walk from node to neighbour by direction, the rest acts on the node walked to.
 * @param {import("./canvas.js").Canvas} canvas
 * @param {HTMLElement} container
 * @param {{open: (id: string) => void, act: (key: string, id: string | null) => boolean, menu: (id: string | null, at: {x: number, y: number}) => void,
 *   say: (id: string) => void, selected: () => string | null}} actions   act: does what a letter means for a node, if anything
 */
export function canvasKeys(canvas, container, actions) {
  /** @type {string | null} */
  let at = null;
  const cy = canvas.cy;
  const go = (/** @type {string} */ id) => {
    at = id;
    canvas.cursor(id);
    canvas.camera.show(id);
    actions.say(id);
  };
  const current = () => {
    const id = at && cy.getElementById(at).nonempty() ? at : actions.selected();
    return id && cy.getElementById(id).nonempty() && cy.getElementById(id).isNode() ? cy.getElementById(id) : null;
  };
  const best = () => cy.nodes().min((/** @type {any} */ node) => node.data("rank")).ele;

  container.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] })[event.key];
    if (direction && event.shiftKey) canvas.camera.panBy(-direction[0] * 60, -direction[1] * 60);
    else if (direction) {
      const from = current();
      const next = from ? nearest(from, direction) : best();
      if (next) go(next.id());
    } else if (event.key === "Enter" || event.key === " ") {
      const node = current() ?? best();
      if (node) actions.open(node.id());
    } else if (event.key === "ContextMenu" || event.key.toLowerCase() === "m" || (event.key === "F10" && event.shiftKey)) {
      const node = current();
      actions.menu(node?.id() ?? null, node?.renderedPosition() ?? { x: cy.width() / 2, y: cy.height() / 2 });
    } else if (event.key === "+" || event.key === "=") canvas.camera.zoomBy(1.3);
    else if (event.key === "-") canvas.camera.zoomBy(1 / 1.3);
    else if (event.key === "0") canvas.camera.fit(true);
    else if (!actions.act(event.key.toLowerCase(), current()?.id() ?? null)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  container.addEventListener("blur", () => canvas.cursor(null));
  container.addEventListener("focus", () => canvas.cursor(at));
  cy.on("tap", () => {
    at = null;
    canvas.cursor(null);
  });

  /** The neighbour that lies best in a direction; without one, any node there. @param {any} from @param {[number, number]} direction */
  function nearest(from, [dx, dy]) {
    const { x, y } = from.position();
    const pick = (/** @type {any} */ nodes) => {
      let found = null;
      let least = Infinity;
      for (const node of nodes) {
        if (node === from) continue;
        const [ox, oy] = [node.position().x - x, node.position().y - y];
        const along = ox * dx + oy * dy;
        const aside = Math.abs(ox * dy - oy * dx);
        if (along <= 0 || aside > along * 1.8) continue;
        const cost = along + aside * 2;
        if (cost < least) [found, least] = [node, cost];
      }
      return found;
    };
    return pick(from.neighborhood("node")) ?? pick(cy.nodes());
  }
}
