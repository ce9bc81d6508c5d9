import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { z } from "zod";
import { offlineScope } from "@/lib/server/access/offline";
import { applyOperations } from "@/lib/server/coding/mutations";
import { prisma } from "@/lib/server/db";

// Another server of the same database: for each line it reads, so many changes of a memo; then it says so.
const About = z.object({ studyId: z.uuid(), userId: z.uuid(), transcriptId: z.uuid() });
const { studyId, userId, transcriptId } = About.parse(JSON.parse(process.argv[2] ?? ""));
const scope = await offlineScope(userId, studyId);
const segment = await prisma().segment.findFirstOrThrow({ where: { transcriptId, coderId: userId } });
let memo = segment.memo;
for await (const line of createInterface({ input: process.stdin })) {
  for (let turn = 0; turn < Number(line); turn += 1) {
    const next = randomUUID();
    await applyOperations(scope, transcriptId, [
      {
        ...{ id: randomUUID(), kind: "annotate", segmentId: segment.id },
        ...{ changes: { memo: next }, base: { memo } },
      },
    ]);
    memo = next;
  }
  process.stdout.write("written\n");
}
