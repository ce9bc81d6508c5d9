import { randomUUID } from "node:crypto";
import { type AccessTable, inStudy } from "@/tests/support/access";
import type { StudyFixture } from "@/tests/support/fixture";

/** A file of a few words, as a form sends it. */
function form(fields: Record<string, string> = {}): FormData {
  const data = new FormData();
  data.set("file", new Blob(["聞き手：どうですか？\n協力者：はい。\n"]), "talk.txt");
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

const choices = (a: StudyFixture) => ({
  eventId: randomUUID(),
  transcriptId: randomUUID(),
  title: "Interview 2",
  language: "ja",
  encoding: null,
  speakers: { accept: [], refuse: [], join: [], apart: [], roles: [], unlabelled: null },
  interviewId: a.interviewId,
  interviewees: [],
  questions: false,
  pairWith: null,
});

export const table: AccessTable = {
  "loaders.loadTranscripts": inStudy("transcript.read", ({ a }) => ({ studyId: a.studyId })),
  "loaders.loadNewTranscript": inStudy("transcript.add", ({ a }) => ({ studyId: a.studyId })),
  "GET transcripts/[transcriptId]/text": inStudy("transcript.read", ({ a }) => ({
    params: { transcriptId: a.transcriptId },
  })),
  "POST studies/[studyId]/uploads": inStudy("transcript.add", ({ a }) => ({
    params: { studyId: a.studyId },
    body: form(),
  })),
  "POST studies/[studyId]/transcripts": inStudy("transcript.add", ({ a }) => ({
    params: { studyId: a.studyId },
    body: form({ choices: JSON.stringify(choices(a)) }),
  })),
};
