import { beforeEach, expect, test } from "vitest";
import { GET } from "@/app/api/studies/[studyId]/excerpts.csv/route";
import { RefusedFileParams } from "@/lib/schemas/shell";
import { asking } from "@/tests/support/asking";
import { buildFixture, type Fixture } from "@/tests/support/fixture";

let fixture: Fixture;
const HOST = "studies.example.org";

beforeEach(async () => {
  fixture = await buildFixture();
  asking.as = null;
});

const ask = (headers: Record<string, string>) =>
  GET(new Request(`https://${HOST}/api/studies/x/excerpts.csv`, { headers: { host: HOST, ...headers } }), {
    params: Promise.resolve({ studyId: fixture.a.studyId }),
  });

/** What the page is told to which a refusal leads. */
function told(response: Response) {
  expect(response.status).toBe(303);
  const address = new URL(response.headers.get("location") ?? "", `https://${HOST}`);
  expect([address.host, address.pathname]).toEqual([HOST, "/refused"]);
  return RefusedFileParams.parse(Object.fromEntries(address.searchParams));
}

test("a person who follows a link to a file that is refused comes to a page that says why, and back", async () => {
  const link = { "sec-fetch-dest": "document", referer: `https://${HOST}/studies/a/excerpts?code=1` };
  expect(told(await ask(link))).toEqual({ code: "unauthenticated", from: "/studies/a/excerpts?code=1" });
  asking.as = { userId: fixture.b.members.owner.userId, epoch: 0 };
  expect(told(await ask(link))).toMatchObject({ code: "not_found" });
  asking.as = { userId: fixture.a.members.lead.userId, epoch: 0 };
  expect((await ask(link)).status).toBe(200);
});

test("a script is answered as before, and nobody is led to another's page", async () => {
  const response = await ask({ "sec-fetch-dest": "empty" });
  expect([response.status, await response.json()]).toEqual([401, { error: { code: "unauthenticated" } }]);
  const elsewhere = { "sec-fetch-dest": "document", referer: "https://elsewhere.example/studies" };
  expect(told(await ask(elsewhere)).from).toBeUndefined();
  expect(RefusedFileParams.parse({ code: "constructor", from: "//elsewhere.example" })).toEqual({
    code: "other",
    from: undefined,
  });
});
