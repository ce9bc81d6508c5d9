import "server-only";
import { MemoView } from "@/lib/schemas/memos";
import { StudyRef } from "@/lib/schemas/studies";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { memoAuthors, memoThreads } from "./data";

/** Threads of the first page. */
const FIRST = 30;

/** The memos of a study as they are filtered, and who has written any. */
export const loadMemos = defineLoader({
  input: StudyRef.extend(MemoView.shape),
  scope: ({ studyId }) => scopeOf("study", studyId, "memos.view"),
  load: async (scope, { studyId: _, ...filter }) => {
    const [first, authors] = await Promise.all([
      memoThreads(scope, filter, { limit: FIRST }),
      memoAuthors(scope),
    ]);
    return { studyId: scope.studyId, me: scope.userId, first, authors };
  },
});
