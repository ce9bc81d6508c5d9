import { ownProgram, runStep } from "@/lib/launch/step";
import type { Measured } from "../studies";

export interface Memory {
  /** In bytes beyond what there was before: what is still held after a collection, at a tenth, a half and nine tenths of the way. */
  held: number[];
  /** And the most that the process took from the system. */
  most: number;
}

/**
 * The memory of a download of a study, in a process of its own. Collecting on the way tells what one
 * holds; not collecting, how much garbage the process lets lie before it collects by itself, over so many
 * downloads: studies of different sizes compare where as many rows went through.
 */
export async function memoryOf(
  { studyId, ownerId }: Measured,
  { bytes, times }: { bytes: number; times: number },
): Promise<Memory> {
  const run = async (count: number, ...more: string[]): Promise<Memory> => {
    const { program, args } = ownProgram("tests/bench/support/memory/download.ts", [
      studyId,
      ownerId,
      String(bytes),
      String(count),
      ...more,
    ]);
    const said = await runStep({ failure: "A download failed", program, args: ["--expose-gc", ...args] });
    return JSON.parse(said);
  };
  const { held } = await run(1, "collect");
  const { most } = await run(times);
  return { held, most };
}
