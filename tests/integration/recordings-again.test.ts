import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { playable } from "@/lib/server/recordings/data";
import { receiveRecording } from "@/lib/server/recordings/mutations";
import { buildFixture } from "@/tests/support/fixture";
import { tone } from "@/tests/support/tone";

/** One recording that is sent again while an earlier sending of it is open, as from a page that was loaded anew. */

let scope: StudyScope;
let transcriptId: string;
beforeEach(async () => {
  const { a } = await buildFixture();
  scope = await offlineScope(a.members.coder.userId, a.studyId);
  transcriptId = a.transcriptId;
});

/** Sends under an id; `bytes` at once, and then nothing more until it is told to end. */
function send(id: string, bytes: Buffer | null) {
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (bytes) controller.enqueue(new Uint8Array(bytes));
      end = () => controller.close();
    },
  });
  const received = receiveRecording(scope, { transcriptId, id, name: "talk.wav", length: null }, body);
  // Whoever looks at it does so later.
  received.catch(() => undefined);
  return { received, end };
}
const CUT_OFF = { body: { detail: "upload_cut_off" } };
const pieces = (recordingId: string) => prisma().recordingPiece.count({ where: { recordingId } });

test("begins anew at once, keeps nothing of the first, and is attached once", async () => {
  const id = randomUUID();
  const second = tone(2);
  // More than a piece, of which the first is stored.
  const cut = send(id, tone(132));
  await expect.poll(() => pieces(id)).toBe(1);
  const again = send(id, second);
  again.end();
  expect(await again.received).toMatchObject({ id, size: second.length });
  await expect(cut.received).rejects.toMatchObject(CUT_OFF);
  const { read, size } = await playable(scope, id);
  const kept = Buffer.from(await new Response(read(0, size)).arrayBuffer());
  expect(kept.equals(second)).toBe(true);
  const attached = { kind: "recording.attach", studyId: scope.studyId };
  expect(await prisma().historyEvent.count({ where: attached })).toBe(1);
});

test("takes no piece of a sending whose place another server has taken", async () => {
  const id = randomUUID();
  const overtaken = send(id, null);
  const row = () => prisma().recording.findUnique({ where: { id }, select: { sendingId: true } });
  await expect.poll(row).not.toBeNull();
  const sendingId = randomUUID();
  await prisma().recording.update({ where: { id }, data: { sendingId } });
  overtaken.end();
  await expect(overtaken.received).rejects.toMatchObject({ code: "invalid" });
  expect(await row()).toEqual({ sendingId });

  const late = send(id, tone(132));
  await expect.poll(() => pieces(id)).toBe(1);
  await prisma().recording.update({ where: { id }, data: { sendingId } });
  late.end();
  await expect(late.received).rejects.toMatchObject(CUT_OFF);
  // What it had stored is the other's to take away; nothing has come to it since.
  expect(await pieces(id)).toBe(1);
  expect(await row()).toEqual({ sendingId });
});

test("while both wait for a place: the later begins, and the earlier goes", async () => {
  const before = Array.from({ length: 4 }, () => send(randomUUID(), null));
  await expect.poll(() => prisma().recording.count({ where: { transcriptId } })).toBe(4);
  const id = randomUUID();
  const [earlier, later] = [send(id, tone(1)), send(id, tone(1))];
  for (const each of [...before, earlier, later]) each.end();
  await expect(earlier.received).rejects.toMatchObject(CUT_OFF);
  expect(await later.received).toMatchObject({ id });
  expect(await prisma().recording.count({ where: { transcriptId } })).toBe(1);
});
