import { beforeEach, expect, test } from "vitest";
import { ROLES } from "@/lib/access/can";
import { offlineScope } from "@/lib/server/access/offline";
import { originalsOf, originalsOfTranscript } from "@/lib/server/imports/data";
import { buildFixture, type Fixture } from "@/tests/support/fixture";

let fixture: Fixture;

beforeEach(async () => {
  fixture = await buildFixture();
});

test("the files that transcripts were made of are named to leads alone: a file's name can be a person's", async () => {
  const { a, b } = fixture;
  const named: string[] = [];
  for (const role of ROLES) {
    const scope = await offlineScope(a.members[role].userId, a.studyId);
    const all = Object.values(await originalsOf(scope)).flat();
    expect(await originalsOfTranscript(scope, a.transcriptId)).toEqual(all);
    if (all.length > 0) named.push(role);
    expect(await originalsOfTranscript(scope, b.transcriptId)).toEqual([]);
  }
  expect(named).toEqual(["owner", "lead"]);
});
