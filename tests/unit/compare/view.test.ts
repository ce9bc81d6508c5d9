import { describe, expect, test } from "vitest";
import {
  cellKey,
  countedExcerpts,
  countedIn,
  countQuery,
  openCell,
  queryOf,
  viewOf,
} from "@/components/compare/model/view";
import { groupsIn, withGroups } from "@/lib/schemas/compare";

const code = "00000000-0000-4000-8000-000000000001";
const country = "00000000-0000-4000-8000-000000000002";
const years = "00000000-0000-4000-8000-000000000003";
const parse = (query: string) => viewOf(Object.fromEntries(new URLSearchParams(query)));

describe("how a matrix is looked at", () => {
  test("comes back from its address: columns of an attribute, an order and a cell by keys of any signs", () => {
    const key = `=${encodeURIComponent("左.派, 100%…")}`;
    const view = {
      ...viewOf({}),
      columns: "attribute" as const,
      by: country,
      sort: `-${key}`,
      cell: cellKey(code, key),
      certainties: ["fairly" as const, "unsaid" as const],
      attributes: [`${country}.${key}`, `${years}.-2.5..10`],
    };
    const back = parse(queryOf(view));
    expect(back).toEqual(view);
    expect(openCell(back)).toEqual({ codeId: code, column: key });
    // Everything that counts, and nothing else.
    const { columns, by, clusters, coders, stances, certainties, attributes } = back;
    const counted = { columns, by, clusters, coders, stances, certainties, attributes };
    expect(countedIn(countQuery(back))).toEqual(counted);
    expect(openCell({ cell: cellKey(code, null) })).toEqual({ codeId: code, column: null });
  });

  test("leaves out what an address cannot mean", () => {
    expect(parse("columns=attribute").columns).toBe("sector");
    expect(parse(`columns=sector&by=${country}`).by).toBeUndefined();
    expect(parse(`attributes=${country}.what`).attributes).toBeUndefined();
    // Other sources are nobody of whom anything is known.
    expect(parse(`columns=source&attributes=${country}.none`).attributes).toBeUndefined();
  });

  test("says which excerpts it is counted from", () => {
    const filter = `clusters=${code}&attributes=${country}.none`;
    expect(countedExcerpts(parse(filter))).toMatchObject({
      clusters: [code],
      attributes: [`${country}.none`],
      of: "interviews",
    });
    expect(countedExcerpts(parse("columns=source")).of).toBe("sources");
  });
});

describe("groups of people", () => {
  test("of one attribute take each other's place, and leave those of others alone", () => {
    const chosen = withGroups([`${years}.none`], country, ["=a", "=b"]);
    expect(groupsIn(chosen, country)).toEqual(["=a", "=b"]);
    expect(groupsIn(withGroups(chosen, country, ["=c"]), country)).toEqual(["=c"]);
    expect(withGroups(chosen, country, [])).toEqual([`${years}.none`]);
    expect(withGroups([`${years}.none`], years, [])).toBeUndefined();
  });
});
