import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ExcerptFilter } from "@/lib/schemas/excerpts";
import { pool } from "@/lib/server/db";
import { attachment, CSV_COLUMNS, excerptCsv, streamOf } from "@/lib/server/excerpts/data";
import { truncateAll } from "@/tests/support/database";
import { correct } from "./compare-support/correcting";
import { lettingOut } from "./compare-support/letting-out";
import { SmallStudy } from "./compare-support/study";

let study: SmallStudy;
beforeEach(async () => {
  study = await SmallStudy.make("調査, “A”");
});
afterEach(truncateAll);

/** The machine may do other things too. */
const PATIENCE = { timeout: 10_000 };

const { text, records, shown } = lettingOut(() => study);
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
      certainty: "",
    });
    await study.code(talk, "years 🌊", ["Hope"], { certainty: "fairly" });
    expect((await records()).map(({ certainty }) => certainty)).toEqual(["", "", "fairly certain"]);
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

  test("is of one moment: a transcript that is corrected while it is written is in it as it was", async () => {
    const talk = await study.addTalk([{ who: 1, text: "we hope so" }]);
    await study.code(talk, "hope", ["Hope"]);
    const pieces = excerptCsv(study.scopes.lead, filterOf());
    let csv = (await pieces.next()).value;
    await correct(study, talk, [{ who: 1, text: "indeed, we hope so" }]);
    for await (const piece of pieces) csv += piece;
    expect(csv).toMatch(/,3,7,hope,.*placed\r\n$/);
  });

  test("is not read on while whoever takes it takes nothing", async () => {
    const talk = await study.addTalk([{ who: 1, text: "word ".repeat(40) }]);
    const count = await study.codeEverywhere(talk, "Hope");
    const pieces = excerptCsv(study.scopes.lead, filterOf());
    let read = 0;
    async function* counted() {
      for await (const piece of pieces) {
        read += piece.split("\r\n").length - 1;
        yield piece;
      }
    }
    const reader = streamOf(counted()).getReader();
    let taken = 0;
    const take = async () => {
      const { value } = await reader.read();
      taken += new TextDecoder().decode(value).split("\r\n").length - 1;
      return value !== undefined;
    };
    await take();
    await take();
    // The download's connection waits, and is asked for nothing more from one look to the next.
    let since: unknown;
    await expect
      .poll(async () => {
        const { rows } = await pool().query<{ since: Date }>(
          `SELECT "state_change" AS since FROM pg_stat_activity
           WHERE "datname" = current_database() AND "state" = 'idle in transaction'`,
        );
        const before = since;
        since = rows[0]?.since.toISOString();
        return since !== undefined && since === before;
      }, PATIENCE)
      .toBe(true);
    expect(count).toBeGreaterThan(20_000);
    expect(read).toBeLessThan(taken + 10_000);
    while (await take());
    expect(taken).toBe(count + 1);
  });

  test("ends with what may not stand with its number, in the order of the screen", async () => {
    const talk = await study.addTalk([{ who: 1, text: "one two three four five six seven eight" }]);
    for (const [at, word] of talk.text.trim().split(" ").entries())
      await study.code(talk, word, ["Hope"], { permission: at % 4 === 0 ? "number" : "sector" });
    const rows = await records();
    expect(rows.map((row) => row["interviewee number"])).toEqual(["1", "1", "", "", "", "", "", ""]);
    const quotes = rows.map(({ quote }) => quote);
    expect(quotes.slice(0, 2)).toEqual(["one", "five"]);
    expect(quotes).toEqual((await shown()).map(({ quote }) => quote));
    // Twice from one connection: nothing of the first is left in the second.
    expect(await records()).toEqual(rows);
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
