import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/access/can";
import { prisma } from "@/lib/server/db";
import type { StudyFixture } from "./fixture";

interface Made {
  kind?: "open" | "blind" | "training";
  opened?: boolean;
  revealed?: boolean;
  ended?: boolean;
  /** Who is assigned the study's transcript. */
  coders?: readonly Role[];
}

/** A round of the study under the title "Round 1"; opened, unless it is said otherwise. */
export async function addRound(
  { studyId, transcriptId, members }: Pick<StudyFixture, "studyId" | "transcriptId" | "members">,
  { kind = "open", opened = true, revealed = false, ended = false, coders = ["coder"] }: Made = {},
): Promise<string> {
  const id = randomUUID();
  const now = new Date();
  await prisma().round.create({
    data: {
      id,
      studyId,
      kind,
      title: "Round 1",
      openedAt: opened ? now : null,
      revealedAt: revealed ? now : null,
      endedAt: ended ? now : null,
    },
  });
  await prisma().assignment.createMany({
    data: coders.map((role) => ({ roundId: id, studyId, transcriptId, coderId: members[role].userId })),
  });
  return id;
}
