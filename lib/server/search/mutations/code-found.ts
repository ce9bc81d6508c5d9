import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { plan, type View } from "@/lib/domain/coding";
import type { CodedFound, CodeFound } from "@/lib/schemas/search";
import { mutate } from "@/lib/server/history";
import { idFrom } from "@/lib/server/imports/data/ids";
import { lockCodings, shareVersions } from "@/lib/server/locks";
import { asWork, type Tell } from "@/lib/server/long-work/mutations";
import { type Part, writeParts } from "./found-parts";
import { lookedAt, type Passage } from "./found-passages";

/** Passages looked at at once: often enough to say how far it has come. */
const AT_ONCE = 250;

/** Five thousand passages are coded in some seconds; a busy database may take longer. */
const PATIENCE = { timeout: 120_000 };

/**
 * Puts a code on passages of any number of texts, by the rules by which one is coded: as one event that can be taken
 * back as a whole, with one in each transcript that holds its rows. Throws `conflict` where a text was corrected
 * since, or where the code may not be used any more, and then nothing is coded.
 */
export function codeFound(scope: StudyScope, input: z.output<typeof CodeFound>): Promise<CodedFound> {
  return asWork(scope, { id: input.eventId, kind: "code" }, (tell) => code(scope, input, tell));
}

function code(
  scope: StudyScope,
  { eventId, codeId, texts }: z.output<typeof CodeFound>,
  tell: Tell,
): Promise<CodedFound> {
  return mutate<CodedFound>(
    scope,
    { id: eventId, kind: "search.code" },
    async (tx) => {
      // In the order in which coders take them.
      await lockCodings(tx, scope.codebookStudyId);
      await shareVersions(
        tx,
        texts.map(({ transcriptId }) => transcriptId),
      );
      const passages = texts.flatMap(({ ranges, ...text }) =>
        ranges.map(([start, end]): Passage => ({ ...text, start, end })),
      );
      // Looked at is half of it, written the other half.
      const views: (View | undefined)[] = [];
      for (let at = 0; at < passages.length; at += AT_ONCE) {
        await tell(Math.floor(at / 2), passages.length);
        views.push(...(await lookedAt(tx, scope, codeId, passages.slice(at, at + AT_ONCE))));
      }
      const parts = new Map<string, Part>();
      passages.forEach(({ transcriptId, versionId, start, end }, at) => {
        const view = views[at];
        if (!view || view.version.id !== versionId) throw changed();
        const quote = view.context(start, end)?.quote ?? "";
        const id = idFrom(eventId, `coding ${at}`);
        const planned = plan(
          {
            id,
            kind: "apply",
            versionId,
            segmentId: idFrom(eventId, `segment ${at}`),
            start,
            end,
            quote,
            codings: [{ id, codeId }],
          },
          view,
        );
        if (!planned.ok) throw changed();
        if (planned.after.codings.length === 0) return;
        const part = parts.get(transcriptId) ?? newPart(eventId, transcriptId);
        parts.set(transcriptId, part);
        for (const side of ["before", "after"] as const) {
          part[side].segments.push(...planned[side].segments);
          part[side].codings.push(...planned[side].codings);
        }
      });
      const written = [...parts.values()];
      await writeParts(tx, scope, written, (share) =>
        tell(Math.floor((passages.length * (1 + share)) / 2), passages.length),
      );
      const codings = written.reduce((sum, { after }) => sum + after.codings.length, 0);
      return { after: { codeId, codings, parts: written.map(({ id }) => id) } };
    },
    PATIENCE,
  );
}

const changed = () => new AppError("conflict", { detail: "search_changed" });

const newPart = (eventId: string, transcriptId: string): Part => ({
  id: idFrom(eventId, transcriptId),
  transcriptId,
  before: { segments: [], codings: [] },
  after: { segments: [], codings: [] },
});
