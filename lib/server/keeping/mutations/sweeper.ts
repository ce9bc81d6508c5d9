import "server-only";
import { DELETED_DAYS } from "@/lib/schemas/keeping";
import { known } from "@/lib/server/errors";
import { type Purged, purgeDeleted } from "./purge";

const A_DAY = 24 * 60 * 60 * 1000;
/** After a start, so that a server that is started anew each day sweeps too, and not while it has much to do. */
const FIRST = 60_000;

/** Deletes for good each day what was deleted long enough ago, and says how much it was. Answers how to stop it. */
export function startSweeping(): () => void {
  const sweep = () => void sweepOnce();
  const timers = [setTimeout(sweep, FIRST), setInterval(sweep, A_DAY)];
  for (const timer of timers) timer.unref();
  return () => timers.forEach(clearInterval);
}

/** Deletes what was deleted longer ago than all may count on. Says what it was, and what kept it from doing so; throws nothing. */
export async function sweepOnce(): Promise<void> {
  try {
    const purged = await purgeDeleted(new Date(Date.now() - DELETED_DAYS * A_DAY));
    const said = purged && sentence(purged);
    if (said) process.stdout.write(`${said}\n`);
  } catch (error) {
    complain(error);
  }
}

/** What of the purged was something, without a word of it. */
function sentence(purged: Purged): string | null {
  const parts = Object.entries(purged).filter(([, count]) => count > 0);
  if (parts.length === 0) return null;
  return `Deleted for good after ${DELETED_DAYS} days: ${parts.map(([what, count]) => `${count} ${what}`).join(", ")}.`;
}

/** A database that cannot be reached now is swept tomorrow. */
function complain(error: unknown): void {
  try {
    known(error);
  } catch (fault) {
    process.stderr.write(
      `Sweeping: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`,
    );
  }
}
