import { equal } from "/tests/check.js";
import { canBeToken } from "@page/data/api.js";

export const tests = {
  "a token is what a header can hold": () => equal(
    ["s3cret-token", "p\u00e4ss w\u00f6rd", "", "p\u0107ss", "\u6f22", "a\nb", "\0", "\ud83d\ude00"].map(canBeToken),
    [true, true, false, false, false, false, false, false]),
  "a header takes what can be a token": () => {
    const all = Array.from({ length: 0x200 }, (_, code) => `a${String.fromCharCode(code)}b`).filter(canBeToken);
    all.forEach((token) => new Headers({ Authorization: `Bearer ${token}` }));
    equal(all.length, 0x5f + 0x60);
  },
};
