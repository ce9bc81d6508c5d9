"use client";

import { unstable_rethrow } from "next/navigation";
import { useCallback, useState, useTransition } from "react";
import type { ActionResult, ErrorBody } from "@/lib/access/errors";

interface Options<Value> {
  onDone?: (value: Value) => void;
  onFailed?: (error: ErrorBody) => void;
}

/**
 * Calls a server action and keeps what came of it. A second call while one is under way is ignored.
 * That the server cannot be reached is an answer like any other: `unavailable`.
 */
export function useAction<Input, Value>(
  action: (input: Input) => Promise<ActionResult<Value>>,
  { onDone, onFailed }: Options<Value> = {},
) {
  const [pending, start] = useTransition();
  const [error, setError] = useState<ErrorBody | null>(null);

  const run = useCallback(
    (input: Input) => {
      if (pending) return;
      start(async () => {
        const result = await answer(action, input);
        // After an await, React takes updates into the transition only from a new one.
        start(() => {
          setError(result.ok ? null : result.error);
          if (result.ok) onDone?.(result.value);
          else onFailed?.(result.error);
        });
      });
    },
    [action, onDone, onFailed, pending],
  );

  const clear = useCallback(() => setError(null), []);
  return { run, pending, error, clear };
}

async function answer<Input, Value>(
  action: (input: Input) => Promise<ActionResult<Value>>,
  input: Input,
): Promise<ActionResult<Value>> {
  try {
    return await action(input);
  } catch (thrown) {
    unstable_rethrow(thrown);
    return { ok: false, error: { code: "unavailable" } };
  }
}
