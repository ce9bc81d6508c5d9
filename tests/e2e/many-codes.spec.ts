import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { openSample, openStudy } from "@/tests/support/e2e/study";

/** Twelve themes with thirty codes each: more than any pane shows, and more than one looks through. */
const OUTLINE = Array.from({ length: 12 }, (_, theme) =>
  [`Theme ${theme + 1}`, ...Array.from({ length: 30 }, (__, at) => `  Code ${theme + 1}.${at + 1}`)].join(
    "\n",
  ),
).join("\n");
const ALL = 12 * 31;

const treeitem = (page: Page, name: string) =>
  page.getByRole("tree").getByRole("treeitem", { name: new RegExp(`^${name}(?![\\d.])`) });
const palette = (page: Page) => page.getByRole("dialog", { name: "Find anything" });

test("a codebook of hundreds: gone through by keys, a code moved by typing, and found from every room", async ({
  page,
}) => {
  await openStudy(page, { title: "Hundreds of codes" }, "/codebook");
  await page.getByRole("button", { name: "Read in codes" }).click();
  await page.getByRole("textbox", { name: "List" }).fill(OUTLINE);
  await page.getByRole("button", { name: `Store ${ALL} codes` }).click();
  await expect(treeitem(page, "Theme 1")).toBeVisible();
  expect(await page.getByRole("treeitem").count()).toBeLessThan(120);
  await expect(treeitem(page, "Code 1.3")).toHaveAttribute("aria-posinset", "3");
  await expect(treeitem(page, "Code 1.3")).toHaveAttribute("aria-setsize", "30");

  // The keys reach what was not drawn, and back; one item stays in reach of Tab all the while.
  await treeitem(page, "Theme 1").click();
  await page.keyboard.press("End");
  await expect(treeitem(page, "Code 12.30")).toBeFocused();
  await expect(treeitem(page, "Code 12.30")).toBeInViewport();
  await page.keyboard.press("ArrowUp");
  await expect(treeitem(page, "Code 12.29")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(treeitem(page, "Theme 12")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(treeitem(page, "Theme 1")).toBeFocused();
  await expect(page.getByRole("tree").locator("[tabindex='0']")).toHaveCount(1);
  await expectAccessible(page);

  // Among hundreds of parents one is found by typing.
  await page.getByRole("button", { name: "Move", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Under" }).fill("theme 11");
  await expect(dialog.getByRole("option").first()).toHaveText("Theme 11");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("option", { selected: true })).toHaveText("Theme 11");
  await dialog.getByRole("textbox", { name: "Why" }).fill("Belongs there");
  await dialog.getByRole("button", { name: "Move" }).click();
  await expect(treeitem(page, "Theme 1")).toHaveAttribute("aria-level", "2");
  await expect(treeitem(page, "Theme 1")).toBeInViewport();

  // The palette leads to another code, on the codebook's own page too.
  await page.keyboard.press("Control+k");
  await palette(page).getByRole("combobox").fill("code 7.17");
  await palette(page).getByRole("option", { name: "Theme 7 › Code 7.17" }).click();
  await expect(page.getByRole("heading", { name: "Code 7.17" })).toBeVisible();
  await expect(treeitem(page, "Code 7.17")).toBeInViewport();

  // Dragged to the edge of the pane, a code takes the tree along.
  const held = await treeitem(page, "Code 7.17").boundingBox();
  const pane = await page
    .locator("[data-pane]")
    .filter({ has: page.getByRole("tree") })
    .boundingBox();
  if (!held || !pane) throw new Error("not in view");
  await page.mouse.move(held.x + 90, held.y + 10);
  await page.mouse.down();
  await page.mouse.move(held.x + 90, pane.y + pane.height - 4, { steps: 4 });
  await expect(treeitem(page, "Code 9.10")).toBeInViewport();
  await page.mouse.move(held.x + 90, pane.y + 4, { steps: 4 });
  await expect(treeitem(page, "Code 7.2")).toBeInViewport();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(treeitem(page, "Code 7.17")).toHaveAttribute("aria-posinset", "17");
});

test("the palette: commands at once, names when they have come, and Enter typed ahead of them", async ({
  page,
}) => {
  await openSample(page, "Sample lead");
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/names", async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("option", { name: "Compare" })).toBeVisible();
  await expect(palette(page).getByText("are being fetched").first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type("natural dis");
  await page.keyboard.press("Enter");
  await expect(palette(page)).toBeVisible();
  release();
  await page.waitForURL(/\/codebook\?code=/);
  await expect(page.getByRole("heading", { name: "Natural disasters" })).toBeVisible();
});

test.describe("names that do not come", () => {
  test.use({ expectedErrors: /503/ });

  test("leave the commands, and are asked for again", async ({ page }) => {
    await openSample(page, "Sample lead");
    await page.route("**/names", (route) => route.fulfill({ status: 503, json: {} }), { times: 1 });
    await page.keyboard.press("Control+k");
    await expect(palette(page).getByRole("alert")).toContainText("could not be fetched");
    await expectAccessible(page);
    await palette(page).getByRole("button", { name: "Try again" }).click();
    await palette(page).getByRole("combobox").fill("natural dis");
    await expect(
      palette(page)
        .getByRole("option", { name: /Natural disasters/ })
        .first(),
    ).toBeVisible();
    await expect(palette(page).getByRole("alert")).toHaveCount(0);
  });
});
