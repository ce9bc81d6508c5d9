import type { LiveEvent } from "@/lib/schemas/live";
import { LiveEvents, type Present, PresentList } from "@/lib/schemas/live";

/** What one browser has been told. */
export interface Followed {
  events: LiveEvent[];
  /** The last list of the others who are there. */
  people: Present[] | null;
  /** What else was said, such as "anew". */
  said: string[];
  /** Where it would go on. */
  last: string;
  /** Resolves when the stream ends. */
  ended: Promise<void>;
  /** Resolves once what was told fits. */
  until(fits: (told: Followed) => boolean): Promise<void>;
  leave(): Promise<void>;
}

/** Reads a stream of server-sent events, as a browser does. */
export function followBody(body: ReadableStream<Uint8Array>): Followed {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let heard = () => {};
  const told: Followed = {
    events: [],
    people: null,
    said: [],
    last: "",
    ended: read(),
    async until(fits) {
      while (!fits(told)) await new Promise<void>((resolve) => (heard = resolve));
    },
    leave: () => reader.cancel(),
  };
  return told;

  async function read(): Promise<void> {
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return heard();
      text += decoder.decode(value, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) take(block);
      heard();
    }
  }

  function take(block: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
    told.last = field("id") ?? told.last;
    const data = JSON.parse(field("data") ?? "null");
    const name = field("event");
    if (name === "changes") told.events.push(...LiveEvents.parse(data));
    else if (name === "people") told.people = PresentList.parse(data);
    else if (name) told.said.push(name);
  }
}
