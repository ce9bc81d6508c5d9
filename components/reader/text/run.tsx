import type { CSSProperties } from "react";
import type { ReaderCode } from "../model/frame";
import type { Run } from "./runs";

interface RunSpanProps {
  run: Run;
  text: string;
  codes: ReadonlyMap<string, ReaderCode>;
  chosenId: string | null;
  hoveredId: string | null;
  /** What those who listen are told that a pseudonym is. */
  told: string | undefined;
  /** The words behind a pseudonym, for those who may see them and have asked to. */
  original: string | null;
  drafted: boolean;
  /** Whether the recording is there. */
  heard: boolean;
}

/** One stretch of text: a tint and a line for each code on it, an outline where it is of the segment at hand. */
export function RunSpan({
  run,
  text,
  codes,
  chosenId,
  hoveredId,
  told,
  original,
  drafted,
  heard,
}: RunSpanProps) {
  const codeIds = run.lines;
  const chosen = chosenId === null ? undefined : run.segments.find((segment) => segment.id === chosenId);
  const looks: Record<string, string> = {};
  codeIds.forEach((id, index) => {
    looks[`--line-${index + 1}`] = `var(--color-hue-${codes.get(id)?.hue ?? 0})`;
  });
  if (chosen) looks["--outline"] = `var(--color-hue-${codes.get(chosen.codeIds[0] ?? "")?.hue ?? 0})`;
  const Tag = run.segments.length > 0 ? "mark" : "span";
  return (
    <Tag
      className="reader-run"
      style={looks as CSSProperties}
      data-start={run.start}
      data-many={run.many ? "" : undefined}
      data-lines={codeIds.length || undefined}
      data-chosen={chosen ? "" : undefined}
      data-first={chosen && chosen.start === run.start ? "" : undefined}
      data-last={chosen && chosen.end === run.end ? "" : undefined}
      data-hovered={hoveredId !== null && run.segments.some(({ id }) => id === hoveredId) ? "" : undefined}
      data-label={run.label ? "" : undefined}
      // Who speaks is a heading before it, and would be told twice.
      aria-hidden={run.label || undefined}
      data-found={run.found ?? undefined}
      data-drafted={drafted ? "" : undefined}
      data-heard={heard && !run.label ? "" : undefined}
      data-hidden={run.hidden ? "" : undefined}
      data-told={run.hidden?.start === run.start ? told : undefined}
      // Shown by the style sheet, so that the text of the page stays the text that offsets count.
      data-original={run.hidden?.end === run.end ? (original ?? undefined) : undefined}
    >
      {text}
    </Tag>
  );
}
