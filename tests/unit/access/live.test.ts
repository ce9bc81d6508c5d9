import { describe, expect, test } from "vitest";
import { ROLES, type Role } from "@/lib/access/can";
import {
  changesSight,
  type Detail,
  seesPresence,
  sightOf,
  type Topic,
  type Towards,
} from "@/lib/access/live";

const SIGN: Record<string, Detail | null> = { r: "rows", p: "place", t: "tick", "-": null };

/** What is told of each kind to owner, lead, coder, trainee, viewer: rows, place, tick, or nothing. */
const TABLE: [string, Topic | null, string][] = [
  //                                     o l c t v
  ["coding.apply", "codings", "          r r r - t"],
  ["coding.undo", "codings", "           r r r - t"],
  ["coding.place", "codings", "          r r r - t"],
  ["transcript.correct", "text", "       p p p - t"],
  ["passage.set", "text", "              p p p - t"],
  ["recording.attach", "text", "          p p p - t"],
  ["pair.align", "text", "               p p p - t"],
  ["code.edit", "codebook", "            t t t t t"],
  ["example.add", "codebook", "          t t t t t"],
  ["memo.answer", "memos", "             t t t - -"],
  ["round.done", "rounds", "              t t t - -"],
  ["history.undo", "study", "            t t t t t"],
  ["interviewee.edit", "people", "       t t t t -"],
  ["sector.rename", "people", "          t t t t -"],
  ["attribute.add", "people", "          t t t t -"],
  ["question.edit", "guide", "           t t t t t"],
  ["study.edit", "study", "              t t t t t"],
  ["member.role", "members", "           t t - - -"],
  ["invitation.create", "members", "     t t - - -"],
  ["round.open", "rounds", "              t t t - -"],
  ["something.else", null, "             - - - - -"],
  ["coding", null, "                     - - - - -"],
  ["constructor.x", null, "              - - - - -"],
];

describe.each(TABLE)("%s", (kind, topic, line) => {
  test.each(ROLES)("to %s", (role) => {
    const detail = SIGN[line.trim().split(/\s+/)[ROLES.indexOf(role)] ?? ""];
    expect(sightOf(role, kind)).toEqual(topic && detail ? { topic, detail } : null);
  });
});

/** What somebody is told who is blind, and may see rows otherwise: of their own, and of what others do there and elsewhere. */
const BLIND: [string, string][] = [
  //                     own, elsewhere, there, there to what is mine
  ["coding.apply", "     r r - r"],
  ["coding.codebook", "  r r - r"],
  ["memo.add", "         t - - -"],
  ["example.add", "      t - - -"],
  ["history.restore", "  t - - -"],
  ["code.merge", "       t t - -"],
  ["transcript.correct", "p p p p"],
  ["interviewee.edit", " t t t t"],
  ["round.reveal", "     t t t t"],
];

const FREE: Towards = { own: false, mine: false, blind: "nowhere", lent: false };

test.each(TABLE)("%s of a study that lends its codebook or its guide", (kind, topic) => {
  for (const role of ROLES)
    expect(sightOf(role, kind, { ...FREE, mine: true, lent: true })).toEqual(
      topic === "codebook" || topic === "guide" ? { topic, detail: "tick" } : null,
    );
});

test.each(BLIND)("%s to somebody who is blind", (kind, line) => {
  const towards: Towards[] = [
    { ...FREE, own: true, mine: true, blind: "there" },
    { ...FREE, blind: "elsewhere" },
    { ...FREE, blind: "there" },
    { ...FREE, mine: true, blind: "there" },
  ];
  const told = towards.map((each) => sightOf("coder", kind, each)?.detail ?? null);
  expect(told).toEqual(
    line
      .trim()
      .split(/\s+/)
      .map((sign) => SIGN[sign]),
  );
});

test("what changes who sees what has screens read anew", () => {
  expect(["round.open", "round.reveal", "pair.make", "member.role"].every(changesSight)).toBe(true);
  expect(["coding.apply", "member.join", "transcript.correct", "around.it"].some(changesSight)).toBe(false);
});

const SEEN: Record<Role, string> = {
  //         o l c t v
  owner: "   + + + - -",
  lead: "    + + + - -",
  coder: "   + + + - -",
  trainee: " - - - - -",
  viewer: "  - - - - -",
};

describe.each(ROLES)("presence, seen by %s", (viewer) => {
  test.each(ROLES)("of %s", (other) => {
    const sign = SEEN[viewer].trim().split(/\s+/)[ROLES.indexOf(other)];
    const see = (one: boolean, two: boolean) =>
      seesPresence({ role: viewer, blind: one }, { role: other, blind: two });
    expect(see(false, false)).toBe(sign === "+");
    // Whoever is blind sees nobody, and is seen by those who are not.
    expect(see(true, false)).toBe(false);
    expect(see(true, true)).toBe(false);
    expect(see(false, true)).toBe(sign === "+");
  });
});
