import "server-only";
import type { Encoding, LeftOut, ParseWarning } from "@/lib/domain/transcript";
import type { FileRead, ReadFault } from "@/lib/schemas/files";
import { FILE_LIMIT, TEXT_LIMIT } from "@/lib/schemas/transcripts";
import { openArchive } from "./archive";
import { Unreadable } from "./limits";
import { damagedFault, kindOf } from "./office/kind";
import { signatureOf } from "./signature";

export interface ReadOptions {
  /** The encoding that a person chose; found where it is null. */
  encoding?: Encoding | null;
}

/**
 * What a file holds, whatever its name claims: what it is, is told by its first bytes. The name only tells
 * kinds of text apart, such as subtitles from prose. Every outcome is a value. It takes as long and as much
 * memory as the file makes it take: a server reads what it was sent with `readSafely` instead.
 */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  { encoding = null }: ReadOptions = {},
): Promise<FileRead> {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > FILE_LIMIT) return { ok: false, reason: "too_large" };
  const signature = signatureOf(name, bytes);
  try {
    if (signature === "zip") return await readArchive(bytes);
    if (signature === "pdf") return await readPages(bytes);
    if (signature === "rtf") return await readRichText(bytes);
    if (signature !== null) return { ok: false, reason: signature };
    const damaged = damagedBy(name);
    if (damaged) return { ok: false, reason: damaged };
    const { readText } = await import("./read-text");
    return readText(name, bytes, encoding);
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, reason: error.reason };
    // What the readers of other people's formats throw is no more than that this file is not one of them.
    if (error instanceof Error) return { ok: false, reason: faultOf(signature, name, bytes) };
    throw error;
  }
}

async function readArchive(bytes: Uint8Array): Promise<FileRead> {
  const archive = await openArchive(bytes);
  const found = await kindOf(archive);
  if (found.kind === "fault") return { ok: false, reason: found.reason };
  if (found.kind === "xlsx") {
    const { readXlsx } = await import("./sheet/xlsx");
    const { tableOf } = await import("./sheet/table");
    const { rows, leftOut } = await readXlsx(archive, found.main);
    return { ...PLAIN, format: "xlsx", reading: tableOf(rows), leftOut };
  }
  if (found.kind === "odt") {
    const { readOdt } = await import("./office/odt");
    return lines("odt", await readOdt(archive));
  }
  const { readDocx } = await import("./office/docx");
  return lines("docx", await readDocx(archive, found.main));
}

async function readPages(bytes: Uint8Array): Promise<FileRead> {
  const { readPdf } = await import("./pdf");
  const { edges, printed, ...words } = await readPdf(bytes);
  const { reading, ...read } = lines("pdf", words);
  return {
    ...read,
    reading: {
      ...reading,
      ...(edges.top + edges.bottom > 0 && { edges }),
      // What was left out can be put back only with its place.
      ...(words.leftOut.length > 0 && { printed }),
    },
  };
}

async function readRichText(bytes: Uint8Array): Promise<FileRead> {
  const { readRtf } = await import("./rtf/read");
  return lines("rtf", readRtf(bytes));
}

const PLAIN = { ok: true as const, encoding: null, confidence: null, warnings: [], leftOut: [] };

interface Words {
  text: string;
  leftOut: LeftOut[];
  warnings?: ParseWarning[];
}

function lines(format: "docx" | "odt" | "rtf" | "pdf", { text, leftOut, warnings = [] }: Words) {
  if (text.trim() === "") throw new Unreadable("empty");
  if (text.length > TEXT_LIMIT) throw new Unreadable("text_too_long");
  const reading = { kind: "lines" as const, text };
  return { ...PLAIN, format, reading, leftOut, warnings };
}

/** A file that has the name of a container and does not begin like one. */
function damagedBy(name: string): ReadFault | null {
  const extension = /\.(docx|xlsx|odt|pdf|rtf)$/i.exec(name)?.[1]?.toLowerCase();
  const faults: Record<string, ReadFault> = {
    docx: "damaged_word",
    xlsx: "damaged_excel",
    odt: "damaged_odt",
    pdf: "damaged_pdf",
    rtf: "damaged_rtf",
  };
  return (extension && faults[extension]) || null;
}

function faultOf(signature: ReturnType<typeof signatureOf>, name: string, bytes: Uint8Array): ReadFault {
  if (signature === "zip") return damagedFault(name, bytes);
  if (signature === "pdf") return "damaged_pdf";
  return signature === "rtf" ? "damaged_rtf" : "not_text";
}
