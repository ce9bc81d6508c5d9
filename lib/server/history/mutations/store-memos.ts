import "server-only";
import type { Store } from "./stores";

/** Memos are never gone: a deleted one is there still, and as good as not. */
export const memos: Store = {
  async read(tx, { studyId }, changes) {
    const rows = await tx.memo.findMany({
      where: { studyId, id: { in: changes.map(({ id }) => id) }, deletedAt: null },
      select: { id: true, text: true, resolvedAt: true },
    });
    return new Map(
      rows.map(({ id, text, resolvedAt }) => [id, { text, resolved: resolvedAt !== null, deleted: false }]),
    );
  },
  async write(tx, { studyId, userId }, id, fields) {
    const where = { id, studyId };
    if (fields === null) {
      await tx.memo.update({ where, data: { deletedAt: new Date() } });
      return;
    }
    const resolved = fields.resolved === true;
    const { resolvedAt } = await tx.memo.findUniqueOrThrow({ where, select: { resolvedAt: true } });
    const settled =
      resolved === (resolvedAt !== null)
        ? {}
        : { resolvedAt: resolved ? new Date() : null, resolvedById: resolved ? userId : null };
    await tx.memo.update({ where, data: { text: String(fields.text), deletedAt: null, ...settled } });
  },
};
