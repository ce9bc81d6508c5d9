import { describe, expect, it } from "vitest";
import { ALONE } from "@/tests/alone";
import { RULES } from "./rules";
import { projectFiles, projectSources } from "./source";

const files = projectFiles();
const sources = projectSources(files);

describe("the project keeps its rules", () => {
  it.each(Object.entries(RULES))("%s", (_, rule) => {
    expect(sources.flatMap(rule)).toEqual([]);
  });

  it("each folder of the pure core opens with a page on what it computes", () => {
    const folders = new Set(
      sources
        .map(({ path }) => /^lib\/domain\/[^/]+(?=\/)/.exec(path)?.[0])
        .filter((folder) => folder !== undefined),
    );
    expect(folders.size).toBeGreaterThan(0);
    expect([...folders].filter((folder) => !files.includes(`${folder}/README.md`))).toEqual([]);
  });

  it("a test that has a module replaced is named in tests/alone.ts (who is signed in: tests/support/asking.ts)", () => {
    const names = Object.entries(ALONE).flatMap(([part, each]) => each.map((name) => `${part}/${name}`));
    const alone = new RegExp(
      `^tests/(${names.map((name) => name.replaceAll("*", ".*")).join("|")})\\.test\\.ts$`,
    );
    const replacing = sources
      .filter(({ path, text }) => path.endsWith(".test.ts") && /^\s*vi\.(doM|m)ock\(/m.test(text))
      .map(({ path }) => path);
    expect(replacing).toContain("tests/unit/access/session.test.ts");
    expect(replacing.filter((path) => !alone.test(path))).toEqual([]);
  });

  it("the top level holds what it is said to hold", () => {
    const top = new Set(files.map((file) => file.split("/")[0]));
    const expected = new Set([
      ...["package.json", "package-lock.json", "tsconfig.json", "next.config.ts", "README.md", "LICENSE"],
      ...["prisma", "app", "components", "lib", "seeds", "tests", ".ci"],
      // Tools look for these here and nowhere else.
      ...[
        "biome.json",
        "postcss.config.mjs",
        "vitest.config.ts",
        "playwright.config.ts",
        "instrumentation.ts",
        "instrumentation-client.ts",
        "proxy.ts",
        ".gitignore",
        ".npmrc",
      ],
    ]);
    expect([...top].filter((name) => name && !expected.has(name))).toEqual([]);
  });
});
