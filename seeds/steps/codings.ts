import { BATCH_LIMIT, type CodingOperation } from "@/lib/schemas/coding";
import { offlineScope } from "@/lib/server/access/offline";
import { applyOperations } from "@/lib/server/coding/mutations";
import { type ComposedTranscript, locate } from "@/seeds/compose";
import { idOf } from "@/seeds/ids";
import type { SampleInterview, SampleLanguage } from "@/seeds/interview";
import { userIdOf } from "./accounts";
import { codeIdOf } from "./codebook";
import { studyId } from "./study";

type Coder = "first" | "second";
type Stance = "personal" | "organisation" | "not_stated";
type Excerpt = SampleInterview["codings"][number];

interface Place {
  transcriptId: string;
  versionId: string;
  language: SampleLanguage;
  composed: ComposedTranscript;
}

/** Codes one transcript as its coders did. Throws on the first operation that is refused. */
export async function loadCodings(interview: SampleInterview, place: Place): Promise<void> {
  const excerpts = interview.codings.filter((excerpt) => excerpt.language === place.language);
  for (const coder of ["first", "second"] as const) {
    const own = excerpts.filter((excerpt) => excerpt.coders.includes(coder));
    const operations = own.flatMap((excerpt) => operationsOf(excerpt, coder, place));
    const scope = await offlineScope(userIdOf(coder), studyId);
    for (let from = 0; from < operations.length; from += BATCH_LIMIT) {
      const batch = operations.slice(from, from + BATCH_LIMIT);
      const outcomes = await applyOperations(scope, place.transcriptId, batch);
      const refused = outcomes.find((outcome) => !outcome.ok);
      if (refused && !refused.ok)
        throw new Error(`Interview ${interview.interviewee}: a coding was refused (${refused.reason})`);
    }
  }
}

/** What the coder does for one excerpt. The note is the first named coder's; the permission protects the words whoever coded them. */
function operationsOf(
  excerpt: Excerpt,
  coder: Coder,
  { transcriptId, versionId, composed }: Place,
): CodingOperation[] {
  const { start, end } = locate(composed, excerpt);
  const name = [transcriptId, coder, start, end];
  const segmentId = idOf("segment", ...name);
  const codings = excerpt.codes.map((path) => ({
    id: idOf("coding", ...name, path),
    codeId: codeIdOf(path),
  }));
  const memo = excerpt.coders[0] === coder ? (excerpt.memo ?? "") : "";
  const stance: Stance = excerpt.stance === "not stated" ? "not_stated" : excerpt.stance;
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
