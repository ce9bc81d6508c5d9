import "server-only";
import type { z } from "zod";
import type { StudyScope } from "@/lib/access/scope";
import type { StepJson } from "@/lib/schemas/revising";
import type { Corrected, RestoreInput } from "@/lib/schemas/revisions";
import { requireOpenVersion } from "../data/guarded";
import { rowsOf, versionJson } from "../data/stored";
import { onceAtATime } from "./correct";
import { makeCurrent, textToChange, versionToChange } from "./version";

/**
 * Makes the text of an older version current again, as a new version. What has been hidden since stays
 * hidden. Throws `not_found` where there is no such version, `forbidden` where it is not open to the
 * person, `stale` where another version has become current.
 */
export function restoreVersion(scope: StudyScope, input: z.output<typeof RestoreInput>): Promise<Corrected> {
  const { eventId, transcriptId, fromVersionId, versionId, reason } = input;
  return onceAtATime(scope, { id: eventId, transcriptId }, async (tx) => {
    const former = await versionToChange(tx, scope, transcriptId, fromVersionId);
    await requireOpenVersion(rowsOf.tx(tx), scope, transcriptId, versionId);
    const from = await textToChange(tx, former);
    const step: StepJson = { kind: "restore", older: await versionJson(rowsOf.tx(tx), versionId) };
    return makeCurrent(tx, scope, { transcriptId, former, from, step, change: "restored", reason });
  });
}
