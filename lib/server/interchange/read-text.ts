import "server-only";
import { controlShare, type Encoding, type FileFormat, type ParseWarning } from "@/lib/domain/transcript";
import type { FileRead } from "@/lib/schemas/files";
import { TEXT_LIMIT } from "@/lib/schemas/transcripts";
import { type Decoded, decode, decodeAs } from "./encoding";
import { isHtml, readHtml, statedCharset } from "./html";
import { Unreadable } from "./limits";
import { readCsv } from "./sheet/csv";
import { tableOf } from "./sheet/table";

/** Above this share of control characters, nobody has typed it. */
const BINARY = 0.02;
/** Below this, a person is told what else the encoding may be. */
const SURE = 0.75;

const NAMES: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  shift_jis: "Shift_JIS",
  "utf-16le": "UTF-16LE",
  "utf-16be": "UTF-16BE",
  "euc-jp": "EUC-JP",
  "iso-2022-jp": "ISO-2022-JP",
  "windows-1252": "Windows-1252",
};

/** Files that are text: plain, Markdown, pages, subtitles, tables of values. */
export function readText(name: string, bytes: Uint8Array, chosen: Encoding | null): FileRead {
  const decoded = chosen ? decodeAs(bytes, chosen) : (asStated(bytes) ?? decode(bytes));
  const { text } = decoded;
  if (text.trim() === "") throw new Unreadable("empty");
  // In a wrong encoding that a person chose, anything looks broken; the preview shows it.
  if (!chosen && controlShare(text) > BINARY) throw new Unreadable("not_text");
  const facts = {
    ok: true as const,
    encoding: decoded.encoding,
    confidence: decoded.confidence,
    warnings: warningsOf(decoded),
    leftOut: [],
  };
  if (isHtml(text) || /\.x?html?$/i.test(name)) {
    const page = readHtml(text);
    if (page.text.trim() === "") throw new Unreadable("empty");
    return { ...facts, format: "html", reading: { kind: "lines", text: page.text }, leftOut: page.leftOut };
  }
  if (text.length > TEXT_LIMIT) throw new Unreadable("text_too_long");
  const cues = cueFormat(name, text);
  if (cues) return { ...facts, format: cues, reading: { kind: "cues", text } };
  const rows = /\.(?:csv|tsv|tab)$/i.test(name) || /^\uFEFF?sep=.\r?\n/.test(text) ? readCsv(text) : null;
  if (rows) return { ...facts, format: "csv", reading: tableOf(rows) };
  const format = /\.(?:md|markdown)$/i.test(name) ? "markdown" : "text";
  return { ...facts, format, reading: { kind: "lines", text } };
}

/** A page that says how it is written, and is: in whichever encoding. */
function asStated(bytes: Uint8Array): Decoded | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4000)).toString(
    "latin1",
  );
  const charset = isHtml(head.replace(/^\u00ef\u00bb\u00bf/, "")) ? statedCharset(bytes) : null;
  const encoding = charset && encodingNamed(charset);
  if (!encoding || encoding.startsWith("utf-16")) return null;
  const decoded = decodeAs(bytes, encoding);
  return decoded.undecodable === 0 ? { ...decoded, confidence: 0.95 } : null;
}

function encodingNamed(charset: string): Encoding | null {
  try {
    const { encoding } = new TextDecoder(charset);
    return (Object.keys(NAMES) as Encoding[]).find((each) => each === encoding) ?? null;
  } catch {
    return null;
  }
}

function warningsOf({ undecodable, mixed, confidence, other }: Decoded): ParseWarning[] {
  const warnings: ParseWarning[] = [];
  if (undecodable > 0) warnings.push({ code: "characters_undecodable", count: undecodable });
  if (mixed)
    warnings.push({
      code: "encodings_mixed",
      count: mixed.count,
      example: `${NAMES[mixed.encoding]}, ${mixed.first}`,
    });
  if (confidence !== null && confidence < SURE && other)
    warnings.push({ code: "encoding_guessed", count: 1, example: NAMES[other] });
  return warnings;
}

/** Subtitles by their heading, or by their name and a line that times a cue. */
function cueFormat(name: string, text: string): Extract<FileFormat, "vtt" | "srt"> | null {
  if (/^\uFEFF?WEBVTT(?:\s|$)/.test(text)) return "vtt";
  const named = /\.(vtt|srt)$/i.exec(name)?.[1]?.toLowerCase();
  if (!named || !/^.{1,30}-->/m.test(text.slice(0, 4000))) return null;
  return named === "srt" ? "srt" : "vtt";
}
