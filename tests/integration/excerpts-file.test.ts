import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ExcerptFilter } from "@/lib/schemas/excerpts";
import { attachment, CSV_COLUMNS, excerptCsv, streamOf } from "@/lib/server/excerpts/data";
import { truncateAll } from "@/tests/support/database";
import { lettingOut } from "./compare-support/letting-out";
import { SmallStudy } from "./compare-support/study";

let study: SmallStudy;
beforeEach(async () => {
  study = await SmallStudy.make("調査, “A”");
});
afterEach(truncateAll);

const { text, records } = lettingOut(() => study);
const filterOf = (filter: Record<string, string> = {}) => ExcerptFilter.parse(filter);

describe("the file", () => {
  test("is UTF-8 with its mark, CRLF, the columns in order, one row for each segment and code", async () => {
    const talk = await study.addTalk([{ who: 2, text: "we “hope”, for\nflood-free years 🌊" }]);
    await study.code(talk, "“hope”, for\nflood-free", ["Hope", "Risk > Flood"]);
    const csv = await text();
    expect(csv.startsWith("\ufeffstudy,interviewee number,sector,position,date,transcript,language,")).toBe(
      true,
    );
    expect(csv.split("\r\n")[0]?.slice(1).split(",")).toEqual([...CSV_COLUMNS]);
    expect(csv.endsWith("\r\n")).toBe(true);
    const rows = await records();
    expect(rows.map((row) => row["code path"]).sort()).toEqual(["Hope", "Risk > Flood"]);
    expect(rows[0]).toMatchObject({
      study: "調査, “A”",
      "interviewee number": "2",
      quote: "“hope”, for\nflood-free",
      speaker: "Interviewee 2",
      time: "00:00:00",
      stance: "not stated",
    });
  });

  test("holds nothing that a spreadsheet takes for a formula", async () => {
    const signs = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"];
    const talk = await study.addTalk([{ who: 1, text: signs.map((sign) => `${sign}cmd`).join(" ; ") }]);
    for (const sign of signs)
      await study.code(talk, `${sign}cmd`, ["Hope"], { memo: `${sign}HYPERLINK("http://example.org")` });
    const rows = await records();
    expect(rows).toHaveLength(signs.length);
    for (const row of rows)
      for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    expect(rows.map(({ quote }) => quote).sort()).toEqual(signs.map((sign) => `'${sign}cmd`).sort());
  });

  test("is written piece by piece: what nobody takes is not read, and what is broken off lets go", async () => {
    const talk = await study.addTalk([{ who: 1, text: "we hope so" }]);
    await study.code(talk, "hope", ["Hope"]);
    const pieces = excerptCsv(study.scopes.lead, filterOf());
    const reader = streamOf(pieces).getReader();
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode((await reader.read()).value)).toMatch(
      /^\ufeffstudy,/,
    );
    await reader.cancel();
    expect(await pieces.next()).toEqual({ done: true, value: undefined });
    // Every connection is free again: as many as the pool has can be taken at once.
    const again = await Promise.all(Array.from({ length: 12 }, () => text()));
    expect(new Set(again).size).toBe(1);
  });

  test("is named after the study and the day, whatever its letters", () => {
    expect(attachment("調査/“A” 2026.csv")).toBe(
      `attachment; filename="__ _A_ 2026.csv"; filename*=UTF-8''%E8%AA%BF%E6%9F%BB%20%E2%80%9CA%E2%80%9D%202026.csv`,
    );
    expect(attachment('a"b\r\nc.csv')).toBe(
      `attachment; filename="a b c.csv"; filename*=UTF-8''a%20b%20c.csv`,
    );
  });
});
