"use client";

import { FoldHorizontal, UnfoldHorizontal } from "lucide-react";
import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
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

const RECENT = 2;
/** There to be measured, before it is known where it goes; and while the words are out of view. */
const UNSEEN: CSSProperties = { left: 0, top: 0, visibility: "hidden" };

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
  const bar = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  const [pressed, setPressed] = useState(false);
  const shown = selection !== null && !open && !pressed && session.frame.mayCode;

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
  useLayoutEffect(() => {
    const scroller = content.current?.parentElement;
    if (!shown || !selection || !bar.current || !scroller) return;
    const { current } = bar;
    const place = () => setSpot(spotBeside(content.current, selection, current.getBoundingClientRect()));
    place();
    // Its buttons become more or fewer, and the window wider or narrower, under it.
    const sizes = new ResizeObserver(place);
    for (const each of [current, scroller]) sizes.observe(each);
    scroller.addEventListener("scroll", place, { passive: true });
    return () => {
      sizes.disconnect();
      scroller.removeEventListener("scroll", place);
    };
  }, [shown, selection, content]);

  if (!shown) return null;
  const codes = recent.flatMap((id) => session.codes.get(id) ?? []).slice(0, RECENT);
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t("selectionBar")}
      className="reader-float flex w-max max-w-[calc(100vw-1rem)] flex-wrap items-center gap-1 p-1"
      style={spot ?? UNSEEN}
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
