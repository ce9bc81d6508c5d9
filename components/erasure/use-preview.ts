"use client";

import { useEffect, useState } from "react";
import { useToastError } from "@/components/ui/use-toast-error";
import type { ActionResult } from "@/lib/access/errors";
import type { ErasePreview } from "@/lib/schemas/erasure";

/**
 * What an erasure would take, asked anew for each input. While it is asked anew there is `latest`, which is of another
 * choice.
 */
export function usePreview<Input extends object>(
  input: Input,
  ask: (input: Input) => Promise<ActionResult<ErasePreview>>,
): { preview: ErasePreview | null; latest: ErasePreview | null } {
  const toastError = useToastError();
  const [known, setKnown] = useState<{ key: string; preview: ErasePreview } | null>(null);
  const key = JSON.stringify(input);
  useEffect(() => {
    let current = true;
    ask(JSON.parse(key) as Input).then(
      (answer) => {
        if (!current) return;
        if (answer.ok) setKnown({ key, preview: answer.value });
        else toastError(answer.error);
      },
      () => current && toastError({ code: "unavailable" }),
    );
    return () => {
      current = false;
    };
  }, [key, ask, toastError]);
  const latest = known?.preview ?? null;
  return { preview: known?.key === key ? latest : null, latest };
}
