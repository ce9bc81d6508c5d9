const REGION = "[role=status], [aria-live=polite]";
/** What is told where it stands, and the text of a transcript, in which nothing is told and much comes and goes. */
const APART = "[role=status], [role=log], [role=alert], [aria-live], [role=document]";

/**
 * A region that comes into the page together with its words is not read by most screen readers, and by some: it is
 * told by `tell`, and from then on by nothing else. A page that comes as a whole is read from its heading, and an alert
 * by all of them. Answers how to stop.
 */
export function followLateRegions(tell: (words: string) => void): () => void {
  const taken = new WeakSet<Element>();
  const told = (region: Element) => {
    const words = spoken(region);
    if (words && !region.closest("[aria-hidden=true], [inert]")) tell(words);
  };
  const observer = new MutationObserver((changes) => {
    const changed = new Set<Element>();
    for (const { target, addedNodes } of changes) {
      const around = (target instanceof Element ? target : target.parentElement)?.closest(APART);
      if (around && taken.has(around)) changed.add(around);
      if (around) continue;
      for (const node of addedNodes)
        if (node instanceof Element) for (const region of lateIn(node)) changed.add(region);
    }
    for (const region of changed) {
      if (!region.isConnected) continue;
      if (!taken.has(region)) {
        taken.add(region);
        region.setAttribute("aria-live", "off");
      }
      told(region);
    }
  });
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  return () => observer.disconnect();
}

/** The outermost regions among what has come that have words already. */
function lateIn(node: Element): Element[] {
  if (node.querySelector("h1")) return [];
  // A form may have a field of that name, which would be found in its place.
  const regions = Element.prototype.matches.call(node, REGION) ? [node] : [...node.querySelectorAll(REGION)];
  return regions.filter(
    (region) =>
      spoken(region) !== "" &&
      region.getAttribute("aria-live") !== "off" &&
      !region.parentElement?.closest(APART),
  );
}

/** The words of an element as they are read out, those of its pictures too. */
function spoken(element: Element): string {
  const parts: string[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.getAttribute("aria-hidden") === "true"
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    parts.push(
      node instanceof Element
        ? node.getAttribute("role") === "img"
          ? (node.getAttribute("aria-label") ?? "")
          : ""
        : (node.nodeValue ?? ""),
    );
  return parts.join(" ").replace(/\s+/g, " ").trim();
}
