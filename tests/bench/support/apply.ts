import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { CodingOperation } from "@/lib/schemas/coding";
import { actionId, call } from "./action";
import type { Client } from "./http";
import type { Session } from "./session";

export interface Place {
  studyId: string;
  transcriptId: string;
  coderId: string;
  session: Session;
}

const id = actionId({ name: "applyOperations", file: "coding/actions.ts" });
const Applied = z.array(z.object({ id: z.uuid(), ok: z.literal(true) }));

/** Sends one coding and answers the time it took. Throws where the server did not take it. */
export async function sendCoding(client: Client, place: Place, operation: CodingOperation): Promise<number> {
  const { studyId, transcriptId, coderId, session } = place;
  const path = `/studies/${studyId}/transcripts/${transcriptId}`;
  const input = { transcriptId, coderId, operations: [operation] };
  return (await call(client, { id, path, session, returns: Applied }, input)).milliseconds;
}

/** The bare handler's insert; see app/api/floor. */
export async function sendFloor(client: Client): Promise<number> {
  const { status, milliseconds } = await client.post({
    path: "/api/floor",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ id: randomUUID(), text: "A quotation of some length, as a coder selects it." }),
  });
  if (status !== 200) throw new Error(`the bare handler answered ${status}`);
  return milliseconds;
}
