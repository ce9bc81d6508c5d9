import { readFileSync } from "node:fs";
import path from "node:path";
import type { ParsedTranscript } from "@/lib/domain/transcript";

const at = (name: string) => path.join(import.meta.dirname, "../../fixtures/transcripts", name);

export const bytesOf = (name: string) => new Uint8Array(readFileSync(at(name)));
export const fixture = (name: string) => readFileSync(at(name), "utf8");

/** Who says what: each turn's speaker and words. */
export const said = ({ text, turns }: ParsedTranscript) =>
  turns.map(({ speaker, bodyStart, end }) => [speaker, text.slice(bodyStart, end)]);

/** `label role turns`, and the aliases. */
export const cast = ({ speakers }: ParsedTranscript) =>
  speakers.map(({ label, role, turns, aliases }) => [`${label} ${role} ${turns}`, ...aliases]);
