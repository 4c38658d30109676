import { equal, seeded } from "/tests/check.js";
import { EventReader } from "@page/model/sse.js";

const STREAM = ': heartbeat\nid: 5\n\nid: 6\ndata: {"a":1}\n\nid: 7\ndata: {"b":"ü😀"}\n\n: heartbeat\nid: 9\n\n';

export const tests = {
  "events and their place": () => {
    const reader = new EventReader();
    equal(reader.read(STREAM), ['{"a":1}', '{"b":"ü😀"}']);
    equal(reader.lastId, "9");
  },
  "half an event moves no place": () => {
    const reader = new EventReader();
    equal(reader.read("id: 6\ndata: {}\n"), []);
    equal(reader.lastId, "");
    equal(reader.read("\n"), ["{}"]);
    equal(reader.lastId, "6");
  },
  "pieces end anywhere": () => {
    const next = seeded(11);
    for (let i = 0; i < 300; i++) {
      const reader = new EventReader();
      const events = [];
      for (let at = 0; at < STREAM.length;) {
        const size = 1 + next(12);
        events.push(...reader.read(STREAM.slice(at, at + size)));
        at += size;
      }
      equal([events, reader.lastId], [['{"a":1}', '{"b":"ü😀"}'], "9"]);
    }
  },
};
