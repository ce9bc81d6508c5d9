"use client";

import { Minus, Pause, Play, Plus, RotateCcw, RotateCw, TextCursorInput, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { useSession } from "../context";
import { useSelected, useSignal } from "../model/signal";
import { clock } from "../text/speaker-mark";
import type { Recording } from "./player";
import { useHeard } from "./use-heard";
import { useTimeline } from "./use-timeline";

/** Plays the recording that was opened, and leads along in the text by the times that are known of it. */
export function AudioBar() {
  const { player } = useSession();
  const recording = useSignal(player.recording);
  useTimeline();
  useHeard();
  return recording && <Playing key={recording.address} recording={recording} />;
}

function Playing({ recording }: { recording: Recording }) {
  const t = useTranslations("reading.audio");
  const { player, timeline } = useSession();
  const pressing = useSignal(player.pressing);
  const timed = useSelected(timeline, ({ points }) => points.length > 0);
  const { playing, seconds, length, speed, failed } = useSignal(player.state);
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
      {timed && (
        <IconButton
          label={t("press")}
          aria-pressed={pressing}
          icon={<TextCursorInput aria-hidden />}
          onClick={() => player.pressing.set(!pressing)}
        />
      )}
      <span
        className="min-w-0 max-w-60 truncate text-faint max-sm:hidden"
        title={recording.local ? t("local") : undefined}
      >
        {recording.name}
      </span>
      <IconButton label={t("remove")} icon={<X aria-hidden />} onClick={() => player.close()} />
      {failed && (
        <p role="alert" className="w-full text-danger">
          {t("failed")}
        </p>
      )}
      {!timed && <p className="w-full text-soft">{t("noTimes")}</p>}
    </section>
  );
}
