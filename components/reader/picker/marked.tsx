import type { FuzzyMatch } from "@/components/shell/fuzzy";

/** A name with what was found in it set in bold. */
export function Marked({ text, ranges }: { text: string; ranges: FuzzyMatch["ranges"] }) {
  let from = 0;
  const parts = ranges.flatMap(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return [before, <b key={start}>{text.slice(start, end)}</b>];
  });
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}
