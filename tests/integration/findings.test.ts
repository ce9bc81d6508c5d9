import { beforeAll, describe, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import type { Columns, ComparePayload } from "@/lib/schemas/compare";
import { ExcerptFilter } from "@/lib/schemas/excerpts";
import { offlineScope } from "@/lib/server/access/offline";
import { comparison } from "@/lib/server/compare/data";
import { prisma } from "@/lib/server/db";
import { excerptCsv, excerptPage } from "@/lib/server/excerpts/data";
import { emailOf } from "@/seeds/human-security/accounts";
import { findings } from "@/seeds/human-security/findings";
import { loadSample } from "@/seeds/load";

let lead: StudyScope;
let clusterIds: Record<string, string> = {};

beforeAll(async () => {
  const { studyId } = await loadSample();
  const user = await prisma().user.findUniqueOrThrow({ where: { email: emailOf("lead") } });
  lead = await offlineScope(user.id, studyId);
  const clusters = await prisma().cluster.findMany({ where: { studyId: lead.guideStudyId } });
  clusterIds = Object.fromEntries(clusters.map(({ key, id }) => [key, id]));
});

async function counted(columns: Columns, cluster?: string): Promise<ComparePayload> {
  const id = cluster && clusterIds[cluster];
  return (await (await comparison(lead, columns, id ? { clusterIds: [id] } : {})).counted()).payload;
}

/** By path, who raised the code itself. */
function raisedBy(payload: ComparePayload): Map<string, number[]> {
  const byId = new Map(payload.codes.map((code) => [code.id, code]));
  const pathOf = (id: string): string => {
    const code = byId.get(id);
    return code?.parentId ? `${pathOf(code.parentId)} > ${code.name}` : (code?.name ?? "");
  };
  return new Map(
    payload.codes.map((code) => [
      pathOf(code.id),
      payload.columns.flatMap(({ label }, at) => ((code.own[at]?.[0] ?? 0) > 0 ? [Number(label)] : [])),
    ]),
  );
}

describe("the findings of the study", () => {
  test("are thirty-four, each with a code of its own", () => {
    expect(findings).toHaveLength(34);
  });

  test("come out of the matrix with exactly their interviewees, over the whole study", async () => {
    const raised = raisedBy(await counted("interviewee"));
    const got = findings.map(({ id, code }) => [id, raised.get(code)]);
    expect(got).toEqual(findings.map(({ id, interviewees }) => [id, interviewees]));
  });

  test("come out with exactly their interviewees within their cluster", async () => {
    for (const cluster of new Set(findings.map((finding) => finding.cluster))) {
      const raised = raisedBy(await counted("interviewee", cluster));
      const here = findings.filter((finding) => finding.cluster === cluster);
      const got = here.map(({ id, code }) => [id, raised.get(code)]);
      expect(got).toEqual(here.map(({ id, interviewees }) => [id, interviewees]));
    }
  });

  test("come out as n of N by sector, with the numbers that may be cited", async () => {
    const { codes, columns } = await counted("sector");
    for (const { code: path, interviewees } of findings) {
      const code = codes.find(
        ({ name, own }) => path.endsWith(name) && own.at(-1)?.[0] === interviewees.length,
      );
      expect(code?.own.at(-1)?.slice(0, 3), path).toEqual([interviewees.length, 10, interviewees]);
    }
    expect(columns.map(({ label, totals }) => `${label} ${totals.people}`)).toEqual([
      "Aid agency 3",
      "University 2",
      "Parliament 2",
      "Company 1",
      "Government 1",
      "NGO 1",
    ]);
  });

  test("stay within what the study says where it gives only a quantity", () => {
    for (const { id, bounds, interviewees } of findings) {
      if (!bounds) continue;
      expect(interviewees.length, id).toBeGreaterThanOrEqual(bounds.min);
      expect(interviewees.length, id).toBeLessThanOrEqual(bounds.max);
      expect(interviewees, id).toEqual(expect.arrayContaining(bounds.mustInclude));
    }
  });
});

describe("the two excerpts that may be cited by sector only", () => {
  test("stand on the screen without anything that tells who spoke", async () => {
    const rows = [];
    let after: string | undefined;
    do {
      const page = await excerptPage(lead, ExcerptFilter.parse({}), { after, limit: 200 });
      rows.push(...page.rows);
      after = page.next ?? undefined;
    } while (after);
    const apart = rows.filter(({ permission }) => permission === "sector");
    // Two excerpts, each coded alike by two coders.
    expect(apart.map(({ sectors }) => sectors?.join()).sort()).toEqual([
      "Aid agency",
      "Aid agency",
      "University",
      "University",
    ]);
    for (const { quote, codePath, cluster, sectors, language, place, hue, coder, ...rest } of apart) {
      expect(quote).toMatch(/strictly humanitarian|bottom up/);
      expect(rest).toEqual({
        numbers: null,
        positions: null,
        date: null,
        link: null,
        transcript: null,
        question: expect.any(String),
        speaker: null,
        atMs: null,
        start: null,
        end: null,
        quotable: true,
        stance: "personal",
        certainty: null,
        permission: "sector",
        memo: "",
        other: null,
      });
    }
    expect(rows.filter(({ numbers }) => numbers === null)).toEqual(apart);
  });

  test("are not in a list of one interviewee, nor do they put a number into a cell", async () => {
    const two = await prisma().interviewee.findFirstOrThrow({ where: { studyId: lead.studyId, number: 2 } });
    const filter = ExcerptFilter.parse({ interviewees: two.id });
    const { rows } = await excerptPage(lead, filter, { limit: 200 });
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ permission }) => permission === "sector")).toEqual([]);

    const { codes, columns } = await counted("sector");
    const aid = columns.findIndex(({ label }) => label === "Aid agency");
    const code = codes.find(({ name }) => name === "Change in practice");
    const [n, of, numbers] = code?.own[aid] ?? [];
    // Interviewee 2 raised it only there: counted, and not named.
    expect(of).toBe(3);
    expect(numbers).not.toContain(2);
    expect(n).toBe((numbers?.length ?? 0) + 1);
  });

  test("carry no number into the CSV", async () => {
    let text = "";
    for await (const piece of excerptCsv(lead, ExcerptFilter.parse({}))) text += piece;
    const lines = text
      .split("\r\n")
      .filter((line) => /strictly humanitarian|bottom up was|Working from the bottom/.test(line));
    expect(lines.length).toBeGreaterThanOrEqual(4);
    for (const line of lines.filter((each) => each.includes(",sector,")))
      expect(line).toMatch(/^[^,]+,,(University|Aid agency),,,,en,(iii|vi),[^,]+,,,,,/);
    expect(lines.filter((each) => each.includes(",sector,"))).toHaveLength(4);
  });
});

