import { z } from "zod";
import { type Engine, makeEngine } from "./engine";
import { connections, offline, type Workplace } from "./factory";
import { canConnect, createDatabase, parseTarget } from "./target";

export interface Desk extends Workplace {
  readonly schemaFiles: readonly string[];
  /** Text for the person at the terminal, which Prisma prints. */
  readonly print: (content: string) => void;
}

/** Requests that the engine answers under the same name, with parameters that it checks itself. */
const PASSED_ON = [
  "applyMigrations",
  "createMigration",
  "dbExecute",
  "debugPanic",
  "devDiagnostic",
  "diagnoseMigrationHistory",
  "diff",
  "evaluateDataLoss",
  "introspect",
  "introspectSql",
  "markMigrationApplied",
  "markMigrationRolledBack",
  "reset",
  "schemaPush",
] as const satisfies readonly (keyof Engine)[];

const createParams = z.object({ datasource: z.object({ tag: z.string(), url: z.string().optional() }) });
const diffParams = z.object({ from: z.object({ tag: z.string() }), to: z.object({ tag: z.string() }) });
const diffResult = z.object({ stdout: z.string().nullish() });

/** Answers requests one by one; the engines are made when first needed and kept. */
export function openDesk(desk: Desk): (method: string, params: unknown) => Promise<unknown> {
  let online: Promise<Engine> | undefined;
  let withoutDatabase: Promise<Engine> | undefined;

  function engineFor(method: string, params: unknown): Promise<Engine> {
    if (method === "diff" && comparesFilesOnly(params)) {
      withoutDatabase ??= makeEngine(desk.schemaFiles, offline());
      return withoutDatabase;
    }
    online ??= makeEngine(desk.schemaFiles, connections(desk));
    return online;
  }

  return async (method, params) => {
    if (method === "createDatabase") {
      const { datasource } = createParams.parse(params);
      const target = datasource.url ? parseTarget(datasource.url) : (desk.target ?? parseTarget(undefined));
      await createDatabase(target);
      return { databaseName: target.database };
    }
    if (method === "ensureConnectionValidity") {
      await canConnect(desk.target ?? parseTarget(undefined));
      return {};
    }
    const engine = await engineFor(method, params);
    if (method === "getDatabaseVersion") return engine.version();
    // These two read the migration history from a cache that only `devDiagnostic` fills.
    if (method === "evaluateDataLoss" || method === "createMigration")
      await call(engine, "devDiagnostic", params);
    const result = await call(engine, method, params);
    const shown = method === "diff" ? diffResult.parse(result).stdout : undefined;
    if (shown) desk.print(shown);
    return result ?? {};
  };
}

function comparesFilesOnly(params: unknown): boolean {
  const { from, to } = diffParams.parse(params);
  return [from, to].every(({ tag }) => tag === "empty" || tag === "schemaDatamodel");
}

async function call(engine: Engine, method: string, params: unknown): Promise<unknown> {
  const known = PASSED_ON.find((name) => name === method);
  if (!known) throw new Error(`The schema engine has no method ${method}.`);
  return Reflect.apply(engine[known], engine, [params ?? {}]);
}
