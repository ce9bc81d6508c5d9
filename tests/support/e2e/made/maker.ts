import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import type { StudyScope } from "@/lib/access/scope";
import { draftOf, guessLanguage, type ParsedPassage, parseText } from "@/lib/domain/transcript";
import { offlineActor, offlineScope } from "@/lib/server/access/offline";
import { addCodes } from "@/lib/server/codebook/mutations";
import { applyOperations } from "@/lib/server/coding/mutations";
import { prisma } from "@/lib/server/db";
import { addClusters } from "@/lib/server/guide/mutations";
import { addInterview, addInterviewee, addSector } from "@/lib/server/people/mutations";
import { redact } from "@/lib/server/revisions/mutations";
import { makeRound as addRound, assign, openRound } from "@/lib/server/rounds/mutations";
import { createStudy } from "@/lib/server/studies/mutations";
import { addTranscript } from "@/lib/server/transcripts/mutations";
import { accounts } from "@/seeds/human-security/accounts";
import { userIdOf } from "@/seeds/steps/accounts";
import type { MadeStudy, WantedStudy, WantedTalk } from "./wanted";

// Makes studies in DATABASE_URL as the app itself does, without its screens: what is wanted comes in as one line
// of JSON each, and what was made goes out as one. Ends with its input, so that it does not outlive the tests.

for await (const line of createInterface({ input: process.stdin })) {
  const made = await make(JSON.parse(line)).catch((error: unknown) => ({ error: String(error) }));
  process.stdout.write(`${JSON.stringify(made)}\n`);
}
// The pool of connections would keep this process for a while.
process.exit(0);

async function make({ title, members = [], codes = [], talks = [], round }: WantedStudy): Promise<MadeStudy> {
  const studyId = randomUUID();
  const owner = userIdOf("owner");
  const actor = await offlineActor(owner);
  await createStudy(actor, { eventId: randomUUID(), studyId, title, description: "" });
  const others = accounts.filter(({ key }) => members.includes(key));
  await prisma().membership.createMany({
    data: others.map(({ key, role }) => ({ studyId, userId: userIdOf(key), role })),
  });
  const scope = await offlineScope(owner, studyId);
  const named = new Map(codes.map(({ name, shortcut }) => [name, shortcut]));
  for (const [, name] of talks.flatMap(({ coded = [] }) => coded)) if (!named.has(name)) named.set(name, "");
  const ids = await makeCodes(scope, named);
  const transcripts: string[] = [];
  for (const talk of talks)
    transcripts.push(await makeTalk(scope, talk, { codes: ids, before: transcripts.at(-1) }));
  if (round) await makeRound(scope, round, transcripts);
  return { studyId, transcripts };
}

/** Names with their keys; answers their ids. */
async function makeCodes(scope: StudyScope, named: Map<string, string>): Promise<Map<string, string>> {
  const ids = new Map([...named.keys()].map((name) => [name, randomUUID()]));
  if (ids.size === 0) return ids;
  const codes = [...ids].map(([name, id], at) => ({
    ...{ id, name, hue: at % 6, parentId: null },
    shortcut: named.get(name) || null,
  }));
  await addCodes(scope, { eventId: randomUUID(), studyId: scope.studyId, codes });
  return ids;
}

