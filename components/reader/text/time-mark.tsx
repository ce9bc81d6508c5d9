"use client";

import { useTranslations } from "use-intl";
import { useHears } from "../audio/audio-commands";
import { useSession } from "../context";
import { clock } from "./speaker-mark";

/** When a turn was said; where there is a recording, pressing it plays from there. */
export function TimeMark({ atMs }: { atMs: number }) {
  const t = useTranslations("reading.audio");
  const { player } = useSession();
  const there = useHears();
  const time = clock(atMs);
  if (!there) return <span className="reader-time tabular">{time}</span>;
  return (
    <button
      type="button"
      className="reader-time tabular underline"
      aria-label={t("from", { time })}
      onClick={() => player.play(atMs / 1000)}
    >
      {time}
    </button>
  );
}
