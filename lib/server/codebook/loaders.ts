import "server-only";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import { revisionAt } from "@/lib/domain/codebook";
import {
  type Codebook,
  type CodebookHistory,
  HistoryRef,
  type Review,
  type Split,
  SplitRef,
} from "@/lib/schemas/codebook-views";
import { StudyRef } from "@/lib/schemas/studies";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { homeOf } from "@/lib/server/home";
import {
  borrowersOf,
  codesAt,
  formerMeanings,
  listChanges,
  listCodes,
  listExamples,
  listReview,
  listRevisions,
  reviewByCoder,
  segmentsOfCode,
} from "./data";

/** The codebook of a study, and what the person may do with it. */
export const loadCodebook = defineLoader({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "study.view"),
  load: async (scope): Promise<Codebook> => {
    const leads = can(scope.role, "codebook.edit");
    const [codes, examples, revisions, home, borrowers, changes] = await Promise.all([
      listCodes(scope),
      listExamples(scope),
      listRevisions(scope),
      homeOf(scope, scope.codebookStudyId),
      leads ? borrowersOf(scope) : 0,
      leads ? listChanges(scope) : [],
    ]);
    return {
      studyId: scope.studyId,
      mayEdit: leads && home === null,
      maySplit: can(scope.role, "codings.reassign"),
      mayReview: can(scope.role, "coding.write"),
      mayShow: leads,
      counted: can(scope.role, "compare.view"),
      ...{ home, borrowers, codes, examples, revisions, changes },
    };
  },
});

/** What the person coded before its codes came to mean something else, and for leads, who else has how much of it. */
export const loadReview = defineLoader({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "coding.write"),
  load: async (scope): Promise<Review> => {
    const [codes, revisions, items, coders] = await Promise.all([
      listCodes(scope),
      listRevisions(scope),
      listReview(scope),
      can(scope.role, "codebook.edit") ? reviewByCoder(scope) : null,
    ]);
    const former = await formerMeanings(scope, items);
    const revision = revisions[0]?.number ?? 0;
    return { studyId: scope.studyId, me: scope.userId, codes, revisions, revision, items, former, coders };
  },
});

/** The segments of a code, for choosing one by one which code they get. */
export const loadSplit = defineLoader({
  input: SplitRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "codings.reassign"),
  load: async (scope, { codeId }): Promise<Split> => {
    const codes = await listCodes(scope);
    const code = codes.find(({ id }) => id === codeId);
    if (!code) throw new AppError("not_found");
    const items = await segmentsOfCode(scope, codeId);
    const mayAdd = can(scope.role, "codebook.edit") && scope.codebookStudyId === scope.studyId;
    return { studyId: scope.studyId, code, codes, items, mayAdd };
  },
});

/** The codebook as it was at two times. */
export const loadCodebookHistory = defineLoader({
  input: HistoryRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "study.view"),
  load: async (scope, { from, to, until }): Promise<CodebookHistory> => {
    const revisions = await listRevisions(scope);
    const last = revisions[0]?.number ?? 0;
    const after = until === undefined ? (to ?? last) : revisionAt(revisions, new Date(until));
    const before = from ?? Math.max(0, after - 1);
    const [earlier, later] = await Promise.all([codesAt(scope, before), codesAt(scope, after)]);
    const shown = { from: before, to: after, until: until ?? null };
    return { studyId: scope.studyId, ...shown, before: earlier, after: later, revisions };
  },
});