async function makeTalk(
  scope: StudyScope,
  { title, words, by, coded = [], asked = [], hidden, paired = false }: WantedTalk,
  { codes, before }: { codes: ReadonlyMap<string, string>; before: string | undefined },
): Promise<string> {
  const person = by ? await makePerson(scope, by) : null;
  const parsed = parseText(words);
  const passages = asked.length > 0 ? await makeQuestions(scope, asked, parsed.text) : [];
  const { id, versionId } = await addTranscript(scope, {
    ...draftOf(parsed, passages, () => person?.intervieweeId ?? null),
    eventId: randomUUID(),
    id: randomUUID(),
    versionId: randomUUID(),
    title,
    language: guessLanguage(parsed.text) ?? "en",
    interviewId: person?.interviewId ?? null,
    pairWith: paired ? (before ?? null) : null,
  });
  const operations = coded.map(([quote, name]) => {
    const start = parsed.text.indexOf(quote);
    return {
      ...{ id: randomUUID(), kind: "apply" as const, versionId, segmentId: randomUUID() },
      ...{ start, end: start + quote.length, quote },
      codings: [{ id: randomUUID(), codeId: codes.get(name) ?? "" }],
    };
  });
  const outcomes = operations.length > 0 ? await applyOperations(scope, id, operations) : [];
  const refused = outcomes.find((outcome) => !outcome.ok);
  if (refused) throw new Error(`a coding was refused: ${JSON.stringify(refused)}`);
  if (hidden) await hide(scope, { id, versionId, text: parsed.text }, hidden);
  return id;
}

/** Makes a cluster of the questions, and answers the passages that answer them: each up to the next. */
async function makeQuestions(
  scope: StudyScope,
  asked: NonNullable<WantedTalk["asked"]>,
  text: string,
): Promise<ParsedPassage[]> {
  const { studyId } = scope;
  const questions = asked.map(([, question], at) => ({
    ...{ id: randomUUID(), key: `q.${at + 1}`, text: question, followUp: false },
  }));
  const cluster = { id: randomUUID(), key: "q", title: "Questions", questions };
  await addClusters(scope, { eventId: randomUUID(), studyId, clusters: [cluster] });
  const starts = asked.map(([words]) => text.lastIndexOf("\n", text.indexOf(words)) + 1);
  return questions.map(({ id }, at) => ({
    ...{ questionId: id, start: starts[at] ?? 0, end: starts[at + 1] ?? text.length, answered: true },
  }));
}

async function hide(
  scope: StudyScope,
  { id, versionId, text }: { id: string; versionId: string; text: string },
  [name, pseudonym]: NonNullable<WantedTalk["hidden"]>,
): Promise<void> {
  const start = text.indexOf(name);
  const places = [
    { transcriptId: id, versionId, ranges: [[start, start + name.length] as [number, number]] },
  ];
  const said = { transcriptId: id, words: name, pseudonym, labels: false, places };
  await redact(scope, { eventId: randomUUID(), ...said });
}

async function makeRound(
  scope: StudyScope,
  { title, coder }: NonNullable<WantedStudy["round"]>,
  transcripts: readonly string[],
): Promise<void> {
  const { studyId } = scope;
  const id = randomUUID();
  const fields = { title, kind: "open" as const, instructions: "", dueOn: null };
  await addRound(scope, { eventId: randomUUID(), studyId, id, ...fields });
  const give = transcripts.map((transcriptId) => ({ transcriptId, coderId: userIdOf(coder) }));
  await assign(scope, { eventId: randomUUID(), roundId: id, give, take: [] });
  await openRound(scope, { eventId: randomUUID(), roundId: id });
}

async function makePerson(scope: StudyScope, { sector, position }: { sector: string; position: string }) {
  const { studyId } = scope;
  const [sectorId, intervieweeId, interviewId] = [randomUUID(), randomUUID(), randomUUID()];
  await addSector(scope, { eventId: randomUUID(), studyId, id: sectorId, name: sector });
  const number = 1 + (await prisma().interviewee.count({ where: { studyId } }));
  const said = { number, sectorId, position, permission: "number" as const, name: "" };
  await addInterviewee(scope, { eventId: randomUUID(), studyId, id: intervieweeId, ...said });
  const interview = { date: null, minutes: null, interviewers: [], mode: "", place: "" };
  await addInterview(scope, {
    ...{ eventId: randomUUID(), studyId, id: interviewId, ...interview },
    intervieweeIds: [intervieweeId],
  });
  return { intervieweeId, interviewId };
}
