import { randomUUID } from "node:crypto";
import { ROLES, type Role } from "@/lib/access/can";
import { hashToken } from "@/lib/server/auth/tokens";
import { prisma } from "@/lib/server/db";
import type { SessionClaim } from "@/lib/server/session";
import { addBatch } from "./imports/batch";
import { addSearch } from "./searches";

/** A person with an account, as the session claims them. */
export interface Person extends SessionClaim {
  email: string;
  name: string;
}

/** One study with a row of every kind, and spare rows that nothing hangs on, for deleting. */
export interface StudyFixture {
  studyId: string;
  members: Record<Role, Person>;
  sectorId: string;
  spareSectorId: string;
  intervieweeId: string;
  spareIntervieweeId: string;
  interviewId: string;
  spareInterviewId: string;
  /** A choice between Japan and Korea; the interviewee's is Japan. */
  attributeId: string;
  clusterId: string;
  spareClusterId: string;
  questionId: string;
  spareQuestionId: string;
  codeId: string;
  spareCodeId: string;
  retiredCodeId: string;
  transcriptId: string;
  versionId: string;
  passageId: string;
  /** A segment of the coder's, over the first words of the interviewee, with `codeId` on it. */
  segmentId: string;
  codingId: string;
  invitationId: string;
  invitationToken: string;
  /** Kept by the coder under the name "Fears". */
  searchId: string;
  /** A batch of the coder's, with a file that has been read and one that became the transcript. */
  batchId: string;
  uploadId: string;
  storedUploadId: string;
  /** What the transcript says, and where the segment lies in it. */
  text: string;
  segment: { start: number; end: number; quote: string };
}

/** Two studies that have nothing to do with each other. */
export interface Fixture {
  a: StudyFixture;
  b: StudyFixture;
}

export const TURNS = [
  { label: "聞き手", text: "安全とは何だと思いますか？\n" },
  { label: "協力者", text: "🍊 Freedom from fear, e\u0301galite\u0301, حرية.\n" },
] as const;

/** New rows at each call, so that a test can spoil them. */
export async function buildFixture(): Promise<Fixture> {
  const [a, b] = await Promise.all([buildStudy("A"), buildStudy("B")]);
  return { a, b };
}

export async function addPerson(
  name: string,
  fields: { passwordHash?: string; sample?: boolean } = {},
): Promise<Person> {
  const userId = randomUUID();
  const email = `${name.toLowerCase()}.${userId}@example.org`;
  await prisma().user.create({ data: { id: userId, email, name, ...fields } });
  return { userId, epoch: 0, email, name };
}

async function buildStudy(title: string): Promise<StudyFixture> {
  const studyId = randomUUID();
  await prisma().study.create({
    data: { id: studyId, title, codebookStudyId: studyId, guideStudyId: studyId },
  });
  const members = await addMembers(studyId);
  const invitation = await addInvitation(studyId, members.owner.userId, {
    role: "coder",
    email: `${randomUUID()}@example.org`,
  });
  const people = await addPeople(studyId);
  const guide = await addGuide(studyId);
  const codes = await addCodes(studyId);
  const talk = await addTalk(studyId, people, guide.questionId);
  const coded = await addCoded(studyId, members.coder.userId, talk, codes.codeId);
  const search = await addSearch(studyId, members.coder.userId);
  const batch = await addBatch(studyId, members.coder.userId, talk.transcriptId);
  return {
    studyId,
    members,
    ...people,
    ...guide,
    ...codes,
    ...talk,
    ...coded,
    ...batch,
    ...search,
    invitationId: invitation.id,
    invitationToken: invitation.token,
  };
}

async function addMembers(studyId: string): Promise<Record<Role, Person>> {
  const people = ROLES.map((role) => {
    const userId = randomUUID();
    return { userId, epoch: 0, email: `${role}.${userId}@example.org`, name: role, role };
  });
  await prisma().user.createMany({
    data: people.map(({ userId: id, email, name }) => ({ id, email, name })),
  });
  await prisma().membership.createMany({
    data: people.map(({ userId, role }) => ({ studyId, userId, role })),
  });
  return Object.fromEntries(people.map(({ role, ...person }) => [role, person])) as Record<Role, Person>;
}

/** An invitation that is open for an hour, unless it is said otherwise. */
export async function addInvitation(
  studyId: string,
  invitedById: string,
  fields: { email: string; role: Role; expiresAt?: Date; revokedAt?: Date },
): Promise<{ id: string; token: string }> {
  const id = randomUUID();
  const token = Buffer.from(`${id}${id}`.replaceAll("-", "").slice(0, 64), "hex").toString("base64url");
  const expiresAt = new Date(Date.now() + 3_600_000);
  await prisma().invitation.create({
    data: { expiresAt, ...fields, id, studyId, invitedById, tokenHash: hashToken(token) },
  });
  return { id, token };
}

