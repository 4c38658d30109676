/** Copying what came, byte for byte, whatever is shown in its place. */

/** @returns {Promise<boolean>} whether the text is in the clipboard */
export async function copyText(text) {
  if (navigator.clipboard !== undefined) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed to; there is the older way.
    }
  }
  return copyByEvent(text);
}

/** What works for pages that came over plain HTTP, too. */
function copyByEvent(text) {
  let copied = false;
  const put = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  document.addEventListener("copy", put, { capture: true, once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", put, { capture: true });
  return copied;
}

/** Has a selection with marks in it copied as the characters that the marks stand for. */
export function copyMarksAsTheyCame() {
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed || event.target.matches?.("input, textarea")) {
      return;
    }
    const part = selection.getRangeAt(0).cloneContents();
    const marks = part.querySelectorAll("[data-raw]");
    if (marks.length === 0) {
      return;
    }
    marks.forEach((mark) => mark.replaceWith(mark.dataset.raw));
    part.querySelectorAll("[role=row]").forEach((row) => row.append("\n"));
    part.querySelectorAll("[role=gridcell]:not(:last-child)").forEach((cell) => cell.append("\t"));
    event.clipboardData.setData("text/plain", part.textContent);
    event.preventDefault();
  });
}
