/** A piece of a memo's text: words, or a link to a segment. `source` is how it stands in the text. */
export type MemoPart =
  | { kind: "words"; source: string }
  | { kind: "segment"; source: string; segmentId: string };

const ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const LINK = new RegExp(`\\[\\[segment:(${ID})\\]\\]`, "gi");
/** The address of a place in a transcript, as it stands in the browser. */
const ADDRESS = new RegExp(`https?://\\S+/transcripts/${ID}[?#]segment=(${ID})(?![0-9a-f-])`, "gi");

/** The words and the links of a text, in their order; no piece is empty. */
export function partsOf(text: string): MemoPart[] {
  const parts: MemoPart[] = [];
  let at = 0;
  for (const match of text.matchAll(LINK)) {
    const [source, id = ""] = match;
    if (match.index > at) parts.push({ kind: "words", source: text.slice(at, match.index) });
    parts.push({ kind: "segment", source, segmentId: id.toLowerCase() });
    at = match.index + source.length;
  }
  if (at < text.length) parts.push({ kind: "words", source: text.slice(at) });
  return parts;
}

/** The ids of the segments that a text links to, each once, in the order in which they first stand there. */
export function segmentsIn(text: string): string[] {
  const ids = partsOf(text).flatMap((part) => (part.kind === "segment" ? [part.segmentId] : []));
  return [...new Set(ids)];
}

/** How a link to a segment is written in a memo. */
export function linkTo(segmentId: string): string {
  return `[[segment:${segmentId}]]`;
}

/** The text with a link in the place of every address of a segment, such as one that was copied from the browser. */
export function withLinks(text: string): string {
  return text.replace(ADDRESS, (_, id: string) => linkTo(id.toLowerCase()));
}
