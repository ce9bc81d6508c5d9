import type { ReaderSession } from "./session";

/** Takes something in that may paint paragraphs anew, with what the person has selected in them as it was. */
export function keeping({ text }: Pick<ReaderSession, "text">, change: () => void): void {
  if (text.current) text.current.keeping(change);
  else change();
}
