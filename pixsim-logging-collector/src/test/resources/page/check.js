/** What tests of modules say. */

export function equal(actual, expected) {
  const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== wanted) {
    throw new Error(`expected ${wanted}\n but was ${is}`);
  }
}

export function fails(action) {
  try {
    action();
  } catch {
    return;
  }
  throw new Error("expected to fail");
}

/** The same numbers each time. */
export function seeded(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}
