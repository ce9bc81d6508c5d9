import "server-only";
import type { LeftOut } from "@/lib/domain/transcript";
import type { Archive } from "../archive";
import { readXml, type XmlTag } from "../xml";
import { Paragraphs } from "./paragraphs";
import { skipping } from "./skip";
import { Tally } from "./tally";

/**
 * What is in the document and not in its text: words that were deleted or moved away under tracked
 * changes, instructions of fields, readings above kanji, the copy of a drawing for old programs,
 * and the places of tab stops.
 */
const SKIPPED = new Set(["del", "moveFrom", "instrText", "rt", "Fallback", "sdtPr", "tabs"]);
const SIGNS: Record<string, string> = {
  tab: "\t",
  br: "\n",
  cr: "\n",
  noBreakHyphen: "\u2011",
  softHyphen: "\u00ad",
};

/** The paragraphs of a Word document, one a line; line breaks within a paragraph are lines too. */
export async function readDocx(
  archive: Archive,
  main: string,
): Promise<{ text: string; leftOut: LeftOut[] }> {
  const part = archive.part(main);
  if (!part) throw new Error("the document has no text");
  const paragraphs = new Paragraphs();
  const tally = new Tally();
  let inText = false;
  await readXml(
    part,
    skipping(
      (tag) => {
        if (tag.name === "del" || tag.name === "moveFrom") tally.add("deletions");
        return SKIPPED.has(tag.name);
      },
      {
        open(tag) {
          if (tag.name === "blip" || tag.name === "imagedata") tally.add("images");
          if (!isWord(tag)) return;
          if (tag.name === "p") paragraphs.begin();
          else if (tag.name === "t") inText = true;
          else if (/^(?:foot|end)noteReference$/.test(tag.name)) tally.add("footnotes");
          else if (tag.name === "commentReference") tally.add("comments");
          else paragraphs.add(SIGNS[tag.name] ?? "");
        },
        close(tag) {
          if (!isWord(tag)) return;
          if (tag.name === "p") paragraphs.end();
          else if (tag.name === "t") inText = false;
        },
        text(words) {
          if (inText) paragraphs.add(words);
        },
      },
    ),
  );
  for (const name of archive.names) {
    if (/^word\/header\d*\.xml$/.test(name)) tally.add("headers");
    if (/^word\/footer\d*\.xml$/.test(name)) tally.add("footers");
  }
  return { text: paragraphs.toString(), leftOut: tally.leftOut };
}

/** Both the usual and the strict kind of the format. */
const isWord = ({ uri }: XmlTag) => /wordprocessingml/.test(uri);
