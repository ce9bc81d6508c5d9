import "server-only";
import type { Tx } from "@/lib/server/history";
import { Prisma } from "@/prisma/generated/client";

type Lockable =
  | "Attribute"
  | "Cluster"
  | "Interview"
  | "Interviewee"
  | "Memo"
  | "Question"
  | "Round"
  | "SavedSearch"
  | "Sector"
  | "Study";

/**
 * Waits for whoever is changing the row, and lets others wait until this transaction ends. An edit is laid
 * over the row as it is read after this: without it, of two edits at once the later one would put back what
 * the earlier one changed. Rows that only refer to this one are not held up.
 */
export async function lockRow(tx: Tx, table: Lockable, id: string): Promise<void> {
  const name = Prisma.raw(`"${table}"`);
  await tx.$queryRaw`SELECT 1 FROM ${name} WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
}
