import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { MEASURED } from "@/lib/launch/build";
import { root } from "@/lib/launch/paths";
import type { Client, Sent } from "./http";
import type { Session } from "./session";

const Manifest = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

/** A server action by the name and the end of the file that it is exported under. */
export interface Action {
  name: string;
  file: string;
}

/** The id under which the build knows a server action. */
export function actionId({ name, file }: Action): string {
  const manifest = path.join(root, MEASURED.folder, "server/server-reference-manifest.json");
  if (!existsSync(manifest)) throw new Error(`${manifest} is not there: run this through \`npm run bench\``);
  const { node } = Manifest.parse(JSON.parse(readFileSync(manifest, "utf8")));
  const found = Object.entries(node).find(
    ([, action]) => action.exportedName === name && action.filename.endsWith(file),
  );
  if (!found) throw new Error(`the build has no action ${name}`);
  return found[0];
}

const Taken = z.object({ ok: z.literal(true), value: z.unknown() });

/** A call as a page sends it: to its own address, named by the action's id. */
function asSent(id: string, path: string, { name, value }: Session, input: unknown): Sent {
  return {
    path,
    headers: {
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
      cookie: `${name}=${value}`,
      "next-action": id,
    },
    body: JSON.stringify([input]),
  };
}

/** The row of the answer that holds what the action returned; the rows are numbered, one a line. */
function returned(body: string): unknown {
  const row = body.split("\n").find((line) => line.startsWith("1:"));
  return row === undefined ? undefined : JSON.parse(row.slice(2));
}

/** Calls an action as a page does, and answers what it returned and the time it took. Throws where that is not what is said. */
export async function call<Value>(
  client: Client,
  { id, path, session, returns }: { id: string; path: string; session: Session; returns: z.ZodType<Value> },
  input: unknown,
): Promise<{ value: Value; milliseconds: number }> {
  const { status, body, milliseconds } = await client.post(asSent(id, path, session, input));
  const result = Taken.safeParse(returned(body));
  const value = returns.safeParse(result.data?.value);
  if (status !== 200 || !value.success)
    throw new Error(`${path} did not take it (${status}): ${body.slice(0, 500)}`);
  return { value: value.data, milliseconds };
}
