import { addedValue } from "./added-value";
import { approach } from "./approach";
import { conceptInUse } from "./concept-in-use";
import { crossBorderResponse } from "./cross-border-response";
import { risks } from "./risks";
import { threeFreedoms } from "./three-freedoms";
import type { SampleCode } from "./types";

/** The codebook of the sample study, in the order in which it is read. */
export const codebook: SampleCode[] = [
  threeFreedoms,
  approach,
  risks,
  conceptInUse,
  crossBorderResponse,
  addedValue,
];
