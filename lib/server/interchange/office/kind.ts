import "server-only";
import type { ReadFault } from "@/lib/schemas/files";
import type { Archive } from "../archive";
import { readXml } from "../xml";

/** What an archive is by its own list of what it holds, and the part that its text is in. */
export type ArchiveKind =
  | { kind: "docx" | "xlsx"; main: string }
  | { kind: "odt" }
  | { kind: "fault"; reason: ReadFault };

const WORD = /wordprocessingml\.(?:document|template)\.main|ms-word\.\w+\.macroEnabled/i;
const EXCEL = /spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template)\.macroEnabled/i;
const OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

const fault = (reason: ReadFault): ArchiveKind => ({ kind: "fault", reason });

export async function kindOf(archive: Archive): Promise<ArchiveKind> {
  const { names } = archive;
  if (names.some((name) => /\.iwa$|^index\.apxl|^Index\.zip$/.test(name))) return fault("apple_pages");
  const media = await mediaType(archive);
  if (media.startsWith(`${OPEN_DOCUMENT}text`)) return { kind: "odt" };
  if (media.startsWith(OPEN_DOCUMENT)) return fault("other_office");
  const mains = await mainParts(archive);
  const word = mains.word ?? names.find((name) => name === "word/document.xml");
  if (word) return names.includes(word) ? { kind: "docx", main: word } : fault("damaged_word");
  const excel = mains.excel ?? names.find((name) => name === "xl/workbook.xml");
  if (excel) return names.includes(excel) ? { kind: "xlsx", main: excel } : fault("damaged_excel");
  if (names.includes("xl/workbook.bin")) return fault("old_excel");
  return fault(names.includes("ppt/presentation.xml") ? "other_office" : "other_archive");
}

/** OpenDocument says in a part of its own what it is. */
async function mediaType(archive: Archive): Promise<string> {
  let media = "";
  for await (const chunk of archive.part("mimetype") ?? []) {
    media += Buffer.from(chunk).toString("latin1");
    if (media.length > 200) break;
  }
  return media.trim();
}

/** Office's formats list the type of each part; its usual place is not always where the text is. */
async function mainParts(archive: Archive): Promise<{ word?: string; excel?: string }> {
  const types = archive.part("[Content_Types].xml");
  const found: { word?: string; excel?: string } = {};
  if (types)
    await readXml(types, {
      open(tag) {
        const type = tag.attribute("ContentType") ?? "";
        const part = (tag.attribute("PartName") ?? "").replace(/^\//, "");
        if (part !== "" && WORD.test(type)) found.word ??= part;
        if (part !== "" && EXCEL.test(type)) found.excel ??= part;
      },
      close() {},
      text() {},
    });
  return found;
}

/** What an archive was, whose directory is gone, by the names at its beginning. */
export function damagedFault(name: string, bytes: Uint8Array): ReadFault {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 65_536)).toString(
    "latin1",
  );
  if (/\.odt$/i.test(name) || head.includes(`${OPEN_DOCUMENT}text`)) return "damaged_odt";
  if (/\.xls[xm]$/i.test(name) || head.includes("xl/")) return "damaged_excel";
  return /\.doc[xm]$/i.test(name) || head.includes("word/") ? "damaged_word" : "other_archive";
}
