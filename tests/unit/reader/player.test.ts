import { expect, test } from "vitest";
import { Player } from "@/components/reader/audio/player";
import type { KeptRecording } from "@/lib/schemas/recordings";

const KEPT: KeptRecording = {
  id: "00000000-0000-4000-8000-0000000000c1",
  transcriptId: "00000000-0000-4000-8000-0000000000c2",
  name: null,
  size: 9,
  hears: true,
};

/** As much of an element that plays as a player asks of it. */
function element() {
  const made = {
    currentTime: 0,
    duration: 100,
    paused: true,
    playbackRate: 1,
    error: null,
    play: () => {
      made.paused = false;
      return Promise.resolve();
    },
    pause: () => {
      made.paused = true;
    },
  };
  return made;
}

function opened() {
  const player = new Player(KEPT.transcriptId, KEPT);
  const sound = element();
  player.play(20, 30);
  player.attach(sound as unknown as HTMLAudioElement);
  return { player, sound };
}

test("plays a stretch as soon as there is something that plays, and stops at its end", () => {
  const { player, sound } = opened();
  expect([sound.currentTime, sound.paused]).toEqual([20, false]);
  sound.currentTime = 29.9;
  player.follow();
  expect(sound.paused).toBe(false);
  sound.currentTime = 30.1;
  player.follow();
  expect(sound.paused).toBe(true);
  player.close();
});

test("plays on past the end of a stretch for whoever goes elsewhere, from a little before a pause", () => {
  const { player, sound } = opened();
  player.seek(29);
  sound.currentTime = 31;
  player.follow();
  expect(sound.paused).toBe(false);
  player.toggle();
  player.toggle();
  expect([sound.currentTime, sound.paused]).toEqual([30, false]);
  player.step(-1);
  expect(sound.currentTime).toBe(27);
  player.close();
});

test("closes what may not be heard any more", () => {
  const { player } = opened();
  player.take({ ...KEPT });
  expect(player.recording.get()).not.toBeNull();
  player.take({ ...KEPT, hears: false });
  expect([player.recording.get(), player.has()]).toEqual([null, false]);
});
