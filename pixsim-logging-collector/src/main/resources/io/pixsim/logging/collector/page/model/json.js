/**
 * JSON without loss: a number that JavaScript would change, such as an id of 20 digits or 0.10, is a Numeral with the text that
 * came.
 */

/** A number as it was written. */
export class Numeral {
  constructor(source) {
    this.source = source;
  }

  toString() {
    return this.source;
  }
}

/** Where a number may begin that has 16 digits, a fraction or an exponent. It may find too much, never too little. */
const DELICATE = /(?:":|[[,])(?:-?\d{16}|-?\d+[.eE]|-0[,\]}])/;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
const PLAIN = /^(?:0|-?[1-9]\d{0,14})$/;
const LITERALS = Object.freeze({ __proto__: null, t: [true, 4], f: [false, 5], n: [null, 4] });

/** @param {string} text JSON as the collector writes it, without blanks between its parts */
export function parseExact(text) {
  return DELICATE.test(text) ? new Reader(text).read() : JSON.parse(text);
}

/** A value as JSON on one line; what was parsed comes out as it came. */
export function compact(value) {
  return write(value, "", "");
}

/** A value as JSON for people, two blanks a level. */
export function pretty(value) {
  return write(value, "  ", "\n");
}

function write(value, indent, newline) {
  if (value instanceof Numeral) {
    return value.source;
  }
  if (value === null || typeof value !== "object") {
    return JSON.stringify(value);
  }
  const isList = Array.isArray(value);
  const colon = newline === "" ? ":" : ": ";
  const parts = isList
    ? value.map((one) => write(one, indent, newline && newline + indent))
    : Object.entries(value).map(([name, one]) =>
        JSON.stringify(name) + colon + write(one, indent, newline && newline + indent));
  const [open, close] = isList ? "[]" : "{}";
  return parts.length === 0
    ? open + close
    : open + (newline && newline + indent) + parts.join(`,${newline && newline + indent}`) + newline + close;
}

/** Reads what JSON.parse would read and change. What is no JSON is left to JSON.parse to complain about. */
class Reader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  read() {
    const value = this.value();
    if (this.at < this.text.length) {
      this.fail();
    }
    return value;
  }

  value() {
    const first = this.text[this.at];
    if (first === '"') {
      return JSON.parse(this.match(STRING));
    }
    if (first === "{") {
      return this.object();
    }
    if (first === "[") {
      return this.list();
    }
    if (first in LITERALS) {
      const [value, length] = LITERALS[first];
      this.at += length;
      return value;
    }
    const source = this.match(NUMBER);
    return PLAIN.test(source) ? Number(source) : new Numeral(source);
  }

  object() {
    const object = {};
    this.each("}", () => {
      const name = JSON.parse(this.match(STRING));
      this.skip(":");
      // A member called __proto__ is a member like any other.
      Object.defineProperty(object, name, { value: this.value(), enumerable: true, configurable: true, writable: true });
    });
    return object;
  }

  list() {
    const list = [];
    this.each("]", () => list.push(this.value()));
    return list;
  }

  each(end, readOne) {
    this.at++;
    let isFirst = true;
    while (!(isFirst && this.text[this.at] === end)) {
      readOne();
      isFirst = false;
      if (this.text[this.at] === end) {
        break;
      }
      this.skip(",");
    }
    this.at++;
  }

  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) {
      this.fail();
    }
    this.at += found[0].length;
    return found[0];
  }

  skip(character) {
    if (this.text[this.at] !== character) {
      this.fail();
    }
    this.at++;
  }

  fail() {
    throw new SyntaxError(`no JSON at ${this.at}`);
  }
}
