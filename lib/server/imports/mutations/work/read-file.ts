import "server-only";
import type { FileFormat } from "@/lib/domain/transcript";
import * as interchange from "@/lib/server/interchange/read-file";
import type { ReadFile } from "./read";

const FORMATS: Record<string, FileFormat> = { text: "text", cues: "vtt", docx: "docx" };

export const readFile: ReadFile = async (name, bytes, encoding) => {
  const file = await interchange.readFile(name, bytes, encoding);
  if (!file.ok) return file;
  const { text, format, warnings, leftOut } = file;
  return {
    ok: true,
    reading: { kind: format === "cues" ? "cues" : "lines", text },
    format: FORMATS[format] ?? "text",
    encoding: file.encoding,
    warnings,
    leftOut,
  };
};
