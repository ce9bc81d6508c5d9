import { describe, expect, test } from "vitest";
import { isBlind } from "@/lib/access/blind";
import { ROLES, type Role } from "@/lib/access/can";

/** Who is blind while a blind round goes on, in the order of ROLES: not coding in it, coding in it. */
const BLIND: Record<Role, string> = {
  owner: "  - +",
  lead: "   - +",
  coder: "  + +",
  trainee: "+ +",
  viewer: " + +",
};

describe.each(ROLES)("%s", (role) => {
  const [apart, within] = BLIND[role].trim().split(/\s+/);

  test.each(["blind", "training"] as const)(
    "in a %s round, from its opening until it is revealed",
    (kind) => {
      const going = { kind, opened: true, revealed: false };
      expect(isBlind(role, { codes: false }, going)).toBe(apart === "+");
      expect(isBlind(role, { codes: true }, going)).toBe(within === "+");
      for (const codes of [true, false]) {
        expect(isBlind(role, { codes }, { ...going, opened: false })).toBe(false);
        expect(isBlind(role, { codes }, { ...going, revealed: true })).toBe(false);
      }
    },
  );

  test("never in an open one", () => {
    for (const codes of [true, false])
      expect(isBlind(role, { codes }, { kind: "open", opened: true, revealed: false })).toBe(false);
  });
});
