import "server-only";
import { controlShare, type LeftOut, type ParseWarning } from "@/lib/domain/transcript";
import { type Encoding, FILE_LIMIT, TEXT_LIMIT, type TranscriptFormat } from "@/lib/schemas/transcripts";
import { readDocx } from "./docx";
import { decode, decodeAs } from "./encoding";

/** Why a file cannot be taken in; each has its words in lib/messages/errors.ts as `file_…`. */
export type FileRefusal =
  | "empty"
  | "too_large"
  | "text_too_long"
  | "old_word"
  | "protected_word"
  | "damaged_word"
  | "unpacks_too_large"
  | "other_archive"
  | "pdf"
  | "rtf"
  | "not_text";

export type FileReading =
  | {
      ok: true;
      format: TranscriptFormat;
      text: string;
      encoding: Encoding | null;
      warnings: ParseWarning[];
      leftOut: LeftOut[];
    }
  | { ok: false; reason: FileRefusal };

/** Above this share of control characters, nobody has typed it. */
const BINARY = 0.02;

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte);
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/**
 * The text of a file, whatever its name claims: what it is, is told by its first bytes. The name only
 * tells subtitles from text, where the heading is missing.
 */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  encoding: Encoding | null,
): Promise<FileReading> {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > FILE_LIMIT) return { ok: false, reason: "too_large" };
  // Old Word documents are compound files; so is a new one that is locked with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return { ok: false, reason: /\.docx$/i.test(name) ? "protected_word" : "old_word" };
  if (startsWith(bytes, ascii("%PDF-"))) return { ok: false, reason: "pdf" };
  if (startsWith(bytes, ascii("{\\rtf"))) return { ok: false, reason: "rtf" };
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return readWord(bytes);
  if (/\.docx$/i.test(name)) return { ok: false, reason: "damaged_word" };
  return readText(name, bytes, encoding);
}

async function readWord(bytes: Uint8Array): Promise<FileReading> {
  const word = await readDocx(bytes);
  if (!word.ok) {
    const reasons = { not_word: "other_archive", damaged: "damaged_word" } as const;
    return { ok: false, reason: word.reason === "unpacks_too_large" ? word.reason : reasons[word.reason] };
  }
  if (word.text.trim() === "") return { ok: false, reason: "empty" };
  if (word.text.length > TEXT_LIMIT) return { ok: false, reason: "text_too_long" };
  return { format: "docx", encoding: null, ...word };
}

function readText(name: string, bytes: Uint8Array, chosen: Encoding | null): FileReading {
  const { text, encoding, undecodable } = chosen ? decodeAs(bytes, chosen) : decode(bytes);
  if (text.trim() === "") return { ok: false, reason: "empty" };
  if (text.length > TEXT_LIMIT) return { ok: false, reason: "text_too_long" };
  // In a wrong encoding that a person chose, anything looks broken; the preview shows it.
  if (!chosen && controlShare(text) > BINARY) return { ok: false, reason: "not_text" };
  const warnings: ParseWarning[] =
    undecodable === 0 ? [] : [{ code: "characters_undecodable", count: undecodable }];
  return { ok: true, format: isCues(name, text) ? "cues" : "text", text, encoding, warnings, leftOut: [] };
}

/** Subtitles by their heading, or by their name and a line that times a cue. */
function isCues(name: string, text: string): boolean {
  if (/^\uFEFF?WEBVTT(?:\s|$)/.test(text)) return true;
  return /\.(?:vtt|srt)$/i.test(name) && /^.{1,30}-->/m.test(text.slice(0, 4000));
}
