import { Fragment } from "react";

/** A text with ranges of it in bold: what was found. Ranges are half-open UTF-16 units, ascending and disjoint. */
export function Marked({
  text,
  ranges,
}: {
  text: string;
  ranges: readonly { start: number; end: number }[];
}) {
  let done = 0;
  const parts = ranges.map(({ start, end }) => {
    const before = text.slice(done, start);
    done = end;
    return (
      <Fragment key={start}>
        {before}
        <b className="font-bold text-ink">{text.slice(start, end)}</b>
      </Fragment>
    );
  });
  return (
    <>
      {parts}
      {text.slice(done)}
    </>
  );
}
