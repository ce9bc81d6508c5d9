import { expect, test } from "vitest";
import { finder } from "@/components/ui/find-parts";

const found = (labels: string[], query: string) =>
  finder(labels.map((label) => ({ label })))(query).map(({ label }) => label);

test("all parts of what is typed must be there, in any order, whatever their case and width", () => {
  const labels = ["Risks > Natural disasters", "Risks > War", "ﾘｽｸ > 洪水 🍊"];
  expect(found(labels, "DISA risk")).toEqual(["Risks > Natural disasters"]);
  expect(found(labels, "リスク　洪水")).toEqual(["ﾘｽｸ > 洪水 🍊"]);
  expect(found(labels, "war flood")).toEqual([]);
});

test("the label itself comes first, then those that hold the words in one piece, else the order given", () => {
  const labels = ["Theme 2 > Code 2.11", "Theme 110", "Theme 11 > Code 1", "Theme 11"];
  expect(found(labels, " theme 11 ")).toEqual([
    "Theme 11",
    "Theme 110",
    "Theme 11 > Code 1",
    "Theme 2 > Code 2.11",
  ]);
});

test("nothing typed leaves everything as it stands", () => {
  expect(found(["b", "a"], "  ")).toEqual(["b", "a"]);
});
