import "server-only";
import { known } from "@/lib/server/errors";

/** Work in the background: what fails is complained of, and done again at the next beat. */
export async function quietly<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    complain(error);
    return null;
  }
}

/** Writes down what is a fault of ours; a database that is away for a moment is none. */
export function complain(error: unknown): void {
  try {
    known(error);
  } catch (fault) {
    const words = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    process.stderr.write(`Live events: ${words}\n`);
  }
}
