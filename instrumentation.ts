/** Once, when the server starts: an installation without accounts prints the link that makes the first. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { announceSetUp } = await import("./lib/server/set-up");
  await announceSetUp();
}
