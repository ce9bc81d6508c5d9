import { describe, expect, test } from "vitest";
import { can, mayGrant, ROLES, type Role, STUDY_ACTIONS, type StudyAction } from "@/lib/access/can";

/** Who may do what, written out: each action with owner, lead, coder, trainee, viewer in this order. */
const TABLE: Record<StudyAction, string> = {
  //                  o l c t v
  "study.view": "     + + + + +",
  "study.edit": "     + + - - -",
  "members.view": "   + + - - -",
  "members.edit": "   + + - - -",
  "presence.view": "  + + + - -",
  "people.view": "    + + + + -",
  "people.edit": "    + + - - -",
  "names.view": "     + + - - -",
  "guide.edit": "     + + - - -",
  "codebook.edit": "  + + - - -",
  "codings.reassign": " + + - - -",
  "transcript.read": "+ + + - -",
  "search.view": "    + + + - -",
  "search.export": "  + + + - -",
  "search.save": "    + + + - -",
  "transcript.add": " + + + - -",
  "transcript.correct": " + + + - -",
  "transcript.redact": " + + - - -",
  "originals.view": " + + - - -",
  "recording.hear": " + + + - -",
  "recording.attach": " + + + - -",
  "recording.remove": " + + - - -",
  "coding.write": "   + + + - -",
  "placing.decide": " + + - - -",
  "permission.set": " + + - - -",
  "rounds.view": "    + + + - -",
  "rounds.edit": "    + + - - -",
  "compare.view": "   + + + - +",
  "excerpts.view": "  + + + - +",
  "excerpts.export": "+ + + - +",
  "memos.view": "     + + + + -",
  "memos.others": "   + + + - -",
  "history.view": "   + + + - -",
  "history.restore": "+ + - - -",
  "consent.erase": "  + + - - -",
  "withheld.view": "  + + - - -",
};

/** Which role may give or take which: rows give, columns are given, in the order of ROLES. */
const GRANTS: Record<Role, string> = {
  //         o l c t v
  owner: "   + + + + +",
  lead: "    - + + + +",
  coder: "   - - - - -",
  trainee: " - - - - -",
  viewer: "  - - - - -",
};

const allowed = (line: string): Role[] => ROLES.filter((_, index) => line.trim().split(/\s+/)[index] === "+");

test("the table names every action", () => {
  expect(Object.keys(TABLE).sort()).toEqual([...STUDY_ACTIONS].sort());
});

describe.each(Object.entries(TABLE) as [StudyAction, string][])("%s", (action, line) => {
  test.each(ROLES)("by %s", (role) => {
    expect(can(role, action)).toBe(allowed(line).includes(role));
  });
});

describe.each(Object.entries(GRANTS) as [Role, string][])("granting by %s", (own, line) => {
  test.each(ROLES)("of %s", (granted) => {
    expect(mayGrant(own, granted)).toBe(allowed(line).includes(granted));
  });
});
