import { nextFreePort, portIsFree } from "./ports";
import { LaunchError, say } from "./say";
import type { Settings } from "./settings";
import { whoListens } from "./who-listens";

const USUAL_PORT = 3000;

/** The port that was asked for, or the first free one from the usual one on. */
export async function choosePort({
  PORT,
  KIKITORI_HOST,
}: Pick<Settings, "PORT" | "KIKITORI_HOST">): Promise<number> {
  const wanted = PORT ?? USUAL_PORT;
  if (await portIsFree(wanted, KIKITORI_HOST)) return wanted;
  const taken = `Port ${wanted} is taken by ${whoListens(wanted)}`;
  if (PORT !== undefined) {
    throw new LaunchError(
      `${taken}. Stop that, or set PORT to another one (or unset it: a free one is chosen).`,
    );
  }
  const free = await nextFreePort(wanted + 1, KIKITORI_HOST);
  say(`${taken}; using ${free}.`);
  return free;
}
