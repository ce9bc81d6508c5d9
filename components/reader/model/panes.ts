import { nextPaint } from "./next-paint";
import type { ReaderSession } from "./session";

/** Goes to the text or to the pane of the segment at hand, whichever of them a narrow screen shows now. */
export function goTo(session: ReaderSession, pane: "main" | "right"): void {
  const focus = () => (pane === "main" ? session.text : session.aside).current?.focus();
  const shown = session.pane.get();
  session.pane.set(pane);
  focus();
  if (shown === pane) return;
  // On a narrow screen it is on the page only once that has been painted. On a busy machine the person may have
  // gone on by then, into a menu: they stay there.
  const now = document.activeElement;
  void nextPaint().then(() => {
    if (document.activeElement === now || document.activeElement === document.body) focus();
  });
}
