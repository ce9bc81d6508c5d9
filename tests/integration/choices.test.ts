import { expect, test } from "vitest";
import { offlineScope } from "@/lib/server/access/offline";
import { filterChoices } from "@/lib/server/compare/data";
import { buildFixture } from "@/tests/support/fixture";

test("the choices of a filter say of each sector how many stand for it, so that one alone can be told", async () => {
  const { a } = await buildFixture();
  const scope = await offlineScope(a.members.viewer.userId, a.studyId);
  const { sectors } = await filterChoices(scope);
  expect(Object.fromEntries(sectors.map(({ id, interviewees }) => [id, interviewees]))).toEqual({
    [a.sectorId]: 2,
    [a.spareSectorId]: 0,
  });
});
