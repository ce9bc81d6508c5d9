import { describe, expect, test } from "vitest";
import { ROLES, type Role } from "@/lib/access/can";
import { type Detail, seesPresence, sightOf, type Topic } from "@/lib/access/live";

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
    expect(seesPresence(viewer, other)).toBe(sign === "+");
  });
});
