import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { expect } from "./base";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const OPTIONS = {
  // The lists of what passed, with a selector for each element, take most of the time, and nobody reads them.
  resultTypes: ["violations"],
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
  rules: { "document-title": { enabled: false } },
  iframes: false,
};

/** Fails with what axe finds against WCAG 2.2 AA on the page as it is now: the rule, and where. */
export async function expectAccessible(page: Page): Promise<void> {
  await atRest(page);
  // A page keeps what was brought into it, until it is left.
  if (await page.evaluate(() => !("axe" in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: { run(options: unknown): Promise<AxeResults> } };
    return (await axe.run(options)).violations;
  }, OPTIONS);
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map((node) => `${node.target.join(" ")} — ${node.failureSummary ?? ""}`),
  }));
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
  // A page that is being read anew has its title taken off and put back, at any moment: it is waited for.
  await expect(page).toHaveTitle(/./);
}

/** What is coming or going is neither opaque nor clear: colours are what they are once all of it has ended. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter((each) => each.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(passing.map((each) => each.finished));
  });
}
