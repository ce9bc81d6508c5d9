"use client";

import { AudioLines } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { heardOf } from "@/lib/domain/recording";
import type { Range } from "@/lib/domain/segment";
import { useSession } from "../context";
import { useSelected } from "../model/signal";
import { useHears } from "./audio-commands";
import { hear } from "./hear";

/** Plays a segment's own stretch of the recording, where it is known when it was said. */
export function HearSegment({ segment }: { segment: Range }) {
  const t = useTranslations("reading.audio");
  const session = useSession();
  const there = useHears();
  const said = useSelected(session.timeline, (timeline) => heardOf(timeline, segment) !== null);
  if (!there || !said) return null;
  return (
    <div>
      <Button size="sm" onClick={() => hear(session, segment)}>
        <AudioLines aria-hidden /> {t("hear")} <Kbd keys="f8" />
      </Button>
    </div>
  );
}
