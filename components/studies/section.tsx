import { type ReactNode, useId } from "react";
import { cx } from "@/components/ui/cx";

interface SectionProps {
  title: ReactNode;
  description?: ReactNode;
  /** At the end of the title's line: a link or a button. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A part of a page under its own heading. */
export function Section({ title, description, aside, className, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cx("grid content-start gap-3", className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={id} className="font-semibold text-lg">
          {title}
        </h2>
        {aside}
        {description && <p className="w-full text-soft">{description}</p>}
      </div>
      {children}
    </section>
  );
}
