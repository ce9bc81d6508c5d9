import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e/base";
import { openStudy, studyAddress } from "@/tests/support/e2e/study";

const FILES = 200;
/** Two hundred files take a while on a busy machine. */
const LONG = { timeout: 60_000 };

/** Drops a folder of the disk on a place of the page, as a hand with a mouse does. */
async function drop(page: Page, folder: string, onto: string): Promise<void> {
  const box = await page.locator("button", { hasText: onto }).boundingBox();
  const devtools = await page.context().newCDPSession(page);
  const place = { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) - 10 };
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await devtools.send("Input.dispatchDragEvent", { type, ...place, data });
}

test("a folder of two hundred files is dropped, goes on while the page is closed, and can be cancelled", async ({
  page,
  context,
}) => {
  test.slow();
  const folder = await mkdtemp(path.join(tmpdir(), "kikitori-folder-"));
  await mkdir(path.join(folder, "harbour", "east"), { recursive: true });
  for (let number = 1; number <= FILES; number += 1)
    await writeFile(
      path.join(folder, "harbour", number > FILES / 2 ? "east" : "", `${number}.txt`),
      `Interviewer: Who keeps berth ${number}?\nParticipant: We do. 🌊\nInterviewer: Why?\nParticipant: The tide.\n`,
    );

  await openStudy(page, { title: "Two hundred" }, "/transcripts/new");
  // Each says how far it has come, and so does the whole, until all have been read.
  const progress = page.getByRole("progressbar", { name: /^\d+ of 200 files/ });
  const begin = async () => {
    await drop(page, path.join(folder, "harbour"), "Choose files");
    await page.waitForURL(/\/imports\//);
  };
  await Promise.all([expect(progress).toBeVisible(LONG), begin()]);
  const batch = page.url();
  const rows = (of: Page) => of.getByRole("region", { name: "To be added" }).getByRole("listitem");
  await expect(rows(page)).toHaveCount(FILES);
  await expect(rows(page).filter({ hasText: "Ready" }).first()).toBeVisible(LONG);
  await page.getByRole("button", { name: "Take 200 off the list" }).click();
  await expect(rows(page)).toHaveCount(FILES - 1);
  await expect(rows(page).filter({ hasText: /Waiting to be sent|Sending…/ })).toHaveCount(0, LONG);
  await page.close();

  const later = await context.newPage();
  await later.goto(batch);
  await expect(rows(later)).toHaveCount(FILES - 1);
  await later.getByRole("button", { name: "Add 199 transcripts" }).click(LONG);
  await expect(rows(later).filter({ hasText: "Added" }).first()).toBeVisible(LONG);
  // What is not begun yet can be called off; what is there stays.
  await later.getByRole("button", { name: "Cancel the rest" }).click();
  await later.getByRole("dialog").getByRole("button", { name: "Cancel the rest" }).click();
  await expect(later.getByText(/^This batch was cancelled/)).toBeVisible();
  await later.goto(studyAddress(later, "/transcripts"));
  await expect(later.getByRole("rowheader").first()).toHaveText("1");
  expect(await later.getByRole("rowheader").count()).toBeLessThan(FILES - 1);
  await rm(folder, { recursive: true });
});
