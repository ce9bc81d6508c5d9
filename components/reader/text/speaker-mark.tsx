import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { Turn } from "../model/document";

/** Minutes and seconds, with hours once there are any. */
export function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part) => String(part).padStart(2, "0")).join(":");
}

/** Who speaks, and when: a heading, so that one can go from turn to turn. `time` stands in the place of the plain time where it is given. */
export function SpeakerMark({ turn, time }: { turn: Turn; time?: ReactNode }) {
  const t = useTranslations("reader");
  const locale = useLocale();
  const { speaker, atMs } = turn;
  const number = speaker?.intervieweeNumber;
  const name = number != null ? t("intervieweeShort", { number }) : (speaker?.label ?? "");
  return (
    <>
      {name !== "" && (
        <h3 className="reader-speaker" title={speaker?.label} lang={number != null ? locale : undefined}>
          {name}
        </h3>
      )}
      {atMs !== null && (time ?? <span className="reader-time tabular">{clock(atMs)}</span>)}
    </>
  );
}
