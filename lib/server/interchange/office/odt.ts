import "server-only";
import type { LeftOut } from "@/lib/domain/transcript";
import type { Archive } from "../archive";
import { Unreadable } from "../limits";
import { readXml, type XmlTag } from "../xml";
import { Paragraphs } from "./paragraphs";
import { skipping } from "./skip";
import { Tally } from "./tally";

/** Elements that hold words which are not the text's, and as what they are left out. */
const LEFT: Record<string, LeftOut["kind"] | null> = {
  note: "footnotes",
  annotation: "comments",
  deletion: "deletions",
  "change-info": null,
  "ruby-text": null,
  forms: null,
};
/** More blanks than this in one element are a claim that nobody has typed. */
const BLANKS_LIMIT = 1000;

/** The paragraphs and headings of an OpenDocument text, one a line. */
export async function readOdt(archive: Archive): Promise<{ text: string; leftOut: LeftOut[] }> {
  if (await isLocked(archive)) throw new Unreadable("locked_office");
  const part = archive.part("content.xml");
  if (!part) throw new Error("the document has no text");
  const paragraphs = new Paragraphs();
  const tally = new Tally();
  await readXml(
    part,
    skipping(
      (tag) => {
        const kind = LEFT[tag.name];
        if (kind) tally.add(kind);
        // A drawing's title and description are not shown.
        return kind !== undefined || tag.uri.includes(":svg");
      },
      {
        open(tag) {
          if (isParagraph(tag)) paragraphs.begin();
          else if (tag.name === "image") tally.add("images");
          else if (tag.name === "tab") paragraphs.add("\t");
          else if (tag.name === "line-break") paragraphs.add("\n");
          else if (tag.name === "s" && isText(tag))
            paragraphs.add(" ".repeat(Math.min(Number(tag.attribute("c") ?? 1) || 1, BLANKS_LIMIT)));
        },
        close(tag) {
          if (isParagraph(tag)) paragraphs.end((line) => line.replace(/ +$/, ""));
        },
        text(words) {
          // As the format has it, line breaks and runs of blanks in the markup are one blank, and none at the start.
          const collapsed = words.replace(/[ \t\r\n]+/g, " ");
          paragraphs.add(/^$|[ \n]$/.test(paragraphs.last) ? collapsed.replace(/^ /, "") : collapsed);
        },
      },
    ),
  );
  await countMargins(archive, tally);
  return { text: paragraphs.toString(), leftOut: tally.leftOut };
}

const isText = ({ uri }: XmlTag) => uri.endsWith(":text:1.0");
const isParagraph = (tag: XmlTag) => isText(tag) && (tag.name === "p" || tag.name === "h");

async function countMargins(archive: Archive, tally: Tally): Promise<void> {
  const styles = archive.part("styles.xml");
  if (!styles) return;
  await readXml(styles, {
    open(tag) {
      if (tag.name === "header") tally.add("headers");
      if (tag.name === "footer") tally.add("footers");
    },
    close() {},
    text() {},
  });
}

/** A document with a password is an archive like any other, whose list says that its parts are encrypted. */
async function isLocked(archive: Archive): Promise<boolean> {
  const manifest = archive.part("META-INF/manifest.xml");
  let locked = false;
  if (manifest)
    await readXml(manifest, {
      open(tag) {
        if (tag.name === "encryption-data") locked = true;
      },
      close() {},
      text() {},
    });
  return locked;
}
