import { createHash, randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { StudyScope } from "@/lib/access/scope";
import { comparison } from "@/lib/server/compare/data";
import { prisma } from "@/lib/server/db";
import { setAlignment } from "@/lib/server/pairs/mutations";
import { keepPlace } from "@/lib/server/reading/mutations";
import { foldText } from "@/lib/server/search/mutations";
import type { StudyFixture } from "@/tests/support/fixture";
import { importChoices } from "@/tests/support/imports/batch";
import { addRecording } from "@/tests/support/recordings";
import { BOTH } from "./words";

const fresh = () => randomUUID();

interface Members {
  lead: StudyScope;
  coder: StudyScope;
}

/** What is derived from the texts, kept for whoever read them, or kept beside them. */
export async function keepRest(
  { studyId }: StudyFixture,
  { lead, coder }: Members,
  on: { transcriptId: string; otherId: string; otherVersionId: string },
) {
  const { id: versionId } = await prisma().transcriptVersion.findFirstOrThrow({
    where: { transcriptId: on.transcriptId, current: true },
  });
  await foldText(versionId);
  await foldText(on.otherVersionId);
  await keepPlace(coder, { transcriptId: on.transcriptId, versionId, offset: 3 });
  await comparison(lead, "sector", {});
  const halves = await Promise.all([versionId, on.otherVersionId].map(numbersOf));
  const last = await prisma().historyEvent.findFirstOrThrow({
    where: { studyId, kind: { startsWith: "pair." } },
    orderBy: { seq: "desc" },
  });
  const [own, other] = [versionId, on.otherVersionId].map((id, at) => ({
    versionId: id,
    numbers: halves[at] ?? [],
  }));
  if (own && other)
    await setAlignment(lead, { eventId: fresh(), transcriptId: on.transcriptId, own, other, base: last.id });
  const sound = Buffer.concat([
    Buffer.from("RIFF    WAVEfmt "),
    Buffer.from(BOTH),
    Buffer.from(BOTH, "utf16le"),
  ]);
  const recordingId = await addRecording(on.transcriptId, sound);
  await prisma().recording.update({ where: { id: recordingId }, data: { name: BOTH } });
}

const numbersOf = async (versionId: string) =>
  (await prisma().turn.findMany({ where: { versionId }, orderBy: { ordinal: "asc" } })).map(
    ({ align }) => align,
  );

/** The file that the transcript was made of, one that was read for the interview, and a copy of it that nobody chose anything for. */
export async function addFiles(
  { studyId, members }: StudyFixture,
  of: { intervieweeId: string; interviewId: string; transcriptId: string },
) {
  const batchId = fresh();
  const choices = {
    ...importChoices({ title: BOTH, interviewId: of.interviewId }),
    interviewees: [{ label: BOTH, intervieweeId: of.intervieweeId }],
  };
  const { reading } = choices;
  await prisma().importBatch.create({
    data: {
      id: batchId,
      studyId,
      createdById: members.coder.userId,
      choices: { reading: { ...reading, note: BOTH } },
    },
  });
  const data = Buffer.from(BOTH, "utf16le");
  const row = (position: number) => ({
    ...{ id: fresh(), batchId, position, name: `${BOTH}/${position}.txt`, size: data.length },
    sha256: createHash("sha256").update(data).digest("hex"),
    chunks: {
      create: [
        { ordinal: 0, data },
        { ordinal: 1, data: Buffer.from(BOTH, "utf16le").swap16() },
      ],
    },
    reading: gzipSync(JSON.stringify({ text: BOTH })),
  });
  const stored = { ...row(0), status: "stored" as const, transcriptId: of.transcriptId };
  const chosen = { ...row(1), status: "failed" as const, choices, sha256: "another" };
  const copy = { ...row(2), status: "read" as const };
  for (const each of [stored, chosen, copy]) await prisma().upload.create({ data: each });
  return [stored.id, chosen.id, copy.id];
}
