import type { ListedTranscript } from "@/lib/schemas/transcripts";

export const COLUMNS = [
  "interviewee",
  "title",
  "sector",
  "position",
  "date",
  "minutes",
  "language",
  "length",
  "speakers",
  "codings",
  "coders",
  "answered",
] as const;
export type Column = (typeof COLUMNS)[number];
export type Sorting = { by: Column; direction: "asc" | "desc" };

const VALUE: Record<Column, (row: ListedTranscript) => string | number | null> = {
  interviewee: ({ interviewees }) => interviewees[0]?.number ?? null,
  title: ({ title }) => title,
  sector: ({ interviewees }) => interviewees[0]?.sector ?? null,
  position: ({ interviewees }) => interviewees[0]?.position || null,
  date: ({ date }) => date,
  minutes: ({ minutes }) => minutes,
  language: ({ language }) => language,
  length: ({ spoken }) => spoken,
  speakers: ({ speakers }) => speakers,
  codings: ({ codings }) => codings,
  coders: ({ coders }) => coders,
  answered: ({ answered }) => answered,
};

/** Rows by one column; what is not known comes last either way, and equal rows keep their order. */
export function sorted(rows: readonly ListedTranscript[], { by, direction }: Sorting, locale: string) {
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = direction === "asc" ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [left, right] = [VALUE[by](a), VALUE[by](b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return (
      sign *
      (typeof left === "number" && typeof right === "number"
        ? left - right
        : collator.compare(`${left}`, `${right}`))
    );
  });
}

/** Pressed again, a column turns round. */
export function turn({ by, direction }: Sorting, column: Column): Sorting {
  return { by: column, direction: by === column && direction === "asc" ? "desc" : "asc" };
}
