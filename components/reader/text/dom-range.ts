/**
 * The one place that turns places of the page into offsets of the text and back. Offsets are UTF-16
 * code units of the whole text. A paragraph's element carries `data-text-start` and holds nothing but
 * its text (without the line break at its end), in any number of spans.
 */
const TEXT = "[data-text-start]";

export interface Place {
  node: Node;
  offset: number;
}

/** The text offset of a place in the page; null where no paragraph is near. Places between paragraphs go to the next one. */
export function offsetOf(container: HTMLElement, place: Place): number | null {
  const paragraph = elementOf(place.node)?.closest<HTMLElement>(TEXT);
  if (paragraph && container.contains(paragraph)) {
    return startOf(paragraph) + unitsBefore(paragraph, place);
  }
  return offsetBetween(container, place);
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

function startOf(paragraph: HTMLElement): number {
  return Number(paragraph.dataset.textStart);
}

function unitsBefore(paragraph: HTMLElement, place: Place): number {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  range.setEnd(place.node, place.offset);
  return range.toString().length;
}

function offsetBetween(container: HTMLElement, place: Place): number | null {
  const paragraphs = [...container.querySelectorAll<HTMLElement>(TEXT)].sort(
    (a, b) => startOf(a) - startOf(b),
  );
  const at = document.createRange();
  at.setStart(place.node, place.offset);
  for (const paragraph of paragraphs) {
    if (at.comparePoint(paragraph, 0) > 0) return startOf(paragraph);
  }
  const last = paragraphs.at(-1);
  return last ? startOf(last) + (last.textContent?.length ?? 0) : null;
}

/** The place of an offset, if its paragraph is on the page. An offset on a paragraph's line break is its end. */
export function placeOf(container: HTMLElement, offset: number): Place | null {
  let best: HTMLElement | null = null;
  for (const paragraph of container.querySelectorAll<HTMLElement>(TEXT)) {
    const start = startOf(paragraph);
    if (start <= offset && (best === null || start > startOf(best))) best = paragraph;
  }
  // The paragraph before a gap would claim any offset of what is not on the page.
  if (!best || offset > startOf(best) + (best.textContent?.length ?? 0) + 1) return null;
  return placeInside(best, offset - startOf(best));
}

function placeInside(paragraph: HTMLElement, units: number): Place {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = units;
  let last: Node | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.nodeValue ?? "";
    if (left <= length) return { node, offset: left };
    left -= length;
    last = node;
  }
  return last ? { node: last, offset: last.nodeValue?.length ?? 0 } : { node: paragraph, offset: 0 };
}

export interface TextSelection {
  /** Where it was begun and where it was led to; the focus may lie before the anchor. */
  anchor: number;
  focus: number;
}

export const sameSelection = (a: TextSelection | null, b: TextSelection | null) =>
  a?.anchor === b?.anchor && a?.focus === b?.focus;

/** What is selected in the text; null where the selection lies elsewhere. */
export function readSelection(container: HTMLElement): TextSelection | null {
  const selection = document.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode) return null;
  if (!container.contains(anchorNode) || !container.contains(focusNode)) return null;
  const anchor = offsetOf(container, { node: anchorNode, offset: selection.anchorOffset });
  const focus = offsetOf(container, { node: focusNode, offset: selection.focusOffset });
  return anchor === null || focus === null ? null : { anchor, focus };
}

/** The same where both ends are in words: a selection whose paragraph left the page is none that anybody made. */
export function selectedInWords(container: HTMLElement): TextSelection | null {
  const { anchorNode, focusNode } = document.getSelection() ?? {};
  const ends = [anchorNode, focusNode].map((node) => node && elementOf(node)?.closest(TEXT));
  return ends.every(Boolean) ? readSelection(container) : null;
}

/** What of the page's selection lies in the text, half-open; null where nothing does. */
export function selectedWithin(container: HTMLElement): { start: number; end: number } | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(container)) return null;
  const inside = (node: Node) => container.contains(node);
  const from = inside(range.startContainer)
    ? { node: range.startContainer, offset: range.startOffset }
    : null;
  const to = inside(range.endContainer) ? { node: range.endContainer, offset: range.endOffset } : null;
  const start = offsetOf(container, from ?? { node: container, offset: 0 });
  const end = offsetOf(container, to ?? { node: container, offset: container.childNodes.length });
  return start === null || end === null || start >= end ? null : { start, end };
}

/** Selects in the page what the offsets say; answers whether both ends are on the page. */
export function writeSelection(container: HTMLElement, { anchor, focus }: TextSelection): boolean {
  const from = placeOf(container, anchor);
  const to = placeOf(container, focus);
  if (!from || !to) return false;
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  return true;
}

/**
 * Gives the paragraph of an offset, or the first heading over it, the focus once it is on the page, for as long as it
 * keeps it: reading goes on from there.
 */
export function focusParagraphSoon(
  container: { readonly current: HTMLElement | null },
  offset: number,
): void {
  // It comes with the next rendering, and stands where it will with the one after.
  requestAnimationFrame(() => requestAnimationFrame(() => focusParagraph(container.current, offset)));
}

function focusParagraph(container: HTMLElement | null, offset: number): void {
  const place = container && placeOf(container, offset);
  const paragraph = place && elementOf(place.node)?.closest<HTMLElement>(TEXT);
  const first = paragraph?.closest("[data-index]")?.querySelector<HTMLElement>("h2, h3") ?? paragraph;
  if (!first) return;
  first.tabIndex = -1;
  first.addEventListener("blur", () => first.removeAttribute("tabindex"), { once: true });
  first.focus({ preventScroll: true });
}

/** The box of the character at an offset, or of the caret there. */
export function boxAt(container: HTMLElement, offset: number): DOMRect | null {
  const place = placeOf(container, offset);
  if (!place) return null;
  const range = document.createRange();
  range.setStart(place.node, place.offset);
  range.collapse(true);
  const [box] = range.getClientRects();
  return box ?? elementOf(place.node)?.getBoundingClientRect() ?? null;
}

/** The offset of the character at a place of the window, in pixels; null where no words are. */
export function offsetAt(container: HTMLElement, x: number, y: number): number | null {
  const place = pointedAt(x, y);
  const paragraph = place && elementOf(place.node)?.closest<HTMLElement>(TEXT);
  if (!place || !paragraph || !container.contains(paragraph)) return null;
  return startOf(paragraph) + unitsBefore(paragraph, place);
}

/** The line of the page that holds the offset, half-open; null where it is not on the page or something lies over it. */
export function lineAt(container: HTMLElement, offset: number): { start: number; end: number } | null {
  const box = boxAt(container, offset);
  const paragraph = elementOf(placeOf(container, offset)?.node ?? container)?.closest<HTMLElement>(TEXT);
  if (!box || !paragraph) return null;
  const { left, right } = paragraph.getBoundingClientRect();
  const [one, other] = [left + 1, right - 1].map((x) => offsetAt(container, x, box.top + box.height / 2));
  if (one == null || other == null) return null;
  return { start: Math.min(one, other), end: Math.max(one, other) };
}

/** Safari knows the older of the two questions alone. */
function pointedAt(x: number, y: number): Place | null {
  if ("caretPositionFromPoint" in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range: Range | null = (document as Document).caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
