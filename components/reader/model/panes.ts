import { nextPaint } from "./next-paint";
import { placeAtHand } from "./reshape";
import type { ReaderSession } from "./session";
import { tellParagraph } from "./tell-place";

/** Goes to the text or to the pane of the segment at hand, whichever of them a narrow screen shows now. */
export function goTo(session: ReaderSession, pane: "main" | "right"): void {
  const focus = () => (pane === "main" ? enterText(session) : session.aside.current?.focus());
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

/** At the caret, or at the segment at hand where one comes from elsewhere and that does not lie there; tells the place. */
function enterText(session: ReaderSession): void {
  const text = session.text.current;
  if (!text) return;
  if (text.focused()) {
    text.focus();
    return;
  }
  const { start } = placeAtHand(session);
  const away = session.selection.get() === null && start !== text.caret().focus;
  text.focus(away ? { anchor: start, focus: start } : undefined);
  // On a narrow screen it may not have come yet.
  if (text.focused()) tellParagraph(session, text.caret().focus);
}
