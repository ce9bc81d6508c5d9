import "server-only";
import type { Proposed, Revised } from "@/lib/schemas/revising";
import { packed } from "../packed";
import * as here from "../revise";
import type { PackedRows } from "../revise-safely";
import type { Perform } from ".";

export const revise: Perform = async (about, _, give): Promise<Revised> => {
  const { revised, rows } = here.revise(about);
  for (const { kind, json } of rows) await give({ kind, packed: packed(json) } satisfies PackedRows);
  return revised;
};

export const propose: Perform = async (about): Promise<Proposed> => here.propose(about);
