import { z } from "zod";

const Ids = z.array(z.uuid()).max(1_000, "too_long");

/** What a browser keeps work on, to ask which of it is out of its maker's reach, and the codes that it names. */
export const FindOutOfReach = z.object({ transcriptIds: Ids.min(1, "required"), codeIds: Ids });

/**
 * Transcripts that the person cannot open, with the study's title where they are still a member of it, and the codes, as
 * far as they may know their names. One that is not there is out of reach like one of somebody else's.
 */
export interface OutOfReach {
  transcripts: { id: string; study: string | null }[];
  codes: { id: string; name: string }[];
}
