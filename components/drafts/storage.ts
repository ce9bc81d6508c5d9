/** Work that was not stored on the server yet, as the browser keeps it. */
export interface Draft {
  id: string;
  /** Whose it is, and what it is about: nobody else's page ever asks for it. */
  box: string;
  /** The transcript that it is in, where the box does not say so: with that it is dropped, if that is erased. */
  within?: string | undefined;
  /** When it was last changed, in milliseconds since 1970. */
  at: number;
  /** Plain data; whoever takes it up checks its shape. */
  value: unknown;
}

/** How long the browser keeps a draft that nobody comes back to, in days; README and the notices say so. */
export const KEPT_DAYS = 30;

/** Where drafts are kept. Every call may fail: a browser can be full, or refuse to keep anything. */
export interface DraftStorage {
  /** The drafts of a box, the newest first. */
  list(box: string): Promise<Draft[]>;
  /** Keeps it in the place of the one with the same id. */
  put(draft: Draft): Promise<void>;
  drop(id: string): Promise<void>;
  /** Drops every draft, whoever's it is, that was last changed before this moment. */
  dropOlder(than: number): Promise<void>;
}

/** The drafts of one person on one thing. Another account of the same browser has other boxes. */
export function boxOf(personId: string, what: "correction" | "alignment" | "memo", id: string): string {
  return `${personId}:${what}:${id}`;
}

/** Drops what nobody came back to in the time that drafts are kept. A browser that will not is asked again next time. */
export async function ageOut(storage: DraftStorage, now: number): Promise<void> {
  await storage.dropOlder(now - KEPT_DAYS * 24 * 60 * 60 * 1000).catch(() => undefined);
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Every id in the name of a box, whoever's it is and whatever of. */
export const idsInBox = (box: string): string[] => box.match(ID) ?? [];

/** Every id of what a draft is about or in: transcripts are among them. */
export const idsOf = ({ box, within }: Pick<Draft, "box" | "within">): string[] =>
  within === undefined ? idsInBox(box) : [...idsInBox(box), within];

export const newestFirst = (drafts: readonly Draft[]): Draft[] => drafts.toSorted((a, b) => b.at - a.at);
