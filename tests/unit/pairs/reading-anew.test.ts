import { describe, expect, it } from "vitest";
import { beginningOf } from "@/components/pairs/align/beginning";
import { readAnew } from "@/components/pairs/align/read-anew";

describe("a page of a pair that is read anew", () => {
  it("begins anew with another's alignment, and goes on with what it has sent itself, answered or not", () => {
    const doing = { sent: new Set(["own"]), unsaved: false };
    expect(beginningOf("made", "made", doing)).toBe("made");
    expect(beginningOf("made", "own", doing)).toBe("made");
    expect(beginningOf("made", "another's", doing)).toBe("another's");
    expect(beginningOf("made", null, doing)).toBeNull();
  });

  it("takes nothing from under somebody who has changed something that is not stored yet", () => {
    expect(beginningOf("made", "another's", { sent: new Set(), unsaved: true })).toBe("made");
  });

  it("is left once the browser has what is not saved yet, and the page knows", async () => {
    const done: string[] = [];
    const step = (name: string) => async () => {
      await Promise.resolve();
      done.push(name);
    };
    await readAnew({ flush: step("kept") }, () => void done.push("left"), step("shown"));
    expect(done).toEqual(["kept", "shown", "left"]);
  });
});
