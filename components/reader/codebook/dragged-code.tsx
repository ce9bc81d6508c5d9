"use client";

import { useSession } from "../context";
import { useSignal } from "../model/signal";

/** The name of the code that is being dragged, beside the pointer. */
export function DraggedCode() {
  const session = useSession();
  const dragged = useSignal(session.dragged);
  const code = dragged && session.codes.get(dragged.codeId);
  if (!dragged || !code) return null;
  return (
    <div
      aria-hidden
      data-hue={code.hue}
      className="reader-dragged"
      style={{ left: dragged.x, top: dragged.y }}
    >
      <span className="text-hue">{code.name}</span>
    </div>
  );
}
