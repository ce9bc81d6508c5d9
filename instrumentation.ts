/** Once, when the server starts. A database that cannot be reached yet is no reason not to start. */
export async function register(): Promise<void> {
  // Only Node.js has what it takes. The imports stand inside the condition, or the development server
  // would look for them in its other runtime too, and answer every page with their absence.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { openSetUp } = await import("./lib/server/accounts/mutations");
    const { scopeOfJob } = await import("./lib/server/access/job");
    const { env } = await import("./lib/server/env");
    const { known } = await import("./lib/server/errors");
    const { readFile, Worker } = await import("./lib/server/imports/mutations");
    const { startSweeping } = await import("./lib/server/keeping/mutations");
    const { hub } = await import("./lib/server/live");

    // Files that people hand in are read and stored here, beside the requests.
    const worker = new Worker({ scopeOf: (job) => scopeOfJob(job, "transcript.add"), read: readFile });
    // A server waits for its open answers before it ends, and live events have no end of their own.
    const stopSweeping = startSweeping();
    const stop = () => Promise.all([worker.stop(), hub().close(), stopSweeping()]);
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());

    // The link that makes the first account of an empty installation. It works once, and until the server
    // starts again, which prints another.
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
}
