import "server-only";
import type { z } from "zod";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { recode } from "@/lib/domain/codebook";
import type { SplitCode } from "@/lib/schemas/codebook";
import { sightIn } from "@/lib/server/blind";
import { mutate, type Tx } from "@/lib/server/history";
import { lockCodings } from "@/lib/server/locks";
import { insertCodes } from "./add";
import { codingsOf, partsOf, writeParts } from "./codings";
import { PATIENCE } from "./merge";
import { revise } from "./revise";
import { type CodeRow, lockedCodes, rowsOf } from "./shared";

/**
 * Gives codings of a code, chosen one by one, other codes: of this study alone, whoever coded. Codes made for it
 * are a revision, where the codebook is the study's own. A segment that has the code already keeps it once. What is
 * no longer there, or no longer the code's, is left and counted.
 */
export async function splitCode(
  scope: StudyScope,
  { eventId, codeId, codes, given, reason }: z.output<typeof SplitCode>,
) {
  const sees = await sightIn(scope);
  return mutate(
    scope,
    { id: eventId, kind: "code.split" },
    async (tx) => {
      await lockCodings(tx, scope.codebookStudyId);
      const ids = codes.length > 0 ? await addedFor(tx, scope, codes) : [];
      const wanted = new Map(given.map((each) => [each.codingId, each.codeId]));
      const targets = [...new Set(wanted.values())];
      await checkTargets(tx, scope, [codeId, ...targets], codeId);
      const { revision: current } = await tx.study.findUniqueOrThrow({
        where: { id: scope.codebookStudyId },
        select: { revision: true },
      });
      const revision = ids.length > 0 ? await revise(tx, scope, reason, [codeId, ...ids]) : null;
      const codings = (await codingsOf(tx, scope, codeId, targets)).filter(
        (coding) => coding.studyId === scope.studyId && sees(coding),
      );
      const change = recode(codings, codeId, ({ id }) => wanted.get(id) ?? null, revision ?? current);
      const places = new Map(codings.map((coding) => [coding.id, coding]));
      const parts = await writeParts(tx, scope, partsOf(change, places));
      return {
        before: { codes: [] },
        after: {
          revision,
          codes: await rowsOf(tx, ids),
          about: [codeId],
          parts,
          reason,
          moved: change.after.length,
          left: wanted.size - change.after.length,
        },
      };
    },
    PATIENCE,
  );
}

async function addedFor(tx: Tx, scope: StudyScope, codes: z.output<typeof SplitCode>["codes"]) {
  if (!can(scope.role, "codebook.edit")) throw new AppError("forbidden");
  const all: CodeRow[] = await lockedCodes(tx, scope);
  return insertCodes(tx, scope, all, codes);
}

/** The code, and those that its codings get, are of the codebook; the latter are in use. */
async function checkTargets(
  tx: Tx,
  scope: StudyScope,
  ids: readonly string[],
  codeId: string,
): Promise<void> {
  const rows = await tx.code.findMany({
    where: { studyId: scope.codebookStudyId, id: { in: [...ids] } },
    select: { id: true, retiredAt: true },
  });
  if (new Set(ids).size !== rows.length) throw new AppError("not_found");
  if (rows.some(({ id, retiredAt }) => id !== codeId && retiredAt !== null))
    throw new AppError("conflict", { detail: "merge_retired" });
}
