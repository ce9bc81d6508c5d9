import "server-only";
import { getDocumentProxy } from "unpdf";
import type { ParseWarning } from "@/lib/domain/transcript";
import {
  type Page,
  type PageItem,
  type PagesText,
  type Printed,
  textOfPages,
} from "@/lib/domain/transcript/pages";
import { TEXT_LIMIT } from "@/lib/schemas/transcripts";
import { PAGES_LIMIT, Unreadable } from "./limits";

/** Pieces of text of a document; a page of print has some hundreds. */
const ITEMS_LIMIT = 2_000_000;
/** Letters that fonts number as they like, and the sign for none. */
const UNKNOWN = /[\uE000-\uF8FF\uFFFD]/gu;

/**
 * The text of a PDF. Its letters come with their places (pdf.js, by way of unpdf; the tables of Japanese,
 * Chinese and Korean fonts are found in the package pdfjs-dist); nothing of it is run or drawn.
 */
export async function readPdf(
  bytes: Uint8Array,
): Promise<PagesText & { printed: Printed; warnings: ParseWarning[] }> {
  const document = await open(bytes);
  try {
    if (document.numPages > PAGES_LIMIT) throw new Unreadable("text_too_long");
    const pages: Page[] = [];
    let length = 0;
    let count = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      const items = content.items.flatMap((item): PageItem[] =>
        "str" in item ? [itemOf(item, content.styles[item.fontName]?.vertical ?? false)] : [],
      );
      for (const { text } of items) length += text.length;
      count += items.length;
      if (length > TEXT_LIMIT || count > ITEMS_LIMIT) throw new Unreadable("text_too_long");
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const moved = items.map((item) => ({ ...item, x: item.x - left, y: item.y - bottom }));
      pages.push({ width: right - left, height: top - bottom, items: moved });
      page.cleanup();
    }
    const empty = pages.filter(({ items }) => items.every(({ text }) => text.trim() === "")).length;
    if (empty === pages.length) throw new Unreadable("scanned_pdf");
    const read = textOfPages(pages);
    const unknown = read.text.match(UNKNOWN)?.length ?? 0;
    const warnings: ParseWarning[] = [
      { code: "pages_without_text" as const, count: empty },
      { code: "letters_unknown" as const, count: unknown },
    ].filter((warning) => warning.count > 0);
    return { ...read, warnings };
  } finally {
    await document.destroy();
  }
}

async function open(bytes: Uint8Array) {
  try {
    // pdf.js takes the bytes that it is given; the caller keeps its own.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      enableXfa: false,
      stopAtErrors: false,
      maxImageSize: 0,
    });
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") throw new Unreadable("locked_pdf");
    throw error;
  }
}

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

function itemOf({ str, transform, width, height }: TextItem, vertical: boolean): PageItem {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform;
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  const quarter = (Math.round(degrees / 90) * 90 + 360) % 360;
  const straight = Math.abs(((degrees - quarter + 540) % 360) - 180) < 5;
  return {
    text: str,
    x,
    y,
    // For vertical writing pdf.js gives the way down as the height.
    length: vertical ? height : width,
    size: Math.hypot(a, b),
    angle:
      straight && (quarter === 0 || quarter === 90 || quarter === 180 || quarter === 270) ? quarter : null,
    vertical,
  };
}
