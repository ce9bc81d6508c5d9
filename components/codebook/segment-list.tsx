"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { cx } from "@/components/ui/cx";
import { useWindowedItems } from "@/components/ui/use-windowed-items";

export interface ListedSegment {
  key: string;
  title: string;
  language: string;
  quote: string;
  /** What has been decided of it; null while nothing has. */
  mark: ReactNode;
}

interface SegmentListProps {
  label: string;
  segments: readonly ListedSegment[];
  at: number;
  onAt: (at: number) => void;
}

/** Segments one below the other, the one at hand marked and in view. Thousands are drawn as they are scrolled to. */
export function SegmentList({ label, segments, at, onAt }: SegmentListProps) {
  const list = useRef<HTMLDivElement>(null);
  const windowed = useWindowedItems(list, segments.length, at);
  const shown = useRef(-1);
  useEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    windowed.reveal(at);
  });
  return (
    <nav aria-label={label}>
      <div ref={list} className="flow-root px-2" style={{ paddingBottom: windowed.after || undefined }}>
        {windowed.shown.map(({ index, gap }) => {
          const segment = segments[index];
          if (!segment) return null;
          return (
            <div
              key={segment.key}
              ref={windowed.measure}
              data-index={index}
              style={{ marginTop: gap || undefined }}
            >
              <button
                type="button"
                aria-current={index === at ? "true" : undefined}
                onClick={() => onAt(index)}
                className={cx(
                  "grid w-full grid-cols-[minmax(0,1fr)] gap-0.5 rounded-lg border px-2.5 py-1.5 text-left focus-visible:-outline-offset-2",
                  index === at ? "border-line bg-raised shadow-card" : "border-transparent hover:bg-ink/4",
                )}
              >
                <span className="flex items-baseline justify-between gap-2 text-faint text-sm">
                  <span className="min-w-0 truncate">{segment.title}</span>
                  {segment.mark}
                </span>
                <span lang={segment.language} dir="auto" className="line-clamp-2 [overflow-wrap:anywhere]">
                  {segment.quote}
                </span>
              </button>
            </div>
          );
        })}
      </div>
    </nav>
  );
}
