import { type Signal, signal } from "@/components/ui/signal";

/** The path that somebody is on the way to; null once they are there. */
export const goingTo: Signal<string | null> = signal<string | null>(null);

/** Told by the router when somebody sets out. Going back is at once: what one comes from is kept. */
export function setOut(url: string, kind: "push" | "replace" | "traverse"): void {
  const { origin, pathname } = window.location;
  const to = new URL(url, origin).pathname;
  goingTo.set(kind === "traverse" || to === pathname ? null : to);
}