async function addPeople(studyId: string) {
  const [sectorId, spareSectorId, intervieweeId, spareIntervieweeId, interviewId, spareInterviewId] = ids(6);
  const attributeId = randomUUID();
  const db = prisma();
  await db.sector.createMany({
    data: [
      { id: sectorId, studyId, name: "NGO", position: 0 },
      { id: spareSectorId, studyId, name: "官庁", position: 1 },
    ],
  });
  await db.interviewee.createMany({
    data: [
      { id: intervieweeId, studyId, sectorId, number: 1, position: "Director" },
      { id: spareIntervieweeId, studyId, sectorId, number: 2 },
    ],
  });
  await db.intervieweeName.create({ data: { intervieweeId, name: "Secret Name" } });
  for (const id of [interviewId, spareInterviewId]) {
    await db.interview.create({
      data: { id, studyId, interviewers: ["A"], interviewees: { create: [{ intervieweeId }] } },
    });
  }
  const choices = ["Japan", "Korea"];
  await db.attribute.create({
    data: { id: attributeId, studyId, name: "Country", kind: "choice", choices, position: 0 },
  });
  await db.attributeValue.create({ data: { attributeId, intervieweeId, studyId, value: "Japan" } });
  return {
    sectorId,
    spareSectorId,
    intervieweeId,
    spareIntervieweeId,
    interviewId,
    spareInterviewId,
    attributeId,
  };
}

async function addGuide(studyId: string) {
  const [clusterId, spareClusterId, questionId, spareQuestionId] = ids(4);
  await prisma().cluster.createMany({
    data: [
      { id: clusterId, studyId, key: "i", title: "What it means", position: 0 },
      { id: spareClusterId, studyId, key: "ii", title: "Spare", position: 1 },
    ],
  });
  await prisma().question.createMany({
    data: [
      { id: questionId, clusterId, key: "i.1", text: "安全とは何だと思いますか？", position: 0 },
      { id: spareQuestionId, clusterId, key: "i.2", text: "And for whom?", position: 1 },
    ],
  });
  return { clusterId, spareClusterId, questionId, spareQuestionId };
}

async function addCodes(studyId: string) {
  const [codeId, spareCodeId, retiredCodeId] = ids(3);
  await prisma().code.createMany({
    data: [
      { id: codeId, studyId, name: "Fear", hue: 0, position: 0 },
      { id: spareCodeId, studyId, name: "Dignity", hue: 1, position: 1 },
      { id: retiredCodeId, studyId, name: "Old", hue: 2, position: 2, retiredAt: new Date() },
    ],
  });
  return { codeId, spareCodeId, retiredCodeId };
}

async function addTalk(
  studyId: string,
  people: { interviewId: string; intervieweeId: string },
  questionId: string,
) {
  const [transcriptId, versionId, asking, answering, passageId] = ids(5);
  const text = TURNS.map((turn) => turn.text).join("");
  const middle = TURNS[0].text.length;
  const db = prisma();
  await db.transcript.create({
    data: {
      id: transcriptId,
      studyId,
      interviewId: people.interviewId,
      title: "Interview 1",
      language: "ja",
    },
  });
  await db.transcriptVersion.create({
    data: { id: versionId, transcriptId, number: 1, current: true, length: text.length },
  });
  await db.speaker.createMany({
    data: [
      { id: asking, transcriptId, label: TURNS[0].label, role: "interviewer" },
      {
        id: answering,
        transcriptId,
        label: TURNS[1].label,
        role: "interviewee",
        intervieweeId: people.intervieweeId,
      },
    ],
  });
  const lines = [
    { ordinal: 0, start: 0, end: middle },
    { ordinal: 1, start: middle, end: text.length },
  ];
  await db.paragraph.createMany({
    data: lines.map((line) => ({ ...line, versionId, text: text.slice(line.start, line.end) })),
  });
  await db.turn.createMany({
    data: lines.map((line, index) => ({
      ...line,
      versionId,
      bodyStart: line.start,
      speakerId: index === 0 ? asking : answering,
    })),
  });
  await db.passage.create({
    data: { id: passageId, versionId, questionId, start: 0, end: text.length, status: "answered" },
  });
  return { transcriptId, versionId, passageId, text };
}

async function addCoded(
  studyId: string,
  coderId: string,
  talk: { transcriptId: string; versionId: string; text: string },
  codeId: string,
) {
  const [segmentId, codingId] = ids(2);
  const { transcriptId, versionId, text } = talk;
  const quote = "🍊 Freedom from fear";
  const start = text.indexOf(quote);
  const end = start + quote.length;
  await prisma().segment.create({
    data: {
      id: segmentId,
      studyId,
      transcriptId,
      versionId,
      coderId,
      start,
      end,
      quote,
      before: text.slice(0, start),
      after: text.slice(end),
    },
  });
  await prisma().coding.create({
    data: { id: codingId, segmentId, studyId, coderId, codeId, codebookStudyId: studyId, revision: 0 },
  });
  return { segmentId, codingId, segment: { start, end, quote } };
}

/** Ids by the handful, for taking apart. */
type Ids<N extends number, Taken extends string[] = []> = Taken["length"] extends N
  ? Taken
  : Ids<N, [...Taken, string]>;
function ids<N extends number>(count: N): Ids<N> {
  return Array.from({ length: count }, () => randomUUID()) as Ids<N>;
}
