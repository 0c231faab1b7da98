/**
 * @import { Explorer } from "../../explorer.js"
 * @import { Route } from "../../state/trail.js"
 * @import { Corrections } from "../decisions/correct.js"
 * @import { Item } from "../menu.js"
 * @import { Openers } from "./statement.js"
 *
 * @typedef {{title: string, body: HTMLElement, update?: () => void, wide?: boolean}} View
 */
import { openEntity } from "../../actions/opening.js";
import { fill, h, icon } from "../dom.js";
import { sheet } from "../sheet.js";
import { analysisView } from "./analysis.js";
import { commonView } from "./common.js";
import { compareView } from "./compare.js";
import { decisionsView } from "./decisions.js";
import { entityView } from "./entity.js";
import { pairView } from "./pair.js";
import { pathsView } from "./paths.js";
import { readerView } from "./reader.js";
import { whoView } from "./who.js";

/** The panel beside the graph: it shows what the reader's trail has come to. */
export class Panel {
  #root;
  #explorer;
  #report;
  #menus;
  #back;
  #title;
  #body;
  #sheet;
  /** @type {View | undefined} */
  #view;
  /** @type {WeakMap<Route, number>} where each step was scrolled to */
  #scrolled = new WeakMap();
  /** @type {Route | undefined} */
  #route;

  /** @param {HTMLElement} root @param {Explorer} explorer @param {(error: unknown) => void} report @param {{menu: (button: HTMLElement, id: string) => void, correct: (button: HTMLElement, label: string, items: Item[]) => void, corrections: Corrections}} menus */
  constructor(root, explorer, report, menus) {
    this.#root = root;
    this.#explorer = explorer;
    this.#report = report;
    this.#menus = menus;
    this.#back = h("button", { type: "button", class: "icon-button", title: "Back", onclick: () => explorer.back() }, icon("back"), h("span", { class: "sr" }, "Back"));
    this.#title = h("h2", { class: "panel-title", tabindex: "-1" });
    this.#body = h("div", { class: "panel-body", id: "panel-body" });
    const close = h("button", { type: "button", class: "icon-button", id: "panel-close", title: "Close (Esc)", onclick: () => this.close() },
      icon("close"), h("span", { class: "sr" }, "Close"));
    const head = h("div", { class: "panel-head" }, this.#back, this.#title);
    this.#sheet = sheet(root, head);
    head.append(this.#sheet.buttons, close);
    if (this.#sheet.isSheet) document.body.classList.add("panel-closed");
    fill(root, this.#sheet.handle, head, this.#body);
    explorer.on("route", (detail) => {
      if (!detail?.again) this.#show();
      else if (explorer.trail.current.view === "analysis") this.#view?.update?.();
      this.open();
    });
    explorer.on("scene", () => this.#view?.update?.());
    let { filters } = explorer.view;
    explorer.on("view", () => {
      if (explorer.view.filters !== filters) this.#show();
      ({ filters } = explorer.view);
    });
    explorer.on("decided", () => this.#show());
    this.#show();
  }

  /** Whether it is seen. */
  get isOpen() {
    return !document.body.classList.contains("panel-closed");
  }

  open() {
    document.body.classList.remove("panel-closed");
    this.#sheet.rise(this.#view?.wide === true);
  }

  /** How much of the canvas it lies over at the bottom, in CSS pixels. */
  get covers() {
    return this.#sheet.covers;
  }

  /** Goes back to the beginning; from there, out of sight. */
  close() {
    const { current } = this.#explorer.trail;
    const home = current.view === "who";
    if (!home) this.#explorer.home();
    if (home || this.#sheet.isSheet) document.body.classList.add("panel-closed");
  }

  /** Puts the focus on the panel's heading. */
  focus() {
    this.#title.focus({ preventScroll: true });
  }

  #show() {
    const { trail } = this.#explorer;
    const route = trail.current;
    if (this.#route) this.#scrolled.set(this.#route, this.#body.scrollTop);
    this.#route = route;
    const hadFocus = this.#body.contains(document.activeElement);
    this.#view = this.#viewOf(route);
    this.#title.textContent = this.#view.title;
    this.#back.hidden = !trail.canGoBack;
    document.body.classList.toggle("panel-wide", this.#view.wide === true);
    this.#root.dataset.view = route.view;
    fill(this.#body, this.#view.body);
    this.#body.scrollTop = this.#scrolled.get(route) ?? 0;
    if (hadFocus) this.focus();
  }

  /** @param {Route} route @returns {View} */
  #viewOf(route) {
    const explorer = this.#explorer;
    /** @type {Openers} */
    const open = {
      entity: (id) => void openEntity(explorer, id).catch(this.#report),
      article: (id, at) => explorer.go({ view: "article", id, at }),
      known: (id) => explorer.graph.nodes.get(id),
      correct: this.#menus.correct, corrections: this.#menus.corrections,
    };
    switch (route.view) {
      case "entity": return entityView(explorer, route, open, this.#report, this.#menus.menu);
      case "pair": return pairView(explorer, route, open, this.#report);
      case "compare": return compareView(explorer, route, this.#report);
      case "analysis": return analysisView(explorer, route, open);
      case "decisions": return decisionsView(explorer, open, this.#report);
      case "common": return commonView(explorer, route, open);
      case "paths": return pathsView(explorer, route, open);
      case "article": return readerView(explorer, route, open);
      default: return whoView(explorer, this.#report);
    }
  }
}
