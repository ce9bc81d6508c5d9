import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { ERROR_CODES } from "@/lib/access/errors";
import { catalogue, type Feature } from "@/lib/messages";
import type { MessageTree } from "@/lib/messages/types";

type Node = ReturnType<IntlMessageFormat["getAst"]>[number];

/** Every message of a tree by its path. */
function flatten(tree: MessageTree, path = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") flat.set(here, value);
    else for (const [inner, message] of flatten(value, here)) flat.set(inner, message);
  }
  return flat;
}

/** Names of the arguments and tags of a parsed message, those inside its branches too. */
function argumentsOf(nodes: readonly Node[]): Set<string> {
  const names = new Set<string>();
  for (const node of nodes) {
    // A literal (type 0) and the # of a plural (type 7) name nothing.
    if (node.type !== 0 && node.type !== 7) names.add(node.value);
    const inner = [
      ...("options" in node ? Object.values(node.options).map((option) => option.value) : []),
      ...("children" in node ? [node.children] : []),
    ];
    for (const branch of inner) for (const name of argumentsOf(branch)) names.add(name);
  }
  return names;
}

function parsed(message: string, locale: string): string[] {
  return [...argumentsOf(new IntlMessageFormat(message, locale).getAst())].sort();
}

describe.each(Object.keys(catalogue) as Feature[])("the words of %s", (feature) => {
  const en = flatten(catalogue[feature].en);
  const ja = flatten(catalogue[feature].ja);

  test("are there in both languages", () => {
    expect([...ja.keys()].sort()).toEqual([...en.keys()].sort());
  });

  test("take the same arguments in both languages", () => {
    for (const [key, message] of en)
      expect(parsed(ja.get(key) ?? "", "ja"), key).toEqual(parsed(message, "en"));
  });

  test("are never empty", () => {
    for (const [key, message] of [...en, ...ja]) expect(message.trim(), key).not.toBe("");
  });
});

describe("the words of errors", () => {
  const known = Object.keys(catalogue.errors.en);

  test("say every code", () => {
    expect(known).toEqual(expect.arrayContaining([...ERROR_CODES]));
  });

  test("say every detail that the server gives", () => {
    const given = new Set<string>();
    for (const file of readdirSync("lib", { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts")) continue;
      for (const [, key] of readFileSync(join("lib", file), "utf8").matchAll(/\bdetail: "([a-z_]+)"/g))
        if (key) given.add(key);
    }
    expect(given.size).toBeGreaterThan(0);
    expect(known).toEqual(expect.arrayContaining([...given]));
  });
});