describe("the sources beside the interviews", () => {
  test("are counted by the same rules, and apart", async () => {
    const payload = await counted("source");
    expect(payload.columns.map(({ label }) => label)).toEqual([
      "Human Security (Official Development Assistance)",
      "Diet record",
      "White papers and corporate reports",
    ]);
    const row = payload.codes.find(({ name }) => name === "Foreign-policy pillar");
    expect(row?.own.map(([n, of]) => [n, of])).toEqual([
      [1, 1],
      [1, 1],
      [0, 1],
      [2, 3],
    ]);
    // Two coders on one place: two segments, and its words once.
    expect(row?.own[0]?.slice(3, 5)).toEqual([2, 19]);

    const bySector = await counted("sector");
    expect(bySector.total.totals.people).toBe(10);
    const same = bySector.codes.find(({ name }) => name === "Foreign-policy pillar");
    const codingsOf = await prisma().coding.count({
      where: {
        studyId: lead.studyId,
        codeId: same?.id ?? "",
        segment: { transcript: { kind: "interview", language: "en" } },
      },
    });
    expect(same?.own.at(-1)?.[3]).toBe(codingsOf);
  });

  test("let their excerpts out with title and day, and without any interviewee", async () => {
    const payload = await counted("source");
    const source = payload.columns[0]?.key ?? "";
    const { rows } = await excerptPage(lead, ExcerptFilter.parse({ source }), { limit: 200 });
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows)
      expect(row).toMatchObject({
        transcript: "Human Security (Official Development Assistance)",
        date: "2021-03-22",
        numbers: [],
        sectors: [],
        quotable: true,
      });
  });
});
