import { expect, it } from "vitest";
import { goToPressed, hear } from "@/components/reader/audio/hear";
import type { Player, Recording } from "@/components/reader/audio/player";
import { buildDocument } from "@/components/reader/model/document";
import type { TextView } from "@/components/reader/model/session";
import { signal } from "@/components/ui/signal";
import { type Timeline, timelineOf } from "@/lib/domain/recording";
import { payload } from "./support";

// The label of the second turn stands from 18 to 22; its speech begins at 20 seconds.
const document = buildDocument({
  ...payload,
  turns: [
    [0, 0, 18, 0, 0, 1],
    [18, 22, 41, 1, 20_000, 2],
  ],
});
const points = document.turns.map(({ bodyStart, atMs }) => ({ at: bodyStart, ms: atMs ?? 0 }));

function reader() {
  const went: (number | null)[][] = [];
  const player = {
    recording: signal<Recording | null>({ name: "talk.mp3", address: "blob:", local: true }),
    pressing: signal(true),
    seek: (seconds: number) => void went.push([seconds]),
    play: (from: number, until: number | null) => void went.push([from, until]),
  } as unknown as Player;
  const timeline = signal<Timeline>(timelineOf(points, document.text.length, 41_000));
  const press = (offset: number) => {
    const current = { offsetAt: () => offset } as unknown as TextView;
    goToPressed({ document, player, timeline, text: { current } }, 0, 0);
    return went.at(-1);
  };
  const play = (start: number, end: number) => {
    hear({ document, player, timeline }, { start, end });
    return went.at(-1);
  };
  return { press, play };
}

it("goes to where a turn begins to be said when its label is pressed", () => {
  const { press } = reader();
  for (const offset of [18, 19, 21, 22]) expect(press(offset)).toEqual([20]);
  expect(press(0)).toEqual([0]);
  // Within speech, as far as the words are.
  expect(press(11)).toEqual([10]);
  expect(press(32)?.[0]).toBeGreaterThan(20);
});

it("plays a range from its first word that was said, and of a label alone its turn", () => {
  const { play } = reader();
  expect(play(18, 22 + 3)?.[0]).toBe(20);
  expect(play(18, 21)).toEqual(play(22, 41));
  expect(play(11, 22)).toEqual([10, 20]);
});
