import type { ReactNode } from "react";

interface EmptyStateProps {
  icon?: ReactNode;
  title: ReactNode;
  /** Why there is nothing here, and what will be here. */
  children?: ReactNode;
  /** What to do next: one primary Button, perhaps a second. */
  action?: ReactNode;
  /** Level of its heading: 1 where it is the whole page. */
  level?: 1 | 2;
}

/** A place that holds nothing yet, and says what to do. */
export function EmptyState({ icon, title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-14 text-center [&>svg]:size-8 [&>svg]:text-faint">
      {icon}
      <Heading className="font-semibold text-lg">{title}</Heading>
      {children && <div className="text-soft">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
