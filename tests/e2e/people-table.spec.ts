import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { openStudy } from "@/tests/support/e2e/study";
import { xlsx } from "@/tests/support/files/office";

const people = (page: Page) => openStudy(page, { title: "People from a table" }, "/people");

const choose = (page: Page, name: string, content: string | Uint8Array) =>
  page
    .getByRole("dialog")
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });

test("a table of people: columns, preview, attributes, and the same table again", async ({ page }) => {
  await people(page);
  await page.getByRole("button", { name: "From a table" }).click();
  await expectAccessible(page);

  await choose(page, "people.pdf", "%PDF-1.4 broken");
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("This PDF is damaged");

  const csv =
    "番号;部門;役職;氏名;Country;Born\n1;省庁;局長;森花子;Japan;1970/4/1\n2;NGO;Chair;;Korea;\n2;NGO;;;;\n;NGO;;;;\n";
  await choose(page, "people.csv", csv);
  const preview = page.getByRole("region", { name: "What will be made of each row" });
  await expect(preview.getByRole("row", { name: /局長/ })).toContainText("added");
  await expect(preview.getByText("Interviewee 2 is on an earlier row.")).toBeVisible();
  await expect(preview.getByText("There is no number.")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "What the column 氏名 holds" })).toContainText("Name");
  await page.getByRole("combobox", { name: "Kind of the attribute Country" }).click();
  await page.getByRole("option", { name: "Choice" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Store 2 people" }).click();
  await expect(page.getByText("2 people were added, nobody was changed.").first()).toBeVisible();
  // The preview has the same rows as the table behind it.
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("row", { name: /局長/ })).toContainText("森花子");
  await expect(page.getByRole("row", { name: /局長/ })).toContainText("Apr 1, 1970");
  await expectAccessible(page);

  await page.getByRole("button", { name: "From a table" }).click();
  const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const row = (...values: string[]) => `<row>${values.map(cell).join("")}</row>`;
  const sheet = row("No", "Position", "Country") + row("1", "局長", "Japan") + row("2", "Director", "korea");
  await choose(page, "people.xlsx", xlsx({ sheets: { People: sheet } }));
  await expect(preview.getByRole("row", { name: /Chair → Director/ })).toContainText("changed");
  await page.getByRole("button", { name: "Store 1 person" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("row", { name: /Director/ })).toContainText("Korea");
});

test("attributes: made by hand, set for somebody, renamed and deleted", async ({ page }) => {
  await people(page);
  await page.getByRole("button", { name: "Add interviewee" }).click();
  await page.getByLabel("New sector", { exact: true }).fill("University");
  await page.getByLabel("Position").fill("Professor");
  await page.getByRole("dialog").getByRole("button", { name: "Add interviewee" }).click();
  await expect(page.getByRole("row", { name: /Professor/ })).toBeVisible();

  await page.getByRole("button", { name: "Attributes" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("textbox", { name: "Name" }).fill("Age 年齢");
  await sheet.getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: "Number" }).click();
  await sheet.getByRole("button", { name: "Add attribute" }).click();
  await expect(sheet.getByRole("button", { name: "Edit Age 年齢" })).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(sheet).toHaveCount(0);

  await page.getByRole("button", { name: "Edit interviewee 1" }).click();
  await sheet.getByRole("textbox", { name: /Age 年齢/ }).fill("old");
  await sheet.getByRole("button", { name: "Save attributes" }).click();
  await expect(sheet.getByText("Write a number, such as 12 or 3.5.")).toBeVisible();
  await sheet.getByRole("textbox", { name: /Age 年齢/ }).fill("６１");
  await sheet.getByRole("button", { name: "Save attributes" }).click();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole("row", { name: /Professor/ })).toContainText("61");

  await page.getByRole("button", { name: "Attributes" }).click();
  await sheet.getByRole("button", { name: "Delete Age 年齢" }).click();
  await page
    .getByRole("alertdialog")
    .or(page.getByRole("dialog"))
    .last()
    .getByRole("button", { name: "Delete", exact: true })
    .click();
  await expect(sheet.getByRole("button", { name: "Edit Age 年齢" })).toHaveCount(0);
});
