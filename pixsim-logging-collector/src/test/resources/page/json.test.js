import { equal, fails, seeded } from "/tests/check.js";
import { Numeral, compact, parseExact, pretty } from "@page/model/json.js";

export const tests = {
  "what JavaScript would change comes out as it came": () => {
    for (const text of ['{"id":12345678901234567890}', '{"a":0.10,"b":-0,"c":1e400,"d":[1.0,2]}', "[-9223372036854775808]", "[100000000000000000000000]"]) {
      equal(compact(parseExact(text)), text);
    }
  },
  "a number that is exact is a number": () => {
    equal(typeof parseExact('{"a":12,"b":0.5}').a, "number");
    equal(parseExact('{"b":0.5}').b instanceof Numeral, true);
  },
  "a member called __proto__ is a member": () => {
    equal(compact(parseExact('{"__proto__":1.50,"constructor":2}')), '{"__proto__":1.50,"constructor":2}');
  },
  "strings keep every character": () => {
    const text = JSON.stringify({ a: 'q"\\\u0000\u202e\ud800 ":1.0,[0.10]' });
    equal(compact(parseExact(`${text.slice(0, -1)},"b":1.0}`)), `${text.slice(0, -1)},"b":1.0}`);
  },
  "what is no JSON is refused": () => {
    for (const text of ['{"a":1.0', '{"a":1.0}x', "[1.0,]", '{"a" 1.0}', "[1.0.0]", '{"a":1.0,}']) {
      fails(() => parseExact(text));
    }
  },
  "pretty and compact mean the same": () => {
    const value = parseExact('{"a":[],"b":{},"c":[1,{"d":0.10}]}');
    equal(compact(parseExact(pretty(value).replaceAll(/\n\s*/g, "").replaceAll(": ", ":"))), compact(value));
  },
  "any value is read as JSON.parse reads it": () => {
    const next = seeded(7);
    const make = (depth) => {
      const kind = next(depth > 3 ? 4 : 6);
      return [() => next(100000) - 50000, () => String.fromCharCode(...Array.from({ length: next(6) }, () => next(0x3000))), () => null, () => next(2) === 0,
        () => Array.from({ length: next(4) }, () => make(depth + 1)),
        () => Object.fromEntries(Array.from({ length: next(4) }, (_, i) => [`k${i}`, make(depth + 1)]))][kind]();
    };
    for (let i = 0; i < 500; i++) {
      const text = JSON.stringify([make(0), 1]).replace(/1]$/, "1.0]");
      equal(compact(parseExact(text)), text);
    }
  },
};
