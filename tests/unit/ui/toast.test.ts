import { expect, it } from "vitest";
import { notices, retire, toast } from "@/components/ui/toast";

it("shows once, and tells anew, what fails again in the same words", () => {
  const words = () => notices.get().map(({ message }) => message);
  toast({ kind: "error", message: "Not yours" });
  const [first] = notices.get();
  toast({ kind: "info", message: "Saved" });
  toast({ kind: "error", message: "Not yours" });
  expect(words()).toEqual(["Saved", "Not yours"]);
  expect(notices.get().at(-1)?.id).not.toBe(first?.id);
});

it("are at most four, of which the oldest go, and each is dismissed by itself", () => {
  for (const message of ["a", "b", "c", "d", "e"]) toast({ kind: "info", message });
  const words = () => notices.get().map(({ message }) => message);
  expect(words()).toEqual(["b", "c", "d", "e"]);
  retire(notices.get()[1]?.id ?? 0);
  expect(words()).toEqual(["b", "d", "e"]);
  toast({ kind: "info", message: "b" });
  expect(words()).toEqual(["d", "e", "b"]);
});
