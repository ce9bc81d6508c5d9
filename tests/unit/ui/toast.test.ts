import { expect, it } from "vitest";
import { notices, toast } from "@/components/ui/toast";

it("shows once, and tells anew, what fails again in the same words", () => {
  const words = () => notices.read().map(({ message }) => message);
  toast({ kind: "error", message: "Not yours" });
  const [first] = notices.read();
  toast({ kind: "info", message: "Saved" });
  toast({ kind: "error", message: "Not yours" });
  expect(words()).toEqual(["Saved", "Not yours"]);
  expect(notices.read().at(-1)?.id).not.toBe(first?.id);
});
