import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import type { StudyScope } from "@/lib/access/scope";
import { draftOf, guessLanguage, parseText } from "@/lib/domain/transcript";
import { offlineActor, offlineScope } from "@/lib/server/access/offline";
import { addCodes } from "@/lib/server/codebook/mutations";
import { applyOperations } from "@/lib/server/coding/mutations";
import { prisma } from "@/lib/server/db";
import { addInterview, addInterviewee, addSector } from "@/lib/server/people/mutations";
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

async function make({ title, members = [], codes = [], talks = [] }: WantedStudy): Promise<MadeStudy> {
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
  for (const talk of talks) transcripts.push(await makeTalk(scope, talk, ids));
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
  { title, words, by, coded = [] }: WantedTalk,
  codes: ReadonlyMap<string, string>,
): Promise<string> {
  const person = by ? await makePerson(scope, by) : null;
  const parsed = parseText(words);
  const { id, versionId } = await addTranscript(scope, {
    ...draftOf(parsed, [], () => person?.intervieweeId ?? null),
    eventId: randomUUID(),
    id: randomUUID(),
    versionId: randomUUID(),
    title,
    language: guessLanguage(parsed.text) ?? "en",
    interviewId: person?.interviewId ?? null,
    pairWith: null,
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
  return id;
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
