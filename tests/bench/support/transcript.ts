import type { Place } from "./apply";
import { type Generated, generate, type Size } from "./generate";
import { type Passages, passagesOf } from "./passages";
import { sessionOf } from "./session";
import { target } from "./target";

/** A study of one transcript, and its coders with their sessions. */
export interface Transcript {
  name: string;
  address: string;
  study: Generated;
  coders: Place[];
  passages: Passages;
}

/** The keys of a generated study's first codes. */
export const CODE_KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** Loads a transcript of invented words, coded by eight people or by as many as are said. */
export async function loadTranscript(
  { words, codings, layers = 0 }: Pick<Size, "words" | "codings" | "layers">,
  seed: number,
  people = 8,
): Promise<Transcript> {
  const size = { transcripts: 1, words, codings, layers, codes: 60, groups: 3, coders: people };
  const study = await generate(target.DATABASE_URL, size, seed);
  const [transcriptId = ""] = study.transcriptIds;
  const { studyId, codeIds } = study;
  return {
    name:
      `${words.toLocaleString("en")} words, ` +
      (layers > 0 ? `${layers} codings on each of them` : `${codings.toLocaleString("en")} codings`),
    address: `/studies/${studyId}/transcripts/${transcriptId}`,
    study,
    coders: await Promise.all(
      study.coderIds.map(async (coderId) => ({
        studyId,
        transcriptId,
        coderId,
        session: await sessionOf(coderId),
      })),
    ),
    passages: await passagesOf(target.DATABASE_URL, transcriptId, codeIds, seed),
  };
}
