/** Which rows of a long list are drawn: those that can be seen, and some above and below so that none is blank while scrolling. */

/**
 * @param {{top: number, height: number, row: number, count: number, spare: number}} view what is scrolled off at the top, how
 *     much can be seen and how high a row is, in pixels; how many rows there are, and how many are drawn unseen on each side
 * @returns {{first: number, end: number}} the first row, and the one behind the last
 */
export function windowOf({ top, height, row, count, spare }) {
  const first = Math.max(0, Math.min(count, Math.floor(top / row)) - spare);
  const end = Math.min(count, Math.ceil((top + height) / row) + spare);
  return { first, end: Math.max(first, end) };
}

/** Where to scroll to so that a row can be seen, moving as little as possible. */
export function scrolledTo(index, { top, height, row }) {
  const from = index * row;
  if (from < top) {
    return from;
  }
  return from + row > top + height ? from + row - height : top;
}

/** Whether the end is in sight, so that what is added is followed; a hand's breadth off still counts. */
export function isAtEnd({ top, height, row, count }) {
  return top + height >= count * row - row;
}
