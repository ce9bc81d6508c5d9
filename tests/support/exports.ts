import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Asked } from "./access";

const ROOT = path.join(import.meta.dirname, "../..");

/** Something that a request can reach, as the walk calls it. */
export interface Reachable {
  /** The name of its row: "people/actions.addSector", "GET transcripts/[transcriptId]/text". */
  name: string;
  kind: "action" | "loader" | "route";
  call: (input: unknown) => Promise<unknown>;
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

function filesUnder(folder: string): string[] {
  const at = path.join(ROOT, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at, { recursive: true, encoding: "utf8" }).map(
    (file) => `${folder}/${file.replaceAll("\\", "/")}`,
  );
}

/** Every exported action and loader of lib/server, read from the file tree so that none can hide. */
async function ofFeatures(): Promise<Reachable[]> {
  const found: Reachable[] = [];
  for (const file of filesUnder("lib/server")) {
    const [, feature, kind] = /^lib\/server\/([\w-]+)\/(action|loader)s(?:\.ts|\/.+\.ts)$/.exec(file) ?? [];
    if (!feature || !kind) continue;
    const module = (await import(path.join(ROOT, file))) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) {
      if (typeof value !== "function") continue;
      const call = async (input: unknown): Promise<unknown> => (value as (input: unknown) => unknown)(input);
      found.push({ name: `${feature}/${kind}s.${name}`, kind: kind as "action" | "loader", call });
    }
  }
  return found;
}

/** Every method of every route handler of app/api. */
async function ofRoutes(): Promise<Reachable[]> {
  const found: Reachable[] = [];
  for (const file of filesUnder("app/api")) {
    const [, where] = /^app\/api\/(.+)\/route\.ts$/.exec(file) ?? [];
    if (!where) continue;
    const module = (await import(path.join(ROOT, file))) as Record<string, unknown>;
    for (const method of METHODS) {
      const handler = module[method];
      if (typeof handler !== "function") continue;
      const call = async (input: unknown): Promise<unknown> => {
        const { params, query = {}, headers = {}, body = null } = input as Asked;
        const url = `http://127.0.0.1/api/${where}?${new URLSearchParams(query)}`;
        const request = new Request(url, { method, headers, body });
        return (handler as (request: Request, context: { params: Promise<unknown> }) => unknown)(request, {
          params: Promise.resolve(params),
        });
      };
      found.push({ name: `${method} ${where}`, kind: "route", call });
    }
  }
  return found;
}

export async function everythingReachable(): Promise<Reachable[]> {
  const found = [...(await ofFeatures()), ...(await ofRoutes())];
  // An index that exports again what its files export is one thing, not two.
  return [...new Map(found.map((each) => [each.name, each])).values()];
}

/** The rows of tests/integration/access-table; those of a feature's actions and loaders carry its file's name. */
export async function accessRows<Row>(): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for (const file of filesUnder("tests/integration/access-table")) {
    const feature = path.basename(file, ".ts");
    const { table } = (await import(path.join(ROOT, file))) as { table: Record<string, Row> };
    for (const [key, row] of Object.entries(table))
      rows.set(/^[A-Z]+ /.test(key) ? key : `${feature}/${key}`, row);
  }
  return rows;
}
