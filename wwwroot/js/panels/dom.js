/** @import { EntityType, GraphNode } from "../state/types.js" */
import { counted, typeWords } from "../state/format.js";

const svg = "http://www.w3.org/2000/svg";

/**
 * Makes an element. Text is always set as text; nothing here reads markup.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, any>} [attributes] on…: a listener; class, data-…, aria-…: attributes; true and false: present or not
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") /** @type {any} */ (element).value = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false).map(toNode));
  return element;
}

/** @param {any} child */
const toNode = (child) => (typeof child === "string" ? document.createTextNode(child) : child);

/** A drawing of the sprite file. @param {string} name @param {string} [className] */
export function icon(name, className = "icon") {
  const element = document.createElementNS(svg, "svg");
  element.setAttribute("class", className);
  element.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(svg, "use");
  use.setAttribute("href", `icons.svg#${name}`);
  element.append(use);
  return element;
}

/** The mark of a type: shape and colour, and the word for those who do not see it. @param {EntityType | "Article"} type */
export function typeMark(type) {
  const mark = icon(`type-${type.toLowerCase()}`, `type-mark type-${type.toLowerCase()}`);
  const word = type === "Article" ? "Article" : typeWords[type][0];
  return h("span", { class: "type", title: word }, mark, h("span", { class: "sr" }, `${word}: `));
}

/** A button that leads to an entity. @param {GraphNode} node @param {(id: string) => void} open @param {string} [className] */
export function entityButton(node, open, className = "entity") {
  return h("button", { type: "button", class: className, title: describe(node), onclick: () => open(node.id) },
    typeMark(node.type), h("span", { class: "entity-name" }, node.name));
}

/** One line of what is known of an entity. @param {GraphNode} node */
export const describe = (node) =>
  `${node.name}. ${typeWords[node.type][0]}, mentioned in ${counted(node.mentionedBy, "statement")}, said ${counted(node.said, "statement")}`;

/** Replaces what an element holds. @param {Element} element @param {...(Node | string | null | undefined | false)} children */
export function fill(element, ...children) {
  element.replaceChildren(...children.filter((child) => child !== null && child !== undefined && child !== false).map(toNode));
}

/** The element with an id, which the page is sure to have. @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element "${id}".`);
  return element;
}

/** Lines that stand for what is being loaded. @param {number} lines */
export const skeleton = (lines) =>
  h("div", { class: "skeleton", "aria-hidden": "true" }, ...Array.from({ length: lines }, () => h("span", { class: "skeleton-line" })));

/** What to show where something could not be loaded. @param {unknown} error @param {() => void} retry */
export const failure = (error, retry) =>
  h("div", { class: "failure", role: "alert" }, icon("warn"), h("p", {}, error instanceof Error ? error.message : String(error)),
    h("button", { type: "button", class: "button", onclick: retry }, "Try again"));
