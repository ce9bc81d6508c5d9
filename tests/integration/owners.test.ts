import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { leaveStudy, removeMember } from "@/lib/server/studies/mutations";
import { buildFixture } from "@/tests/support/fixture";

test("an owner whose account is closed does not keep a study from being left to nobody, and may go", async () => {
  const { studyId, members } = (await buildFixture()).a;
  const { userId } = members.lead;
  await prisma().membership.update({
    where: { studyId_userId: { studyId, userId } },
    data: { role: "owner" },
  });
  await prisma().user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
  const owner = await offlineScope(members.owner.userId, studyId);
  await expect(leaveStudy(owner, { eventId: randomUUID() })).rejects.toMatchObject({
    code: "conflict",
    body: { detail: "last_owner" },
  });
  await removeMember(owner, { eventId: randomUUID(), userId });
  expect(await prisma().membership.count({ where: { studyId, role: "owner" } })).toBe(1);
});
