import { randomUUID } from "node:crypto";
import type { StudyScope } from "@/lib/access/scope";
import type { Operation } from "@/lib/domain/coding";
import { draftOf, parseText } from "@/lib/domain/transcript";
import * as codebook from "@/lib/server/codebook/mutations";
import { applyOperations } from "@/lib/server/coding/mutations";
import { prisma } from "@/lib/server/db";
import * as history from "@/lib/server/history/mutations";
import * as memos from "@/lib/server/memos/mutations";
import { makePair } from "@/lib/server/pairs/mutations";
import * as passages from "@/lib/server/passages/mutations";
import * as people from "@/lib/server/people/mutations";
import * as revisions from "@/lib/server/revisions/mutations";
import { codeFound } from "@/lib/server/search/mutations";
import { addTranscript } from "@/lib/server/transcripts/mutations";
import type { StudyFixture } from "@/tests/support/fixture";
import { addFiles, keepRest } from "./beside";
import { BOTH, SECRET, SECRET_JA } from "./words";

const fresh = () => randomUUID();

interface Members {
  lead: StudyScope;
  coder: StudyScope;
}

export interface FilledPerson {
  intervieweeId: string;
  number: number;
  interviewId: string;
  transcriptId: string;
  otherId: string;
  segmentId: string;
  memoId: string;
  uploadIds: string[];
}

/**
 * A person of whom the secret words are written down in every way that the app has: of themselves, in two versions of a
 * transcript and its other language, in files and recordings, codings, memos, pseudonyms, and in events of all kinds.
 */
export async function fillPerson(
  study: StudyFixture,
  by: Members,
  textAttributeId: string,
): Promise<FilledPerson> {
  const person = await addPersonOfWords(study, by, textAttributeId);
  const texts = await addTexts(study, by, person);
  const { segmentId } = await codeTexts(study, by, texts);
  const memoId = await writeMemos(by, { ...person, ...texts, segmentId });
  await keepRest(study, by, texts);
  const uploadIds = await addFiles(study, { ...person, ...texts });
  return { ...person, ...texts, segmentId, memoId, uploadIds };
}

async function addPersonOfWords({ studyId, sectorId }: StudyFixture, { lead }: Members, attributeId: string) {
  const [intervieweeId, interviewId, number] = [fresh(), fresh(), 77];
  const fields = { number, sectorId, position: BOTH, permission: "number" as const, name: BOTH };
  await people.addInterviewee(lead, { eventId: fresh(), studyId, id: intervieweeId, ...fields });
  const wanted = { ...fields, position: `${BOTH} 2` };
  await people.editInterviewee(lead, { eventId: fresh(), intervieweeId, base: fields, wanted });
  await people.setValues(lead, {
    eventId: fresh(),
    intervieweeId,
    base: {},
    wanted: { [attributeId]: BOTH },
  });
  // An attribute that was deleted with its values, and one that was brought back.
  for (const undone of [true, false]) {
    const [id, deletion] = [fresh(), fresh()];
    const attribute = { id, name: `Gone ${undone}`, kind: "text" as const, choices: [] };
    await people.addAttribute(lead, { eventId: fresh(), studyId, ...attribute });
    await people.setValues(lead, { eventId: fresh(), intervieweeId, base: {}, wanted: { [id]: BOTH } });
    await people.deleteAttribute(lead, { eventId: deletion, attributeId: id });
    if (!undone) continue;
    const back = fresh();
    await history.undoEvent(lead, { eventId: back, undoes: deletion });
    await history.undoEvent(lead, { eventId: fresh(), undoes: back });
  }
  const interview = {
    date: null,
    minutes: null,
    interviewers: [BOTH],
    mode: BOTH,
    place: BOTH,
    intervieweeIds: [intervieweeId],
  };
  await people.addInterview(lead, { eventId: fresh(), studyId, id: interviewId, ...interview });
  const moved = { ...interview, place: `${BOTH} 3` };
  await people.editInterview(lead, { eventId: fresh(), interviewId, base: interview, wanted: moved });
  return { intervieweeId, number, interviewId };
}

async function addTexts(
  { studyId, members }: StudyFixture,
  { lead, coder }: Members,
  person: { intervieweeId: string; interviewId: string },
) {
  const add = async (language: string, words: string) => {
    const { id, versionId } = await addTranscript(coder, {
      ...draftOf(parseText(words), [], () => person.intervieweeId),
      ...{
        eventId: fresh(),
        id: fresh(),
        versionId: fresh(),
        title: BOTH,
        language,
        interviewId: person.interviewId,
        pairWith: null,
      },
    });
    return { id, versionId };
  };
  const own = await add(
    "en",
    `Asking: Where were you?\n${BOTH}: At home, ${BOTH} and ${SECRET}.\nAsking: Why?\n${BOTH}: Because of ${BOTH}.\n`,
  );
  const other = await add(
    "ja",
    `聞き手：どこ？\n${BOTH}：家です。${BOTH}\n聞き手：なぜ？\n${BOTH}：${BOTH}。\n`,
  );
  await makePair(lead, { eventId: fresh(), transcriptId: own.id, otherId: other.id });
  await prisma().presence.create({
    data: { streamId: fresh(), studyId, userId: members.coder.userId, transcriptId: own.id },
  });
  return {
    transcriptId: own.id,
    versionId: own.versionId,
    otherId: other.id,
    otherVersionId: other.versionId,
  };
}

