import "server-only";
import type { LeftOut } from "@/lib/domain/transcript";
import { TEXT_LIMIT } from "@/lib/schemas/transcripts";
import type { Archive } from "../archive";
import { CELLS_LIMIT, COLUMNS_LIMIT, Unreadable } from "../limits";
import { readXml } from "../xml";
import { type NumberStyle, numberText } from "./numbers";
import { readStyles, readWorkbook } from "./workbook";

/** The rows of the first sheet that holds any. */
export async function readXlsx(
  archive: Archive,
  main: string,
): Promise<{ rows: string[][]; leftOut: LeftOut[] }> {
  const workbook = await readWorkbook(archive, main);
  const first = workbook.sheets[0];
  if (!first) throw new Error("the workbook shows no sheet");
  const folder = first.part.replace(/worksheets\/[^/]*$/, "");
  const shared = await readStrings(archive, folder);
  const styles = await readStyles(archive, folder);
  for (const { part } of workbook.sheets) {
    const rows = await readSheet(archive, part, { shared, styles, from1904: workbook.from1904 });
    if (rows.length === 0) continue;
    const others = workbook.sheets.filter((sheet) => sheet.part !== part);
    const example = others.map(({ name }) => name).join(", ");
    return { rows, leftOut: others.length === 0 ? [] : [{ kind: "sheets", count: others.length, example }] };
  }
  throw new Unreadable("empty");
}

/** The texts that cells name by number. Readings above kanji are no part of them. */
async function readStrings(archive: Archive, folder: string): Promise<string[]> {
  const part = archive.part(`${folder}sharedStrings.xml`);
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let readings = 0;
  let length = 0;
  if (part)
    await readXml(part, {
      open({ name }) {
        if (name === "si") current = "";
        else if (name === "rPh") readings++;
        else if (name === "t") inText = readings === 0;
      },
      close({ name }) {
        if (name === "t") inText = false;
        else if (name === "rPh") readings--;
        else if (name === "si") {
          length += current.length;
          if (length > TEXT_LIMIT || strings.length >= CELLS_LIMIT) throw new Unreadable("table_too_large");
          strings.push(current);
        }
      },
      text(words) {
        if (inText) current += words;
      },
    });
  return strings;
}

interface SheetContext {
  shared: readonly string[];
  styles: readonly NumberStyle[];
  from1904: boolean;
}

/** The rows of a sheet that are not empty. Cells say where they stand; what lies between is empty. */
async function readSheet(archive: Archive, name: string, context: SheetContext): Promise<string[][]> {
  const part = archive.part(name);
  if (!part) throw new Error("a sheet is missing");
  const rows: string[][] = [];
  let row: string[] = [];
  let cell: { column: number; type: string; style: number } | null = null;
  let value = "";
  let inValue = false;
  let readings = 0;
  let cells = 0;
  let length = 0;
  await readXml(part, {
    open(tag) {
      if (tag.name === "row") row = [];
      else if (tag.name === "c") {
        const column = columnOf(tag.attribute("r")) ?? row.length;
        if (column >= COLUMNS_LIMIT) throw new Unreadable("table_too_large");
        cell = { column, type: tag.attribute("t") ?? "n", style: Number(tag.attribute("s") ?? 0) };
        value = "";
      } else if (tag.name === "rPh") readings++;
      else if (tag.name === "v" || tag.name === "t") inValue = cell !== null && readings === 0;
    },
    close(tag) {
      if (tag.name === "v" || tag.name === "t") inValue = false;
      else if (tag.name === "rPh") readings--;
      else if (tag.name === "c" && cell) {
        while (row.length < cell.column) row.push("");
        const text = cellText(cell, value, context);
        row[cell.column] = text;
        length += text.length;
        cell = null;
      } else if (tag.name === "row" && row.some((each) => each.trim() !== "")) {
        cells += row.length;
        if (cells > CELLS_LIMIT || length > TEXT_LIMIT) throw new Unreadable("table_too_large");
        rows.push(row);
      }
    },
    text(words) {
      if (inValue) value += words;
    },
  });
  return rows;
}

function cellText(
  { type, style }: { type: string; style: number },
  value: string,
  { shared, styles, from1904 }: SheetContext,
): string {
  if (type === "s") return shared[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type !== "n" || value === "") return value;
  return numberText(value, styles[style] ?? "number", from1904);
}

/** The column of a place such as BC12, counted from 0; null where the cell does not say. */
function columnOf(place: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(place ?? "")?.[1];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
