import { useState } from "react";

/** What the page itself has done: the writings that it sent, by their ids, and whether anything is not stored yet. */
interface Doing {
  sent: ReadonlySet<string>;
  unsaved: boolean;
}

/**
 * The alignment that a page begins from, as its last event names it, when it is read anew. One that the page has sent
 * itself is where it is already. Another's is another beginning, but for whoever has changed something since: they are
 * told, and fetch it when they wish.
 */
export function beginningOf(shown: string | null, stored: string | null, { sent, unsaved }: Doing) {
  return unsaved || (stored !== null && sent.has(stored)) ? shown : stored;
}

/** The same of a page that may be read anew; and what is told what the page does. */
export function useBeginning(stored: string | null) {
  const [sent] = useState(() => new Set<string>());
  const [note] = useState(() => (eventId: string) => void sent.add(eventId));
  const [unsaved, setUnsaved] = useState(false);
  const [shown, setShown] = useState(stored);
  const beginning = beginningOf(shown, stored, { sent, unsaved });
  if (beginning !== shown) setShown(beginning);
  return { beginning, onSend: note, onUnsaved: setUnsaved };
}
