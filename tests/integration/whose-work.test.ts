import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { applyOperations } from "@/lib/server/coding/actions";
import { prisma } from "@/lib/server/db";
import { setAlignment } from "@/lib/server/pairs/actions";
import { correctInPlace } from "@/lib/server/revisions/actions";
import { asking } from "@/tests/support/asking";
import { buildFixture, type Fixture } from "@/tests/support/fixture";

let a: Fixture["a"];

beforeEach(async () => {
  ({ a } = await buildFixture());
});

/** Begun by the owner in a browser in which a lead, who may do it too, has signed in since. */
const kept = () => ({
  eventId: randomUUID(),
  transcriptId: a.transcriptId,
  personId: a.members.owner.userId,
});
const REFUSED = { ok: false, error: { code: "unauthenticated", detail: "other_account" } };

// Whatever the other may do in the study: a viewer must not hear that the work was refused for good.
test.each(["lead", "viewer"] as const)(
  "what was begun under one account is not stored under that of a %s",
  async (role) => {
    asking.as = { userId: a.members[role].userId, epoch: 0 };
    const correction = { fromVersionId: a.versionId, reason: "", edits: [], turns: [], speakers: [] };
    expect(await correctInPlace({ ...kept(), ...correction })).toEqual(REFUSED);
    const side = { versionId: a.versionId, numbers: [] };
    expect(await setAlignment({ ...kept(), own: side, other: side, base: null })).toEqual(REFUSED);
    const operation = { id: randomUUID(), kind: "remove" as const, segmentId: randomUUID() };
    expect(
      await applyOperations({
        transcriptId: a.transcriptId,
        coderId: a.members.owner.userId,
        operations: [operation],
      }),
    ).toEqual(REFUSED);
    expect(await prisma().transcriptVersion.count({ where: { transcriptId: a.transcriptId } })).toBe(1);

    asking.as = { userId: a.members.owner.userId, epoch: 0 };
    expect(await correctInPlace({ ...kept(), ...correction })).toMatchObject({ ok: true });
  },
);
