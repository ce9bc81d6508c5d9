"use client";

import { FoldHorizontal, UnfoldHorizontal } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { useSession } from "../context";
import { KEYS } from "../keys";
import { applyCodes } from "../model/commands";
import { grow, shrink } from "../model/select";
import { useSignal } from "../model/signal";
import { useInVivo } from "../use-in-vivo";
import { type Spot, spotBeside } from "./place";

const SIZE = { width: 560, height: 44 };
const RECENT = 2;

/** What one can do with the words just selected, beside them; out of the way while the mouse still selects. */
export function SelectionBar({ content }: { content: RefObject<HTMLElement | null> }) {
  const t = useTranslations("reader");
  const revised = useTranslations("revisions.redact");
  const gestures = useTranslations("gestures");
  const codeInVivo = useInVivo();
  const session = useSession();
  const selection = useSignal(session.selection);
  const open = useSignal(session.picker);
  const recent = useSignal(session.recent);
  const [spot, setSpot] = useState<Spot | null>(null);
  const [pressed, setPressed] = useState(false);

  useEffect(() => {
    // A press on the bar itself must find it still there when it is let go.
    const down = (event: PointerEvent) =>
      setPressed(event.target instanceof Node && content.current?.contains(event.target) === true);
    const up = () => setPressed(false);
    document.addEventListener("pointerdown", down);
    document.addEventListener("pointerup", up);
    document.addEventListener("pointercancel", up);
    return () => {
      document.removeEventListener("pointerdown", down);
      document.removeEventListener("pointerup", up);
      document.removeEventListener("pointercancel", up);
    };
  }, [content]);
  useEffect(() => {
    const place = () => setSpot(selection && spotBeside(content.current, selection, SIZE));
    place();
    const scroller = content.current?.parentElement;
    scroller?.addEventListener("scroll", place, { passive: true });
    return () => scroller?.removeEventListener("scroll", place);
  }, [selection, content]);

  if (!selection || !spot || open || pressed || !session.frame.mayCode) return null;
  const codes = recent.flatMap((id) => session.codes.get(id) ?? []).slice(0, RECENT);
  return (
    <div
      role="toolbar"
      aria-label={t("selectionBar")}
      className="reader-float flex max-w-[calc(100vw-1rem)] flex-wrap items-center gap-1 p-1"
      style={spot}
      // Pressing must not take the selection away.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button size="sm" variant="primary" onClick={() => session.picker.set(true)}>
        {t("code")} <Kbd keys="enter" inverse />
      </Button>
      {session.frame.mayRedact && (
        <Button size="sm" variant="quiet" onClick={() => session.naming.set(true)}>
          {revised("open")}
        </Button>
      )}
      {codes.map((code, index) => (
        <Button key={code.id} size="sm" variant="quiet" onClick={() => applyCodes(session, [code.id])}>
          <span data-hue={code.hue} className="max-w-28 truncate text-hue">
            {code.name}
          </span>
          {index === 0 && <Kbd keys={KEYS.again[0]} />}
        </Button>
      ))}
      {session.frame.mayEditCodebook && (
        <Button size="sm" variant="quiet" onClick={() => void codeInVivo()}>
          {gestures("inVivo.short")} <Kbd keys={KEYS.inVivo[0]} />
        </Button>
      )}
      <IconButton
        label={gestures("keys.grow")}
        keys={KEYS.grow[0]}
        icon={<UnfoldHorizontal aria-hidden />}
        onClick={() => grow(session)}
      />
      <IconButton
        label={gestures("keys.shrink")}
        keys={KEYS.shrink[0]}
        icon={<FoldHorizontal aria-hidden />}
        onClick={() => shrink(session)}
      />
    </div>
  );
}
