import type { ReactNode } from "react";
import { cx } from "./cx";

const WIDTH = { narrow: "max-w-2xl", ordinary: "max-w-6xl", wide: "max-w-[96rem]" } as const;

interface PageProps {
  title: ReactNode;
  /** One or two sentences on what the page shows. */
  description?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** Narrow for forms and texts, which read better so; wide for tables of many columns. */
  width?: keyof typeof WIDTH;
  children?: ReactNode;
}

/** An ordinary page: its title, what it is for, its content. */
export function Page({ title, description, actions, width = "ordinary", children }: PageProps) {
  return (
    <div className={cx("mx-auto w-full px-4 py-6 sm:px-6", WIDTH[width])}>
      <header className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-3xl">
          <h1 className="font-semibold text-xl">{title}</h1>
          {description && <p className="mt-1 text-soft">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
