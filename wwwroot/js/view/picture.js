/** @import { LabelLayer } from "./label-layer.js" */

/**
 * What the canvas shows as a picture, names and all.
 * @param {any} cy @param {LabelLayer} labels @param {string} ground the colour behind it
 * @param {number} scale how many pixels stand for one of the screen
 * @returns {Promise<Blob>}
 */
export async function asPng(cy, labels, ground, scale = 2) {
  const bitmap = await createImageBitmap(await cy.png({ output: "blob-promise", full: false, scale, bg: ground }));
  const surface = document.createElement("canvas");
  [surface.width, surface.height] = [bitmap.width, bitmap.height];
  const context = /** @type {CanvasRenderingContext2D} */ (surface.getContext("2d"));
  context.drawImage(bitmap, 0, 0);
  labels.paint(context, bitmap.width / cy.width());
  return new Promise((resolve, reject) => surface.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be drawn."))), "image/png"));
}

const namespace = "http://www.w3.org/2000/svg";

/** @param {string} name @param {Record<string, string | number>} attributes */
function shape(name, attributes) {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(typeof value === "number" ? Math.round(value * 100) / 100 : value));
  return element;
}

/** The same as a drawing, with the names as text. @param {any} cy @param {LabelLayer} labels @param {string} ground @returns {string} */
export function asSvg(cy, labels, ground) {
  const [width, height] = [cy.width(), cy.height()];
  const drawing = shape("svg", { width, height, viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}` });
  drawing.append(shape("rect", { width, height, fill: ground }), ...cy.edges().map(line), ...cy.nodes().map((/** @type {any} */ node) => body(node, cy.zoom())));
  for (const { text, x, y, font, colour } of labels.texts()) {
    const [weight, size, ...family] = font.split(" ");
    const name = shape("text", { x, y, fill: colour, stroke: ground, "stroke-width": 3.5, "stroke-linejoin": "round", "paint-order": "stroke",
      "font-weight": weight, "font-size": size, "font-family": family.join(" "), "dominant-baseline": "central" });
    name.textContent = text;
    drawing.append(name);
  }
  return new XMLSerializer().serializeToString(drawing);
}

/** @param {any} edge */
function line(edge) {
  const zoom = edge.cy().zoom();
  const [from, to] = [edge.renderedSourceEndpoint(), edge.renderedTargetEndpoint()];
  const bends = edge.controlPoints() ? edge.renderedControlPoints() : [];
  const [colour, width] = [edge.style("line-color"), Number.parseFloat(edge.style("width")) * zoom];
  const dash = /** @type {Record<string, number[]>} */ ({ dotted: [width, width], dashed: [5 * zoom, 4 * zoom] })[edge.style("line-style")];
  const path = bends.length > 0 ? `M${from.x},${from.y}Q${bends[0].x},${bends[0].y} ${to.x},${to.y}` : `M${from.x},${from.y}L${to.x},${to.y}`;
  const group = shape("g", { opacity: edge.style("opacity") });
  group.append(shape("path", { d: path, fill: "none", stroke: colour, "stroke-width": width, ...(dash && { "stroke-dasharray": dash.join(" ") }) }));
  if (edge.style("target-arrow-shape") !== "none") {
    // As long as Cytoscape draws it, with its tip at the end of the line.
    const before = bends[0] ?? from;
    const angle = Math.atan2(to.y - before.y, to.x - before.x);
    const long = Math.max((Number.parseFloat(edge.style("width")) * 13.37) ** 0.9, 29) * edge.style("arrow-scale") * 0.3 * zoom;
    const corner = (/** @type {number} */ side) => `${to.x - long * Math.cos(angle) - side * long * 0.5 * Math.sin(angle)},${to.y - long * Math.sin(angle) + side * long * 0.5 * Math.cos(angle)}`;
    group.append(shape("polygon", { points: `${to.x},${to.y} ${corner(1)} ${corner(-1)}`, fill: colour }));
  }
  return group;
}

/** @param {any} node @param {number} zoom */
function body(node, zoom) {
  const { x, y } = node.renderedPosition();
  const [w, h] = [node.renderedWidth() / 2, node.renderedHeight() / 2];
  const paint = { fill: node.style("background-color"), stroke: node.style("border-color"), "stroke-width": Number.parseFloat(node.style("border-width")) * zoom, opacity: node.style("opacity") };
  switch (node.data("type")) {
    case "Person": return shape("ellipse", { cx: x, cy: y, rx: w, ry: h, ...paint });
    case "Organisation": return shape("rect", { x: x - w, y: y - h, width: 2 * w, height: 2 * h, rx: 4 * zoom, ...paint });
    case "Place": return shape("polygon", { points: `${x},${y - h} ${x + w},${y} ${x},${y + h} ${x - w},${y}`, "stroke-linejoin": "round", ...paint });
    default: return shape("polygon", { points: `${x - w},${y - h} ${x + 0.3 * w},${y - h} ${x + w},${y - 0.45 * h} ${x + w},${y + h} ${x - w},${y + h}`, ...paint });
  }
}
