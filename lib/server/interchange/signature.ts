import "server-only";
import type { ReadFault } from "@/lib/schemas/files";

/** What the first bytes of a file say that it is, whatever its name claims. */
export type Signature = "zip" | "pdf" | "rtf" | ReadFault | null;

const at = (bytes: Uint8Array, offset: number, signature: string) =>
  [...signature].every((letter, index) => bytes[offset + index] === letter.charCodeAt(0));

const STARTS: [string, Signature][] = [
  ["PK\x03\x04", "zip"],
  ["PK\x05\x06", "zip"],
  ["{\\rt", "rtf"],
  ["\x1f\x8b", "other_archive"],
  ["Rar!", "other_archive"],
  ["7z\xbc\xaf", "other_archive"],
  ["BZh", "other_archive"],
  ["\xfd7zXZ", "other_archive"],
  ["\x89PNG", "picture"],
  ["\xff\xd8\xff", "picture"],
  ["GIF8", "picture"],
  ["II*\0", "picture"],
  ["MM\0*", "picture"],
  ["ID3", "recording"],
  ["OggS", "recording"],
  ["fLaC", "recording"],
  ["#!AMR", "recording"],
  ["\x1aE\xdf\xa3", "recording"],
  ["\x30\x26\xb2\x75", "recording"],
];

export function signatureOf(name: string, bytes: Uint8Array): Signature {
  if (at(bytes, 0, "\xd0\xcf\x11\xe0")) return compoundFault(name, bytes);
  if (at(bytes, 0, "RIFF")) return at(bytes, 8, "WEBP") ? "picture" : "recording";
  if (at(bytes, 4, "ftyp")) return /^(?:heic|heif|mif1|avif)/.test(word(bytes, 8)) ? "picture" : "recording";
  // Some programs write a few bytes before a PDF's heading.
  for (let offset = 0; offset < Math.min(bytes.length, 1024); offset++)
    if (bytes[offset] === 0x25 && at(bytes, offset, "%PDF-")) return "pdf";
  return STARTS.find(([signature]) => at(bytes, 0, signature))?.[1] ?? null;
}

const word = (bytes: Uint8Array, offset: number) =>
  String.fromCharCode(...bytes.subarray(offset, offset + 4));

/** Old Office documents and new ones with a password are compound files; their streams are named in UTF-16. */
function compoundFault(name: string, bytes: Uint8Array): ReadFault {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string) => buffer.includes(Buffer.from(name, "utf16le"));
  if (holds("EncryptedPackage")) return "locked_office";
  if (holds("WordDocument")) return "old_word";
  if (holds("Workbook") || holds("Book\0")) return "old_excel";
  // Cut off before its list of streams: the name has to do.
  if (/\.(?:doc|xls)x$/i.test(name)) return "locked_office";
  if (/\.xls$/i.test(name)) return "old_excel";
  return /\.doc$/i.test(name) ? "old_word" : "old_office";
}
