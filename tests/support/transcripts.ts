import { randomUUID } from "node:crypto";
import { draftOf, parseText } from "@/lib/domain/transcript";
import { offlineScope } from "@/lib/server/access/offline";
import { addTranscript } from "@/lib/server/transcripts/mutations";
import type { StudyFixture } from "./fixture";

/** A talk of four short turns. */
export const WORDS = "聞き手：いつ始めましたか？\n協力者：2014年です。🐟\n聞き手：なぜ？\n協力者：さあ。\n";

/** Adds a transcript of these words to the fixture's interview, as its coder; answers its id. */
export async function addWords(study: StudyFixture, words = WORDS): Promise<string> {
  const { id } = await addTranscript(await offlineScope(study.members.coder.userId, study.studyId), {
    ...draftOf(parseText(words), [], () => study.intervieweeId),
    eventId: randomUUID(),
    id: randomUUID(),
    versionId: randomUUID(),
    title: "Interview",
    language: "ja",
    interviewId: study.interviewId,
    pairWith: null,
  });
  return id;
}
