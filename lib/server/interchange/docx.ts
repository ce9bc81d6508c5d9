import "server-only";
import mammoth from "mammoth";
import { z } from "zod";
import type { LeftOut, ParseWarning } from "@/lib/domain/transcript";
import { zipEntries } from "./zip-entries";

export type DocxResult =
  | { ok: true; text: string; warnings: ParseWarning[]; leftOut: LeftOut[] }
  | { ok: false; reason: "not_word" | "damaged" | "unpacks_too_large" };

/** The most that a document may unpack to, in bytes: its text as XML, and everything with its pictures. */
const XML_LIMIT = 64 * 1024 * 1024;
const UNPACKED_LIMIT = 512 * 1024 * 1024;

interface Element {
  type: string;
  value?: string;
  breakType?: string;
  children?: Element[];
}
const Element: z.ZodType<Element> = z.object({
  type: z.string(),
  value: z.string().optional(),
  breakType: z.string().optional(),
  get children() {
    return z.array(Element).optional();
  },
});

/** The paragraphs of a Word document, one a line; line breaks within a paragraph are lines too. */
export async function readDocx(bytes: Uint8Array): Promise<DocxResult> {
  const entries = zipEntries(bytes);
  if (!entries) return { ok: false, reason: "damaged" };
  const body = entries.find(({ name }) => name === "word/document.xml");
  if (!body) return { ok: false, reason: "not_word" };
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (body.size > XML_LIMIT || unpacked > UNPACKED_LIMIT) return { ok: false, reason: "unpacks_too_large" };
  try {
    const found = await documentOf(bytes);
    const counts = new Map<string, number>();
    const text = textOf(found.document, counts);
    const leftOut: LeftOut[] = [
      { kind: "images" as const, count: counts.get("image") ?? 0 },
      { kind: "footnotes" as const, count: counts.get("noteReference") ?? 0 },
      { kind: "comments" as const, count: counts.get("commentReference") ?? 0 },
      {
        kind: "headers" as const,
        count: entries.filter(({ name }) => /^word\/(?:header|footer)\d*\.xml$/.test(name)).length,
      },
    ];
    const warnings: ParseWarning[] =
      found.messages === 0 ? [] : [{ code: "docx_messages", count: found.messages }];
    return { ok: true, text, warnings, leftOut: leftOut.filter(({ count }) => count > 0) };
  } catch (error) {
    if (error instanceof Error) return { ok: false, reason: "damaged" };
    throw error;
  }
}

/** The document's tree. It is taken before the conversion to HTML, which is made of nothing: only the tree knows line breaks. */
async function documentOf(bytes: Uint8Array): Promise<{ document: Element; messages: number }> {
  let document: Element = { type: "document" };
  const { messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    {
      transformDocument: (tree: object) => {
        document = Element.parse(tree);
        return { ...tree, children: [] };
      },
    },
  );
  return { document, messages: messages.filter(({ type }) => type === "error").length };
}

function textOf(root: Element, counts: Map<string, number>): string {
  const pieces: string[] = [];
  const visit = ({ type, value, children }: Element) => {
    counts.set(type, (counts.get(type) ?? 0) + 1);
    if (type === "text") pieces.push(value ?? "");
    else if (type === "tab") pieces.push("\t");
    else if (type === "break") pieces.push("\n");
    for (const child of children ?? []) visit(child);
    if (type === "paragraph") pieces.push("\n");
  };
  visit(root);
  return pieces.join("");
}
