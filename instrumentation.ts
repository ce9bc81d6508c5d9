/** Once, when the server starts. Only Node.js has what it takes, so nothing is imported before that is known. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") await announceSetUp();
}

/**
 * Prints the link that makes the first account of an empty installation. It works once, and until the
 * server starts again, which prints another. A database that cannot be reached yet is no reason not to start.
 */
async function announceSetUp(): Promise<void> {
  const { openSetUp } = await import("./lib/server/accounts/mutations");
  const { env } = await import("./lib/server/env");
  const { known } = await import("./lib/server/errors");
  try {
    const token = await openSetUp();
    if (!token) return;
    const link = `${env().NEXTAUTH_URL.replace(/\/$/, "")}/setup?token=${token}`;
    process.stdout.write(`Nobody has an account here yet. Make the first one at\n  ${link}\n`);
  } catch (error) {
    if (known(error).code !== "unavailable") throw error;
    process.stderr.write(
      "The database could not be reached, so no link for a first account was made. Start again once it can be.\n",
    );
  }
}
