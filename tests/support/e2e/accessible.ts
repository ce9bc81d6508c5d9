import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./base";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** Fails with what axe finds against WCAG 2.2 AA on the page as it is now: the rule, and where. */
export async function expectAccessible(page: Page): Promise<void> {
  await atRest(page);
  // The lists of what passed, with a selector for each element, take most of the time, and nobody reads them;
  // nor are there frames of other origins, for which results would be put together in a page of its own.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(WCAG_22_AA)
    .disableRules("document-title")
    .setLegacyMode()
    .analyze();
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
