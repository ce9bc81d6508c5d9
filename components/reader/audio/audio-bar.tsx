"use client";

import { Minus, Pause, Play, Plus, RotateCcw, RotateCw, X } from "lucide-react";
import { useEffect, useMemo } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { useSession } from "../context";
import { lastAtOrBefore } from "../model/document";
import { useSignal } from "../model/signal";
import { clock } from "../text/speaker-mark";
import type { Recording } from "./player";

/** Plays the recording that was opened, and leads along in the text by the times of its turns. */
export function AudioBar() {
  const { player } = useSession();
  const recording = useSignal(player.recording);
  return recording && <Playing key={recording.address} recording={recording} />;
}

function Playing({ recording }: { recording: Recording }) {
  const t = useTranslations("reading.audio");
  const { player } = useSession();
  const { playing, seconds, length, speed, failed } = useSignal(player.state);
  useHeardTurn(seconds, playing);
  return (
    <section aria-label={t("label")} className="reader-audio">
      {/* biome-ignore lint/a11y/useMediaCaption: the text is its transcript. */}
      <audio
        ref={player.attach}
        src={recording.address}
        preload="metadata"
        onTimeUpdate={player.follow}
        onPlay={player.follow}
        onPause={player.follow}
        onLoadedMetadata={player.follow}
        onRateChange={player.follow}
        onSeeked={player.follow}
        onError={player.follow}
      />
      <IconButton
        label={t("back")}
        keys="f4"
        icon={<RotateCcw aria-hidden />}
        onClick={() => player.step(-1)}
      />
      <IconButton
        label={playing ? t("pause") : t("play")}
        keys="f9"
        icon={playing ? <Pause aria-hidden /> : <Play aria-hidden />}
        onClick={() => player.toggle()}
      />
      <IconButton
        label={t("forward")}
        keys="f2"
        icon={<RotateCw aria-hidden />}
        onClick={() => player.step(1)}
      />
      <span className="tabular">
        {clock(seconds * 1000)} / {clock(length * 1000)}
      </span>
      <input
        type="range"
        aria-label={t("position")}
        aria-valuetext={clock(seconds * 1000)}
        className="min-w-16 flex-1"
        min={0}
        max={Math.max(1, Math.floor(length))}
        value={Math.floor(seconds)}
        onChange={(event) => player.seek(Number(event.target.value))}
      />
      <span className="inline-flex items-center">
        <IconButton
          label={t("slower")}
          keys="shift+f4"
          icon={<Minus aria-hidden />}
          onClick={() => player.turnSpeed(-1)}
        />
        <span className="tabular whitespace-nowrap">{t("speed", { speed })}</span>
        <IconButton
          label={t("faster")}
          keys="shift+f2"
          icon={<Plus aria-hidden />}
          onClick={() => player.turnSpeed(1)}
        />
      </span>
      <span className="min-w-0 truncate text-faint max-sm:hidden" title={t("local")}>
        {recording.name}
      </span>
      <IconButton label={t("remove")} icon={<X aria-hidden />} onClick={() => player.close()} />
      {failed && (
        <p role="alert" className="w-full text-danger">
          {t("failed")}
        </p>
      )}
    </section>
  );
}

/** Marks the turn that is heard, and brings it into view while nothing else is in hand. */
function useHeardTurn(seconds: number, playing: boolean): void {
  const session = useSession();
  const { turns } = useSignal(session.shown);
  const timed = useMemo(
    () => turns.flatMap(({ index, atMs }) => (atMs === null ? [] : [{ index, start: atMs }])),
    [turns],
  );
  const heard = timed[lastAtOrBefore(timed, seconds * 1000)]?.index ?? null;
  useEffect(() => {
    session.heard.set(heard);
    return () => session.heard.set(null);
  }, [session, heard]);
  useEffect(() => {
    const turn = heard === null || !playing ? undefined : turns[heard];
    const busy = session.selection.get() !== null || session.picker.get() || session.listing.get();
    if (turn && !busy) session.text.current?.reveal(turn.bodyStart);
  }, [session, heard, playing, turns]);
}
