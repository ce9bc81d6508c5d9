import "server-only";
import { openSetUp } from "./accounts/mutations";
import { env } from "./env";
import { known } from "./errors";

/**
 * Prints the link that makes the first account of an empty installation. It works once, and until the
 * server starts again, which prints another. A database that cannot be reached yet is no reason not to start.
 */
export async function announceSetUp(): Promise<void> {
  try {
    const token = await openSetUp();
    if (token) process.stdout.write(announcement(token));
  } catch (error) {
    if (known(error).code !== "unavailable") throw error;
    process.stderr.write(
      "The database could not be reached, so no link for a first account was made. Start again once it can be.\n",
    );
  }
}

function announcement(token: string): string {
  const link = `${env().NEXTAUTH_URL.replace(/\/$/, "")}/setup?token=${token}`;
  return `Nobody has an account here yet. Make the first one at\n  ${link}\n`;
}
