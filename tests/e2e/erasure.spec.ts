import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { codedStudy, paragraph, selectWords, signInAs, studyAddress } from "@/tests/support/e2e/study";

test("a consent that is withdrawn: what goes is shown, then it is gone for everybody, with what waited", async ({
  page,
  browser,
}) => {
  await codedStudy(page, "Withdrawn");
  const reader = page.url();
  // Somebody codes there without a network.
  const context = await browser.newContext();
  const away = await context.newPage();
  await signInAs(away, "Sample owner");
  await away.goto(reader);
  await expect(away.locator(".reader-names").first()).toBeVisible();
  await context.setOffline(true);
  await selectWords(away, paragraph(away, "Ask the mayor"), "the mayor");
  await away.keyboard.press("Enter");
  await away.getByRole("combobox", { name: "Find a code" }).fill("Blame");
  await away.getByRole("option", { name: "Blame" }).first().click();
  await expect(away.locator("[data-trouble]")).toBeVisible();

  const people = await page.context().newPage();
  await people.goto(studyAddress(page, "/people"));
  await people.getByRole("button", { name: /Edit interviewee 1/ }).click();
  await people.getByRole("button", { name: "Erase for good …" }).click();
  const dialog = people.getByRole("dialog", { name: "Erase interviewee 1 for good" });
  await expect(dialog.getByText("2 segments with 2 codes")).toBeVisible();
  await expectAccessible(people);
  const submit = dialog.getByRole("button", { name: "Erase interviewee 1" });
  await expect(submit).toBeDisabled();
  await dialog.getByLabel("To confirm, type the interviewee's number: 1").fill("1");
  await submit.click();
  const done = people.getByRole("dialog", { name: "Interviewee 1 is erased" });
  await expect(done.getByText("1 transcript, in 1 version")).toBeVisible();
  await done.getByRole("button", { name: "Close" }).last().click();
  await expect(people.getByText("Nobody yet")).toBeVisible();

  await expect(page.getByRole("heading", { name: "This transcript was erased" })).toBeVisible();
  await expectAccessible(page);
  await context.setOffline(false);
  await expect(away.getByText(/1 change of yours that was not saved yet/)).toBeVisible();
  await context.close();

  await people.goto(studyAddress(people, "/history"));
  await expect(people.getByText("erased interviewee 1 for good")).toBeVisible();
  await expect(people.getByText("What it held was erased for good.").first()).toBeVisible();
  await expect(people.getByText("ferry")).toHaveCount(0);
});
