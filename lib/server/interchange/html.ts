import "server-only";
import { Parser } from "htmlparser2";
import type { LeftOut } from "@/lib/domain/transcript";
import { DEPTH_LIMIT, Pieces, Unreadable } from "./limits";
import { Tally } from "./office/tally";

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
);
/** Elements whose words nobody sees, or that work a page rather than say something. */
const SKIPPED = new Set(
  "head script style template noscript nav button select textarea svg math iframe object rt rp title".split(
    " ",
  ),
);
/** As many characters are handed to the parser at once. */
const STEP = 64 * 1024;

/** The words of a page, a line for each block and each line break. Nothing is fetched or run. */
export function readHtml(html: string): { text: string; leftOut: LeftOut[] } {
  const pieces = new Pieces();
  const tally = new Tally();
  let line = "";
  let depth = 0;
  let skipped: string[] = [];
  let kept = 0;
  const endLine = (evenEmpty: boolean) => {
    const words = kept > 0 ? line : line.trim();
    if (words !== "" || evenEmpty) pieces.add(`${words}\n`);
    line = "";
  };
  const parser = new Parser({
    onopentagname(name) {
      depth++;
      if (depth > DEPTH_LIMIT) throw new Unreadable("nested_too_deep");
      if (skipped.length > 0 || SKIPPED.has(name)) {
        skipped.push(name);
        return;
      }
      if (name === "img" || name === "picture") tally.add("images");
      if (name === "br") endLine(true);
      else if (BLOCKS.has(name)) endLine(false);
      if (name === "pre") kept++;
    },
    onclosetag(name) {
      depth--;
      if (skipped.length > 0) {
        const at = skipped.lastIndexOf(name);
        if (at >= 0) skipped = skipped.slice(0, at);
        return;
      }
      if (BLOCKS.has(name)) endLine(false);
      if (name === "pre") kept = Math.max(0, kept - 1);
    },
    ontext(words) {
      if (skipped.length > 0) return;
      if (kept > 0) {
        const lines = words.split(/\r\n?|\n/);
        lines.forEach((each, index) => {
          if (index > 0) endLine(true);
          line += each;
        });
        return;
      }
      // No-break and ideographic spaces are somebody's; the other white space is the markup's.
      const collapsed = words.replace(/[ \t\r\n\f]+/g, " ");
      line += line === "" || line.endsWith(" ") ? collapsed.replace(/^ /, "") : collapsed;
    },
  });
  for (let at = 0; at < html.length; at += STEP) parser.write(html.slice(at, at + STEP));
  parser.end();
  endLine(false);
  return { text: pieces.toString(), leftOut: tally.leftOut };
}

/** Whether a text is a page, by how it begins. */
export function isHtml(text: string): boolean {
  return /^\uFEFF?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
    text.slice(0, 4000),
  );
}

/** The encoding that a page says it is written in, by the name that it uses. */
export function statedCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString(
    "latin1",
  );
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{3,20})/i.exec(head)?.[1]?.toLowerCase() ?? null;
}
