import "server-only";
import type { Archive } from "../archive";
import { readXml, type XmlTag } from "../xml";
import { type NumberStyle, styleOf } from "./numbers";

export interface Workbook {
  /** The parts of its sheets that are shown, in their order. */
  sheets: { name: string; part: string }[];
  from1904: boolean;
}

const nothing = () => {};

/** What is in a workbook, by its main part. */
export async function readWorkbook(archive: Archive, main: string): Promise<Workbook> {
  const part = archive.part(main);
  if (!part) throw new Error("the workbook is missing");
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const targets = new Map<string, string>();
  const relations = archive.part(`${folder}_rels/${main.slice(folder.length)}.rels`);
  if (relations)
    await readTags(relations, (tag) => {
      const target = tag.attribute("Target") ?? "";
      targets.set(tag.attribute("Id") ?? "", target.startsWith("/") ? target.slice(1) : folder + target);
    });
  const workbook: Workbook = { sheets: [], from1904: false };
  await readTags(part, (tag) => {
    if (tag.name === "workbookPr") workbook.from1904 = /^(?:1|true)$/.test(tag.attribute("date1904") ?? "");
    if (tag.name !== "sheet" || (tag.attribute("state") ?? "visible") !== "visible") return;
    const target = targets.get(tag.attribute("id") ?? "");
    if (target) workbook.sheets.push({ name: tag.attribute("name") ?? "", part: target });
  });
  return workbook;
}

/** How numbers are shown, by the index that cells name. */
export async function readStyles(archive: Archive, folder: string): Promise<NumberStyle[]> {
  const part = archive.part(`${folder}styles.xml`);
  const codes = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  if (part)
    await readXml(part, {
      open(tag) {
        const id = Number(tag.attribute("numFmtId") ?? 0);
        if (tag.name === "numFmt") codes.set(id, tag.attribute("formatCode") ?? "");
        else if (tag.name === "cellXfs") inCells = true;
        else if (tag.name === "xf" && inCells) styles.push(styleOf(id, codes.get(id)));
      },
      close(tag) {
        if (tag.name === "cellXfs") inCells = false;
      },
      text: nothing,
    });
  return styles;
}

function readTags(part: AsyncIterable<Uint8Array>, open: (tag: XmlTag) => void): Promise<void> {
  return readXml(part, { open, close: nothing, text: nothing });
}
