import type { BatchPlace, ImportChoices } from "@/lib/schemas/imports";
import type { BatchFile } from "./files";
import type { Summary } from "./parsing";

interface PairOption {
  /** "transcript:…" or "upload:…". */
  value: string;
  title: string;
  /** Of the same interview, or of the same name but for its language. */
  likely: boolean;
}

/** A file among the others of its batch, and what could be tied to it. */
export interface AmongOthers {
  file: BatchFile;
  files: readonly BatchFile[];
  choices: ImportChoices;
  /** What holds for the other files. */
  choicesOf: (file: BatchFile) => ImportChoices;
  summary: Summary;
  place: BatchPlace;
}

/** What can be a file's other language, the likely first: transcripts without a pair, and other files of the batch. */
export function pairOptions({ file, files, choices, choicesOf, summary, place }: AmongOthers): PairOption[] {
  const language = choices.language ?? summary.language;
  const ofInterview = (interviewId: string | null) =>
    interviewId !== null && interviewId === choices.interviewId;
  const transcripts = place.transcripts
    .filter((other) => other.pairId === null && other.language !== language)
    .map(({ id, title, interviewId }) => ({
      value: `transcript:${id}`,
      title,
      likely: ofInterview(interviewId),
    }));
  const others = files
    .filter(({ id, status }) => id !== file.id && ["read", "chosen", "storing"].includes(status))
    .map((other) => ({ other, chosen: choicesOf(other) }))
    .filter(({ other, chosen }) => {
      const spoken = chosen.language ?? other.facts?.language;
      return spoken !== undefined && spoken !== language && chosen.kind === "interview";
    })
    .map(({ other, chosen }) => ({
      value: `upload:${other.id}`,
      title: chosen.title,
      likely: ofInterview(chosen.interviewId) || sameName(file.name, other.name),
    }));
  return [...transcripts, ...others].sort((a, b) => Number(b.likely) - Number(a.likely));
}

/** The file that chose this one for its other language: a pair is chosen on one side and holds on both. */
export const chosenBy = ({ file, files, choicesOf }: Pick<AmongOthers, "file" | "files" | "choicesOf">) =>
  files.find((other) => {
    const { pairWith } = choicesOf(other);
    return pairWith?.is === "upload" && pairWith.id === file.id;
  });

/** What in a name only says which language a file is in. */
const LANGUAGE = /(?:^|[^\p{L}])(?:en|eng|english|ja|jp|jpn|japanese|英語?|日本?語?|和)(?=$|[^\p{L}])/giu;

/** Whether two names differ in their language alone. */
export function sameName(one: string, other: string): boolean {
  const bare = (name: string) =>
    (name.split("/").at(-1) ?? name)
      .normalize("NFKC")
      .replace(/\.[A-Za-z0-9]{1,8}$/u, "")
      .replace(LANGUAGE, "")
      .replace(/[^\p{L}\p{N}]+/gu, "")
      .toLowerCase();
  return bare(one) !== "" && bare(one) === bare(other);
}
