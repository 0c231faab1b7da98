/**
 * @typedef {{id: string, name: string, at: string, text: string}} NamedView   at: when it was kept, ISO 8601; text: see link.js
 * @typedef {Pick<Storage, "getItem" | "setItem">} Store
 */

const key = "views";
const most = 100;

/** Views that the reader has kept under names, in this browser. */
export class SavedViews {
  #store;

  /** @param {() => Store} store asking for it fails where the browser keeps nothing */
  constructor(store) {
    this.#store = store;
  }

  /** Latest first. @returns {NamedView[]} */
  list() {
    try {
      const found = JSON.parse(this.#store().getItem(key) ?? "[]");
      return Array.isArray(found) ? found.filter(isOne) : [];
    } catch {
      return []; // Not written by this page.
    }
  }

  /** @param {string} name @param {string} text @throws {Error} when the browser keeps nothing */
  add(name, text) {
    const at = new Date().toISOString();
    this.#write([{ id: `${at}-${Math.random().toString(36).slice(2, 8)}`, name: name.trim().slice(0, 100), at, text }, ...this.list()].slice(0, most));
  }

  /** @param {string} id @param {string} name */
  rename(id, name) {
    if (name.trim() !== "") this.#write(this.list().map((one) => (one.id === id ? { ...one, name: name.trim().slice(0, 100) } : one)));
  }

  /** @param {string} id @returns {() => void} brings it back */
  remove(id) {
    const before = this.list();
    this.#write(before.filter((one) => one.id !== id));
    return () => this.#write([...this.list(), ...before.filter((one) => one.id === id)].sort((a, b) => (a.at < b.at ? 1 : -1)));
  }

  /** @param {NamedView[]} views */
  #write(views) {
    try {
      this.#store().setItem(key, JSON.stringify(views));
    } catch {
      throw new Error("This browser keeps nothing for this page: its storage is switched off or full.");
    }
  }
}

/** @param {any} one */
const isOne = (one) => one && ["id", "name", "at", "text"].every((field) => typeof one[field] === "string");
