import { expect, it } from "vitest";
import { withoutWords } from "@/components/reader/code-commands";
import type { Saying } from "@/components/reader/model/session";
import { matchKeys } from "@/components/shell/keys";
import { signal } from "@/components/ui/signal";

it("says what is lacking at a code's key with nothing selected, but where the key is another command's", () => {
  const saying = signal<Saying | null>(null);
  const keyOf = (name: string, shortcut: string) => ({
    keys: shortcut,
    ...withoutWords({ saying }, { name, shortcut }),
  });
  const done: string[] = [];
  const other = (keys: string) => ({ keys, run: () => void done.push(keys) });
  const all = [other("j"), other("g d"), keyOf("Trust", "r"), keyOf("Fear", "j"), keyOf("Hope", "g")];
  const press = (stroke: string, prefix = "") => {
    const match = matchKeys(all, prefix, stroke);
    if (match.kind === "run") match.bound.run();
    return saying.get();
  };
  press("j");
  press("g");
  expect(press("d", "g")).toBeNull();
  expect(done).toEqual(["j", "g d"]);
  expect(press("r")).toMatchObject({ key: "nothingToCode", values: { code: "Trust", key: "R" } });
  // Read out again, although it says the same.
  expect(press("r")?.turn).toBe(2);
});
