"use client";

import { Callout } from "@/components/ui/callout";
import { Spinner } from "@/components/ui/spinner";

/** Says what is being done: how far it has come is known only when it is done as a whole. */
export function Working({ words }: { words: string }) {
  return (
    <Callout kind="info" live>
      <span className="flex items-start gap-2.5">
        <span className="mt-1">
          <Spinner />
        </span>
        <span className="flex-1">{words}</span>
      </span>
    </Callout>
  );
}
