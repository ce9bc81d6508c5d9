import { BATCH_LIMIT, type CodingOperation } from "@/lib/schemas/coding";
import { offlineScope } from "@/lib/server/access/offline";
import { applyOperations } from "@/lib/server/coding/mutations";
import { idOf } from "@/seeds/ids";
import type { SampleInterview } from "@/seeds/interview";
import { userIdOf } from "./accounts";
import { codeIdOf } from "./codebook";
import { studyId } from "./study";

type Coder = "first" | "second";
type Stance = "personal" | "organisation" | "not_stated";
type Said = Pick<SampleInterview["codings"][number], "quote" | "codes" | "coders" | "memo"> &
  Partial<Pick<SampleInterview["codings"][number], "stance" | "permission">>;

/** What coders made of a passage, and where it lies: half-open UTF-16 code units into the text. */
export type PlacedExcerpt = Said & { start: number; end: number };

interface Place {
  transcriptId: string;
  versionId: string;
}

/** Codes one transcript as its coders did. Throws on the first operation that is refused. */
export async function loadCodings(excerpts: readonly PlacedExcerpt[], place: Place): Promise<void> {
  for (const coder of ["first", "second"] as const) {
    const own = excerpts.filter((excerpt) => excerpt.coders.includes(coder));
    const operations = own.flatMap((excerpt) => operationsOf(excerpt, coder, place));
    const scope = await offlineScope(userIdOf(coder), studyId);
    for (let from = 0; from < operations.length; from += BATCH_LIMIT) {
      const batch = operations.slice(from, from + BATCH_LIMIT);
      const outcomes = await applyOperations(scope, place.transcriptId, batch);
      const at = outcomes.findIndex((outcome) => !outcome.ok);
      const refused = outcomes[at];
      if (refused && !refused.ok)
        throw new Error(`A coding of ${place.transcriptId} was refused: ${refused.reason} (operation ${at})`);
    }
  }
}

/** What the coder does for one excerpt. The note is the first named coder's; the permission protects the words whoever coded them. */
function operationsOf(
  { start, end, ...excerpt }: PlacedExcerpt,
  coder: Coder,
  { transcriptId, versionId }: Place,
): CodingOperation[] {
  const name = [transcriptId, coder, start, end];
  const segmentId = idOf("segment", ...name);
  const codings = excerpt.codes.map((path) => ({
    id: idOf("coding", ...name, path),
    codeId: codeIdOf(path),
  }));
  const memo = excerpt.coders[0] === coder ? (excerpt.memo ?? "") : "";
  const stance: Stance = excerpt.stance === "not stated" ? "not_stated" : (excerpt.stance ?? "not_stated");
  const said = { stance, permission: excerpt.permission ?? null, memo };
  const base = { stance: "not_stated", permission: null, memo: "" } as const;
  const apply = {
    id: idOf("event", "apply", ...name),
    kind: "apply",
    versionId,
    segmentId,
    start,
    end,
    quote: excerpt.quote,
    codings,
  } as const;
  const silent = stance === "not_stated" && said.permission === null && memo === "";
  return silent
    ? [apply]
    : [apply, { id: idOf("event", "annotate", ...name), kind: "annotate", segmentId, changes: said, base }];
}
