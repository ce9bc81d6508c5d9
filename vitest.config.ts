import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { ALONE } from "./tests/alone";

// Far from where it is written: half an hour off the hour, and a day ahead of most people. Set before the
// workers start, because a process reads its zone once.
process.env.TZ = "Pacific/Chatham";

const at = (place: string) => path.join(import.meta.dirname, place);
const alone = (part: keyof typeof ALONE) => ALONE[part].map((name) => `tests/${part}/${name}.test.ts`);
const onPostgres = {
  globalSetup: [at("tests/support/postgres.ts")],
  setupFiles: ["console", "database", "session"].map((name) => at(`tests/support/${name}.ts`)),
  testTimeout: 20_000,
  hookTimeout: 60_000,
};
const pure = {
  // Thousands of random cases on a machine that does other things too.
  testTimeout: 60_000,
  setupFiles: [at("tests/support/console.ts")],
};

/** What takes long begins first, so that no process is busy with it while the other has nothing left to do. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId, project }: TestSpecification) =>
      project.name === "integration-alone" || moduleId.endsWith("transcript/large.test.ts");
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  resolve: {
    alias: { "@": at("."), "server-only": at("tests/support/empty.ts") },
  },
  test: {
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    env: { TZ: "Pacific/Chatham" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/{unit,architecture}/**/*.test.{ts,tsx}"],
          // They share processes: what they call keeps nothing, and to load it anew for each took a third of the time.
          isolate: false,
          exclude: alone("unit"),
          ...pure,
        },
      },
      {
        extends: true,
        test: { ...pure, name: "unit-alone", include: alone("unit") },
      },
      {
        extends: true,
        test: { ...onPostgres, name: "integration-alone", include: alone("integration") },
      },
      {
        extends: true,
        test: {
          ...onPostgres,
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          exclude: alone("integration"),
          isolate: false,
        },
      },
    ],
  },
});
