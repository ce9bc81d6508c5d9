import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { Fields } from "@/lib/domain/history";
import type { Tx } from "@/lib/server/history";
import { refuseOwnSight } from "@/lib/server/rounds/mutations";
import { idsOf, rowOf, type Store } from "./stores";

interface RoundFields {
  kind: "open" | "blind" | "training";
  title: string;
  instructions: string;
  dueOn: string | null;
  opened: boolean;
  ended: boolean;
}

/** Taking back never opens, closes or changes who is hidden from whom in a round that hides others' work. */
export const rounds: Store = {
  async read(tx, { studyId }, changes) {
    const rows = await tx.round.findMany({ where: { studyId, id: idsOf(changes) } });
    return new Map(
      rows.map(({ id, kind, title, instructions, dueOn, openedAt, endedAt }) => [
        id,
        {
          kind,
          title,
          instructions,
          dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
          opened: openedAt !== null,
          ended: endedAt !== null,
        },
      ]),
    );
  },
  async write(tx, { studyId }, id, fields) {
    const now = await tx.round.findFirst({
      where: { id, studyId },
      include: { _count: { select: { assignments: true } } },
    });
    if (fields === null) {
      if (!now || now.openedAt || now._count.assignments > 0)
        throw new AppError("conflict", { detail: "round_in_use" });
      await tx.round.delete({ where: { id } });
      return;
    }
    const { opened, ended, dueOn, ...rest } = rowOf<RoundFields>("round", fields);
    const turned = now?.openedAt ? !opened || now.kind !== rest.kind : opened;
    const hides = rest.kind !== "open" || (now !== null && now.kind !== "open");
    if ((turned && hides) || (ended && !opened)) throw new AppError("conflict", { detail: "round_opened" });
    const data = {
      ...rest,
      dueOn: dueOn === null ? null : new Date(`${dueOn}T00:00:00Z`),
      openedAt: opened ? (now?.openedAt ?? new Date()) : null,
      endedAt: ended ? (now?.endedAt ?? new Date()) : null,
    };
    await tx.round.upsert({ where: { id, studyId }, create: { id, studyId, ...data }, update: data });
  },
};

/** The id of an assignment names all three that it is of (see lib/server/rounds). */
export const assignments: Store = {
  async read(tx, { studyId }, changes) {
    const found = new Map<string, Fields>();
    for (const roundId of new Set(changes.map(({ id }) => partsOf(id).roundId)))
      for (const row of await tx.assignment.findMany({ where: { studyId, roundId } }))
        found.set(`${roundId} ${row.transcriptId} ${row.coderId}`, { done: row.doneAt !== null });
    return found;
  },
  async write(tx, scope, id, fields) {
    const { studyId } = scope;
    const of = partsOf(id);
    const where = { roundId_transcriptId_coderId: of };
    const round = await tx.round.findFirst({ where: { id: of.roundId, studyId } });
    if (!round) throw new AppError("conflict", { detail: "history_gone" });
    if (round.endedAt) throw new AppError("conflict", { detail: "round_ended" });
    if (fields === null) {
      refuseOwnSight(
        scope,
        { kind: round.kind, opened: round.openedAt !== null, revealed: round.revealedAt !== null },
        [of],
      );
      await tx.assignment.delete({ where });
      return;
    }
    await checkThere(tx, scope, of);
    const doneAt = fields.done === true ? new Date() : null;
    await tx.assignment.upsert({ where, create: { ...of, studyId, doneAt }, update: { doneAt } });
  },
};

function partsOf(id: string) {
  const [roundId = "", transcriptId = "", coderId = ""] = id.split(" ");
  return { roundId, transcriptId, coderId };
}

async function checkThere(tx: Tx, { studyId }: StudyScope, of: { transcriptId: string }): Promise<void> {
  const there = await tx.transcript.findFirst({ where: { id: of.transcriptId, studyId } });
  if (!there) throw new AppError("conflict", { detail: "history_gone" });
}
