import type { ReactNode } from "react";

interface EmptyStateProps {
  icon?: ReactNode;
  title: ReactNode;
  /** Why there is nothing here, and what will be here. */
  children?: ReactNode;
  /** What to do next: one primary Button, perhaps a second. */
  action?: ReactNode;
}

/** A place that holds nothing yet, and says what to do. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-14 text-center [&>svg]:size-8 [&>svg]:text-faint">
      {icon}
      <h2 className="font-semibold text-lg">{title}</h2>
      {children && <div className="text-soft">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
