/** @import { GraphDifference, IngestionEvent } from "../state/types.js" */

/**
 * The connection to the server's hub, kept up for as long as the page is open.
 *
 * @typedef {object} HubEvents
 * @property {(differences: GraphDifference[]) => void} onChanges
 * @property {(events: IngestionEvent[]) => void} onIngestion
 * @property {() => Promise<void>} onConnected       after every connection, the first and later ones
 * @property {(error?: unknown) => void} onDisconnected
 */
export class Hub {
  /** @type {any} */
  #connection;
  #events;
  #attempt = 0;
  /** @type {unknown} why the last attempt failed although there was a connection */
  #reason;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {any} signalR the SignalR client library
   * @param {string} url
   * @param {HubEvents} events
   */
  constructor(signalR, url, events) {
    this.#events = events;
    this.#connection = new signalR.HubConnectionBuilder().withUrl(url).configureLogging(new Quiet()).build();
    this.#connection.serverTimeoutInMilliseconds = 20_000;
    this.#connection.keepAliveIntervalInMilliseconds = 8_000;
    this.#connection.on("changes", (/** @type {GraphDifference[]} */ changes) => events.onChanges(changes));
    this.#connection.on("ingestion", (/** @type {IngestionEvent[]} */ list) => events.onIngestion(list));
    this.#connection.onclose(() => {
      events.onDisconnected(this.#reason);
      this.#later();
    });
  }

  /** Connects, and again after every loss, soon at first and then every ten seconds. */
  async start() {
    clearTimeout(this.#timer);
    if (this.#connection.state !== "Disconnected") return;
    try {
      await this.#connection.start();
      await this.#events.onConnected();
      this.#attempt = 0;
      this.#reason = undefined;
    } catch (error) {
      // Whatever it was, the page says so by its state, and the remedy is the same: try again.
      this.#reason = error;
      if (this.#connection.state === "Connected") return this.#connection.stop();
      this.#events.onDisconnected(error);
      this.#later();
    }
  }

  /** @returns {Promise<number>} the number of the last change in the store */
  async join() {
    return (await this.#connection.invoke("Join")).number;
  }

  /** @param {number} number @returns {Promise<GraphDifference[]>} */
  changesAfter(number) {
    return this.#connection.invoke("ChangesAfter", number);
  }

  /** Tries at once instead of waiting. */
  retry() {
    this.#attempt = 0;
    void this.start();
  }

  #later() {
    clearTimeout(this.#timer);
    const seconds = [0.3, 1, 2, 3, 5, 10][Math.min(this.#attempt++, 5)];
    // A little chance keeps a hundred pages from coming back in the same moment.
    this.#timer = setTimeout(() => void this.start(), seconds * 1000 * (0.8 + 0.4 * Math.random()));
  }
}

/** SignalR would write every lost connection to the console; the page shows it instead. */
class Quiet {
  log() {}
}
