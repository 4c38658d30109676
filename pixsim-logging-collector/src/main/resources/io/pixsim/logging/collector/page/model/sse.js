/** Server-sent events, put together from pieces that end anywhere. */
export class EventReader {
  #rest = "";
  #id = "";
  #data = [];

  /** The id of the last event that was complete: where to go on after a cut. */
  lastId = "";

  /** @returns {string[]} the data of the events that a piece completes */
  read(piece) {
    const lines = (this.#rest + piece).split("\n");
    this.#rest = lines.pop();
    const events = [];
    for (const line of lines) {
      if (line === "") {
        this.#complete(events);
      } else if (line.startsWith("data: ")) {
        this.#data.push(line.slice(6));
      } else if (line.startsWith("id: ")) {
        this.#id = line.slice(4);
      }
    }
    return events;
  }

  #complete(events) {
    if (this.#data.length > 0) {
      events.push(this.#data.join("\n"));
      this.#data = [];
    }
    this.lastId = this.#id || this.lastId;
  }
}
