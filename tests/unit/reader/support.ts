import { CodingStore } from "@/components/reader/model/coding-store";
import { buildDocument, type ShownText } from "@/components/reader/model/document";
import type { Operation } from "@/lib/domain/coding";

export const ME = { id: "00000000-0000-4000-8000-00000000000a", name: "Aiko" };
export const OTHER = { id: "00000000-0000-4000-8000-00000000000b", name: "Ben" };
export const VERSION = "00000000-0000-4000-8000-0000000000ff";
export const NOW = Date.UTC(2026, 2, 1, 12);
export const TEXT = "One river 🌊 ran.\nTwo rivers ran; 川は流れる。\nThree.\n";

export const payload: ShownText = {
  versionId: VERSION,
  language: "en",
  text: TEXT,
  turns: [
    [0, 0, 18, 0, 31_000, 1],
    [18, 22, 41, 1, null, 2],
  ],
  speakers: [
    { label: "Interviewer", role: "interviewer", intervieweeNumber: null },
    { label: "Mori", role: "interviewee", intervieweeNumber: 4 },
  ],
  passages: [[18, 41, "i.1", "Which rivers?", "answered"]],
  redactions: [],
};

export const document = buildDocument(payload);

/** The first paragraph alone, as a page brings the beginning of a long text. */
export const beginning = buildDocument({ ...payload, text: TEXT.slice(0, TEXT.indexOf("\n") + 1) });

export function newStore(of = document): CodingStore {
  return new CodingStore(of, {
    me: ME,
    setsPermissions: false,
    revision: 3,
    now: () => NOW,
    code: (id) => (id.startsWith("code") ? { retired: false } : undefined),
  });
}

let count = 0;
/** An id that no other of the run has. */
export function freshId(): string {
  count += 1;
  return `00000000-0000-4000-8000-${count.toString(16).padStart(12, "0")}`;
}

export function apply(
  start: number,
  end: number,
  ...codeIds: string[]
): Extract<Operation, { kind: "apply" }> {
  return {
    id: freshId(),
    kind: "apply",
    versionId: VERSION,
    segmentId: freshId(),
    start,
    end,
    quote: TEXT.slice(start, end),
    codings: codeIds.map((codeId) => ({ id: freshId(), codeId })),
  };
}
