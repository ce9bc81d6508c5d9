import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { signal, useSelected, useSignal } from "@/components/ui/signal";

describe("signal", () => {
  it("tells those who follow it of another value, and of none that is the same", () => {
    const count = signal(1);
    const heard: number[] = [];
    const leave = count.subscribe(() => heard.push(count.get()));
    count.set(1);
    count.set(2);
    count.update((now) => now + 1);
    leave();
    count.set(4);
    expect(heard).toEqual([2, 3]);
    expect(count.get()).toBe(4);
  });

  it("tells the others although one leaves as it is told", () => {
    const count = signal(0);
    const heard: string[] = [];
    const leave = count.subscribe(() => {
      heard.push("first");
      leave();
    });
    count.subscribe(() => heard.push("second"));
    count.set(1);
    expect(heard).toEqual(["first", "second"]);
  });

  it("is on the server, and as a page comes alive, what it was made with, whatever was set since", () => {
    const open = signal("nothing");
    const Whole = () => useSignal(open);
    const Part = () => useSelected(open, (what) => what.length);
    open.set("palette");
    expect(renderToString(createElement(Whole))).toBe("nothing");
    expect(renderToString(createElement(Part))).toBe(String("nothing".length));
  });
});
