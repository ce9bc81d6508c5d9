import { ownProgram, runStep } from "@/lib/launch/step";
import type { Measured } from "../studies";

export interface Memory {
  /** In bytes beyond what there was before: what is still held after a collection, at a tenth, a half and nine tenths of the way. */
  held: number[];
  /** And the most that the process took from the system. */
  most: number;
}

/**
 * The memory of one download of a study, in a process of its own. Collecting on the way tells what it
 * holds; not collecting, how much garbage the process lets lie before it collects by itself.
 */
export async function memoryOf({ studyId, ownerId }: Measured, bytes: number): Promise<Memory> {
  const run = async (...more: string[]): Promise<Memory> => {
    const { program, args } = ownProgram("tests/bench/support/memory/download.ts", [
      studyId,
      ownerId,
      String(bytes),
      ...more,
    ]);
    const said = await runStep({ failure: "A download failed", program, args: ["--expose-gc", ...args] });
    return JSON.parse(said);
  };
  const { held } = await run("collect");
  const { most } = await run();
  return { held, most };
}