async function codeTexts(
  study: StudyFixture,
  { lead, coder }: Members,
  texts: { transcriptId: string; versionId: string; otherId: string; otherVersionId: string },
) {
  const { transcriptId } = texts;
  const perform = async (...operations: Operation[]) => {
    for (const outcome of await applyOperations(coder, transcriptId, operations))
      if (!outcome.ok) throw new Error(outcome.reason);
  };
  const text = await textOf(texts.versionId);
  const apply = (at: number, quote: string): Extract<Operation, { kind: "apply" }> => ({
    ...{
      id: fresh(),
      kind: "apply",
      versionId: texts.versionId,
      segmentId: fresh(),
      start: at,
      end: at + quote.length,
      quote,
    },
    codings: [{ id: fresh(), codeId: study.codeId }],
  });
  const first = apply(text.indexOf(SECRET, 30), SECRET);
  const second = apply(text.lastIndexOf(SECRET_JA), SECRET_JA);
  const third = apply(text.indexOf("home"), "home");
  await perform(first, second, third);
  const blank = { stance: "not_stated", permission: null, memo: "", certainty: null } as const;
  await perform({
    ...{ id: fresh(), kind: "annotate", segmentId: first.segmentId },
    base: blank,
    changes: { ...blank, memo: BOTH },
  });
  await perform({ id: fresh(), kind: "remove", segmentId: second.segmentId });
  await perform({ id: fresh(), kind: "undo", eventId: third.id });
  await codebook.addExample(lead, {
    ...{ eventId: fresh(), id: fresh() },
    segmentId: first.segmentId,
    codeId: study.codeId,
    counter: false,
  });
  const word = text.lastIndexOf(SECRET);
  await codeFound(coder, {
    ...{ eventId: fresh(), studyId: study.studyId, codeId: study.spareCodeId },
    texts: [{ transcriptId, versionId: texts.versionId, ranges: [[word, word + SECRET.length]] }],
  });
  // Everything back to what it was before the last steps, and forth again.
  const restored = fresh();
  const preview = await history.previewRestore(lead, {
    workId: fresh(),
    studyId: study.studyId,
    moment: { seq: Number((await lastEvent(study.studyId)).seq) - 2 },
  });
  await history.restoreCodings(lead, {
    eventId: restored,
    studyId: study.studyId,
    seq: preview.seq,
    base: preview.base,
  });
  await history.undoEvent(lead, { eventId: fresh(), undoes: restored });
  const passage = {
    eventId: fresh(),
    transcriptId,
    versionId: texts.versionId,
    passageId: fresh(),
    questionId: study.questionId,
  };
  await passages.setPassage(coder, { ...passage, start: 0, end: text.length, status: "answered" });
  await correct(coder, lead, { ...texts, text });
  return { segmentId: first.segmentId };
}

/** A second version that says more, and a third that hides a name, which the study's pseudonyms keep. */
async function correct(
  coder: StudyScope,
  lead: StudyScope,
  { transcriptId, versionId, text }: { transcriptId: string; versionId: string; text: string },
) {
  const said = draftOf(parseText(`${text}${BOTH}: And ${BOTH} again.\n`), [], () => null);
  const made = await revisions.correctTranscript(coder, {
    ...{
      eventId: fresh(),
      transcriptId,
      fromVersionId: versionId,
      change: "replaced",
      reason: BOTH,
      draft: said,
    },
  });
  const now = await textOf(made.versionId);
  const at = now.lastIndexOf(SECRET_JA);
  await revisions.redact(lead, {
    ...{ eventId: fresh(), transcriptId, words: SECRET_JA, pseudonym: "[a friend]", labels: false },
    places: [{ transcriptId, versionId: made.versionId, ranges: [[at, at + SECRET_JA.length]] }],
  });
}

async function writeMemos(
  { lead, coder }: Members,
  on: { intervieweeId: string; transcriptId: string; segmentId: string },
): Promise<string> {
  const targets = [
    { about: "interviewee", id: on.intervieweeId },
    { about: "transcript", id: on.transcriptId },
    { about: "segment", id: on.segmentId },
  ] as const;
  let last = "";
  for (const target of targets) {
    const [id, answer, deletion] = [fresh(), fresh(), fresh()];
    await memos.writeMemo(coder, { eventId: fresh(), id, target, text: BOTH });
    await memos.answerMemo(lead, { eventId: fresh(), id: answer, threadId: id, text: BOTH });
    await memos.editMemo(coder, { eventId: fresh(), memoId: id, base: BOTH, text: `${BOTH} 4` });
    await memos.deleteMemo(lead, { eventId: deletion, memoId: answer });
    await history.undoEvent(lead, { eventId: fresh(), undoes: deletion });
    await memos.resolveThread(lead, { eventId: fresh(), memoId: id });
    last = id;
  }
  return last;
}

async function textOf(versionId: string): Promise<string> {
  const rows = await prisma().paragraph.findMany({ where: { versionId }, orderBy: { ordinal: "asc" } });
  return rows.map(({ text }) => text).join("");
}

const lastEvent = (studyId: string) =>
  prisma().historyEvent.findFirstOrThrow({ where: { studyId }, orderBy: { seq: "desc" } });
