import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { MEASURED } from "@/lib/launch/build";
import { root } from "@/lib/launch/paths";
import type { CodingOperation } from "@/lib/schemas/coding";
import type { Client, Sent } from "./http";
import type { Session } from "./session";

const Manifest = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

/** The id under which the build knows the server action that takes codings. */
function actionId(): string {
  const file = path.join(root, MEASURED.folder, "server/server-reference-manifest.json");
  if (!existsSync(file)) throw new Error(`${file} is not there: run this through \`npm run bench\``);
  const { node } = Manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  const found = Object.entries(node).find(
    ([, action]) =>
      action.exportedName === "applyOperations" && action.filename.endsWith("coding/actions.ts"),
  );
  if (!found) throw new Error("the build has no action applyOperations");
  return found[0];
}

export interface Place {
  studyId: string;
  transcriptId: string;
  coderId: string;
  session: Session;
}

const id = actionId();

/** A batch of operations as the reader's page sends it: to its own address, named by the action's id. */
function asSent({ studyId, transcriptId, coderId, session }: Place, operations: CodingOperation[]): Sent {
  return {
    path: `/studies/${studyId}/transcripts/${transcriptId}`,
    headers: {
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
      cookie: `${session.name}=${session.value}`,
      "next-action": id,
    },
    body: JSON.stringify([{ transcriptId, coderId, operations }]),
  };
}

const Result = z.object({
  ok: z.literal(true),
  value: z.array(z.object({ id: z.uuid(), ok: z.literal(true) })),
});

/** The row of the answer that holds what the action returned; the rows are numbered, one a line. */
function returned(body: string): unknown {
  const row = body.split("\n").find((line) => line.startsWith("1:"));
  return row === undefined ? undefined : JSON.parse(row.slice(2));
}

/** Sends one coding and answers the time it took. Throws where the server did not take it. */
export async function sendCoding(client: Client, place: Place, operation: CodingOperation): Promise<number> {
  const { status, body, milliseconds } = await client.post(asSent(place, [operation]));
  if (status !== 200 || !Result.safeParse(returned(body)).success)
    throw new Error(`the coding was not taken (${status}): ${body.slice(0, 500)}`);
  return milliseconds;
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
