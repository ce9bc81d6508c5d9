import { randomUUID } from "node:crypto";
import type { Chance } from "./chance";
import { addCodings, addLayers } from "./codings";
import type { Frame } from "./frame";
import type { Size } from "./size";
import type { Tables } from "./tables";
import { type Speech, type Tongue, talk } from "./talk";

/** One interview with its interviewee, its text and its codings. Answers the transcript's id. */
export function addTranscript(
  chance: Chance,
  { frame, size, tongue }: { frame: Frame; size: Size; tongue: Tongue },
  number: number,
  tables: Tables,
): string {
  const { studyId } = frame;
  const [intervieweeId, interviewId, transcriptId, versionId] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  const sectorId = frame.sectorIds[number % frame.sectorIds.length] ?? null;
  tables.add("Interviewee", { id: intervieweeId, studyId, sectorId, number, position: "Member" });
  tables.add("Interview", { id: interviewId, studyId, date: "2026-04-01", minutes: 60, interviewers: ["A"] });
  tables.add("InterviewInterviewee", { interviewId, intervieweeId, studyId });
  tables.add("Transcript", {
    id: transcriptId,
    studyId,
    interviewId,
    title: `Interview ${number}`,
    language: tongue.language,
  });
  const speeches = talk(chance, tongue, size.words);
  const text = speeches.flatMap((speech) => speech.lines).join("");
  tables.add("TranscriptVersion", {
    id: versionId,
    transcriptId,
    number: 1,
    current: true,
    length: text.length,
  });
  const turns = addTurns({ transcriptId, versionId, intervieweeId }, speeches, tables);
  addPassages(chance, frame, versionId, turns, tables);
  const coded = { frame, size, transcriptId, versionId, text };
  addCodings(chance, coded, speeches, tables);
  addLayers(chance, coded, speeches, tables);
  return transcriptId;
}

function addTurns(
  { transcriptId, versionId, intervieweeId }: Record<"transcriptId" | "versionId" | "intervieweeId", string>,
  speeches: readonly Speech[],
  tables: Tables,
): { start: number; end: number }[] {
  const [asking, answering] = [randomUUID(), randomUUID()];
  const label = { transcriptId, aliases: [] };
  tables.add("Speaker", { id: asking, ...label, label: "Q", role: "interviewer", intervieweeId: null });
  tables.add("Speaker", { id: answering, ...label, label: "A", role: "interviewee", intervieweeId });
  let end = 0;
  let line = 0;
  return speeches.map(({ asks, lines }, ordinal) => {
    const start = end;
    for (const text of lines) {
      tables.add("Paragraph", { versionId, ordinal: line, start: end, end: end + text.length, text });
      end += text.length;
      line += 1;
    }
    const speakerId = asks ? asking : answering;
    tables.add("Turn", {
      versionId,
      ordinal,
      start,
      bodyStart: start,
      end,
      speakerId,
      atMs: ordinal * 9_000,
    });
    return { start, end };
  });
}

/** All questions of the guide, one after the other, over the whole talk. */
function addPassages(
  chance: Chance,
  { questionIds }: Frame,
  versionId: string,
  turns: readonly { start: number; end: number }[],
  tables: Tables,
): void {
  const each = Math.max(2, Math.ceil(turns.length / questionIds.length / 2) * 2);
  questionIds.forEach((questionId, index) => {
    const inside = turns.slice(index * each, (index + 1) * each);
    const start = inside[0]?.start;
    const end = inside.at(-1)?.end;
    if (start === undefined || end === undefined) return;
    const status = chance.next() < 0.9 ? "answered" : "unanswered";
    tables.add("Passage", { id: randomUUID(), versionId, questionId, start, end, status });
  });
}
