import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { mergeCodes as mergedTree, recode } from "@/lib/domain/codebook";
import type { MergeCodes } from "@/lib/schemas/codebook";
import { mutate } from "@/lib/server/history";
import { lockCodings } from "@/lib/server/locks";
import { codingsOf, partsOf, writeParts } from "./codings";
import { laidOver } from "./edit";
import { revise } from "./revise";
import { found, lockedCodes, rowsOf, storeCodes } from "./shared";

/** Ten thousand codings are written in a second or two; a busy database may take longer. */
export const PATIENCE = { timeout: 60_000 };

const REFUSED = {
  unknown: "not_found",
  same: "merge_same",
  retired: "merge_retired",
  namesake: "merge_namesake",
} as const;

/**
 * Makes a code part of another: its codings get the other, in every study that uses the codebook, and a segment that
 * had both keeps one; what stands below it moves; it is retired and says what it was merged into. Those who coded
 * look at the other's segments again where `review` says so; otherwise what is merged counts as made under the new
 * revision. One transaction, and one event in each transcript besides.
 */
export function mergeCodes(
  scope: StudyScope,
  { eventId, codeId, intoId, base, wanted, reason, review }: z.output<typeof MergeCodes>,
) {
  return mutate(
    scope,
    { id: eventId, kind: "code.merge" },
    async (tx) => {
      await lockCodings(tx, scope.codebookStudyId);
      const all = await lockedCodes(tx, scope);
      const into = found(all, intoId);
      found(all, codeId);
      const tree = mergedTree(all, codeId, intoId);
      if (!tree.ok)
        throw new AppError(tree.reason === "unknown" ? "not_found" : "conflict", {
          detail: REFUSED[tree.reason],
          values: { name: tree.name ?? "" },
        });
      const moved = new Map(tree.changed.map((code) => [code.id, code]));
      const after = all.map((code) => moved.get(code.id) ?? code);
      const { value } = laidOver(after, moved.get(intoId) ?? into, base, wanted);
      moved.set(intoId, { ...(moved.get(intoId) ?? into), ...value });
      const ids = [...moved.keys()];
      const before = all.filter(({ id }) => moved.has(id));
      await storeCodes(tx, scope, [...moved.values()]);
      const revision = await revise(tx, scope, reason, ids, review ? [intoId] : []);

      const codings = await codingsOf(tx, scope, codeId, [intoId]);
      const change = recode(codings, codeId, () => intoId, review ? null : revision);
      const places = new Map(codings.map((coding) => [coding.id, coding]));
      const parts = await writeParts(tx, scope, partsOf(change, places));
      const joined = change.after.filter(({ deleted }) => deleted).length;
      return {
        before: { codes: before },
        after: {
          revision,
          codes: await rowsOf(tx, ids),
          about: [codeId, intoId],
          parts,
          moved: change.after.length - joined,
          joined,
        },
      };
    },
    PATIENCE,
  );
}
