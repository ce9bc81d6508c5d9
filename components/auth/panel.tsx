import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

/** What a page outside the shell says and asks. */
export function Panel({
  title,
  description,
  children,
}: {
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <Card className="grid gap-5 p-6">
      <div>
        <h1 className="font-semibold text-xl">{title}</h1>
        {description && <p className="mt-1 text-soft">{description}</p>}
      </div>
      {children}
    </Card>
  );
}
