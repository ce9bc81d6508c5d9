import { describe, expect, it } from "vitest";
import * as rules from "./rules";
import { importsOf, sourceOf } from "./source";
import { zoneOf } from "./zones";

describe("importsOf", () => {
  it("reads every way of importing, of types and across lines too", () => {
    const text = [
      'import "server-only";',
      'import a from "@/lib/domain/text";',
      'import {\n  type B,\n  c,\n} from "../../schemas/people";',
      'import type { D } from "./data";',
      'export * from "./other";',
      'const e = await import("@/lib/server/db");',
      'const notAnImport = "from \\"x\\"";',
    ].join("\n");
    expect(importsOf("lib/server/people/actions.ts", text)).toEqual([
      "server-only",
      "lib/domain/text",
      "lib/schemas/people",
      "lib/server/people/data",
      "lib/server/people/other",
      "lib/server/db",
    ]);
  });
});

describe("zoneOf", () => {
  it.each([
    ["app/(app)/studies/page.tsx", "app"],
    ["app/api/transcripts/[transcriptId]/codings/route.ts", "api"],
    ["components/ui/button.tsx", "ui"],
    ["components/reader/reader.tsx", "components"],
    ["lib/server/coding/data.ts", "data"],
    ["lib/server/people/mutations/sectors.ts", "mutations"],
    ["lib/server/coding/actions", "actions"],
    ["lib/server/db", "server"],
    ["lib/server/access/gate", "gate"],
    ["prisma/generated/client", "prisma"],
  ])("%s is %s", (file, zone) => {
    expect(zoneOf(file)).toBe(zone);
  });
});

type Case = [keyof typeof rules.RULES & string, string, string];

describe("each rule finds what it is for", () => {
  it.each<Case>([
    ["imports", "components/people/table.tsx", 'import { listPeople } from "@/lib/server/people/data";'],
    ["imports", "components/people/table.tsx", 'import { loadPeople } from "@/lib/server/people/loaders";'],
    ["imports", "app/(app)/studies/page.tsx", 'import { prisma } from "@/lib/server/db";'],
    [
      "imports",
      "app/(app)/studies/page.tsx",
      'import { createStudy } from "@/lib/server/studies/mutations";',
    ],
    ["imports", "app/api/x/route.ts", 'import { loadPeople } from "@/lib/server/people/loaders";'],
    ["imports", "lib/server/people/actions.ts", 'import { Prisma } from "@/prisma/generated/client";'],
    ["imports", "lib/server/people/data.ts", 'import { loadPeople } from "./loaders";'],
    ["imports", "lib/domain/text/index.ts", 'import { z } from "zod";'],
    ["imports", "lib/server/people/loaders.ts", 'import pg from "pg";'],
    ["imports", "components/ui/button.tsx", 'import { Reader } from "@/components/reader/reader";'],
    [
      "imports",
      "lib/server/people/actions.ts",
      'import { offlineScope } from "@/lib/server/access/offline";',
    ],
    ["pureImports", "lib/domain/text/index.ts", 'import fs from "fs";'],
    ["pureCalls", "lib/domain/text/index.ts", "export const now = () => Date.now();"],
    [
      "actionsThroughGate",
      "lib/server/people/actions.ts",
      '"use server";\nexport async function rename() {}',
    ],
    ["actionsThroughGate", "lib/server/people/actions.ts", "export const rename = defineAction({});"],
    ["loadersThroughGate", "lib/server/people/loaders.ts", "export async function loadPeople() {}"],
    ["vocabulary", "lib/server/people/helpers.ts", "export {};"],
    ["serverOnly", "lib/server/people/data.ts", "export const people = () => [];"],
    ["length", "components/people/table.tsx", "\n".repeat(301)],
    ["noLookingAway", "components/people/table.tsx", "const x = y as any;"],
    [
      "readsAnewSafely",
      "components/people/list.tsx",
      'import { useChanges } from "@/components/live/use-changes";\nuseChanges(["people"], () => router.refresh());',
    ],
    ["blind", "lib/server/people/data.ts", 'await rows(`SELECT 1 FROM "Segment" s`)'],
    ["blind", "lib/server/people/data.ts", "await tx.memo.findMany({})"],
  ])("%s in %s", (rule, file, text) => {
    expect(rules.RULES[rule]?.(sourceOf(file, text))).not.toEqual([]);
  });
});

describe("each rule lets pass what is right", () => {
  it.each<Case>([
    ["imports", "components/people/table.tsx", 'import { renameSector } from "@/lib/server/people/actions";'],
    ["imports", "app/(app)/studies/page.tsx", 'import { loadStudies } from "@/lib/server/studies/loaders";'],
    ["imports", "app/api/x/route.ts", 'import { codingsPayload } from "@/lib/server/coding/data";'],
    ["imports", "lib/server/people/data.ts", 'import { Prisma } from "@/prisma/generated/client";'],
    [
      "pureCalls",
      "lib/domain/text/index.ts",
      "// Date.now() would be impure\nexport const at = (now: number) => now;",
    ],
    [
      "actionsThroughGate",
      "lib/server/people/actions.ts",
      '"use server";\n\nexport const rename = defineAction({\n});\n',
    ],
    ["vocabulary", "lib/server/people/mutations/sectors.ts", "export {};"],
    ["vocabulary", "lib/server/db.ts", "export {};"],
    ["length", "components/people/table.tsx", "\n".repeat(300)],
    ["readsAnewSafely", "components/people/form.tsx", "const onDone = () => router.refresh();"],
    [
      "blind",
      "lib/server/people/data.ts",
      'import { seenSegments } from "@/lib/server/blind";\nFROM "Segment"',
    ],
    ["blind", "tests/support/people.ts", "await tx.memo.findMany({})"],
  ])("%s in %s", (rule, file, text) => {
    expect(rules.RULES[rule]?.(sourceOf(file, text))).toEqual([]);
  });
});
