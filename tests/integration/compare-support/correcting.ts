import { randomUUID } from "node:crypto";
import { prisma } from "@/lib/server/db";
import { correctTranscript } from "@/lib/server/revisions/mutations";
import type { SmallStudy, Talk, TurnText } from "./study";

/** Puts other turns in the place of a talk's; segments follow, or wait to be placed. Answers the talk as it is then. */
export async function correct(study: SmallStudy, talk: Talk, turns: readonly TurnText[]): Promise<Talk> {
  const who = [...new Set(turns.map((turn) => turn.who))];
  const text = turns.map((turn) => `${turn.text}\n`).join("");
  let start = 0;
  const places = turns.map((turn) => {
    const range = { start, end: start + turn.text.length + 1 };
    start = range.end;
    return { ...range, turn };
  });
  // A correction names only people who were in the interview.
  const { interviewId } = await prisma().transcript.findUniqueOrThrow({ where: { id: talk.transcriptId } });
  await prisma().interviewInterviewee.createMany({
    data: who.flatMap((each) => {
      const intervieweeId = study.people[Number(each)];
      return intervieweeId && interviewId ? [{ interviewId, intervieweeId, studyId: study.studyId }] : [];
    }),
    skipDuplicates: true,
  });
  const { versionId } = await correctTranscript(study.scopes.lead, {
    eventId: randomUUID(),
    transcriptId: talk.transcriptId,
    fromVersionId: talk.versionId,
    change: "corrected",
    reason: "",
    draft: {
      text,
      points: [],
      speakers: who.map((each) => ({
        label: `Label ${each}`,
        aliases: [],
        role: each === "A" ? "interviewer" : "interviewee",
        intervieweeId: typeof each === "number" ? (study.people[each] ?? null) : null,
      })),
      turns: places.map(({ start, end, turn }) => ({
        start,
        bodyStart: start,
        end,
        speaker: who.indexOf(turn.who),
        atMs: null,
        align: turn.align ?? null,
      })),
      passages: places.flatMap(({ start, end, turn }) => {
        const questionId = turn.question && study.questions[turn.question];
        return questionId ? [{ questionId, start, end, status: "answered" as const }] : [];
      }),
    },
  });
  return { transcriptId: talk.transcriptId, versionId, text };
}
