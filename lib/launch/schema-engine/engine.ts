import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

export type Engine = bindings.SchemaEngine;

/** Where the engine leaves its last words when it panics; its bindings look for this name. */
const panic = {
  message: "",
  set_message(words: string) {
    this.message = words;
  },
};

let loaded = false;

/** The package's own entry imports the .wasm file as a module, which Node cannot do. */
function load(): void {
  if (loaded) return;
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panic });
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const program = new WebAssembly.Module(readFileSync(script.replace(/\.js$/, ".wasm")));
  const { exports } = new WebAssembly.Instance(program, { "./schema_engine_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(exports);
  if (typeof exports.__wbindgen_start === "function") exports.__wbindgen_start();
  loaded = true;
}

export function engineVersion(): string {
  load();
  return bindings.version();
}

export function makeEngine(
  schemaFiles: readonly string[],
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<Engine> {
  load();
  const files = schemaFiles.map((file): [string, string] => [file, readFileSync(file, "utf8")]);
  const datamodels = files.length > 0 ? files : undefined;
  return bindings.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

/** What the engine said when it panicked, or undefined if the error is another one. */
export function panicOf(thrown: unknown): string | undefined {
  return thrown instanceof WebAssembly.RuntimeError ? panic.message || thrown.message : undefined;
}
