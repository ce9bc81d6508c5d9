"use client";

import { useCallback } from "react";
import type { ErrorBody } from "@/lib/access/errors";
import { toast } from "./toast";
import { useErrorText } from "./use-error-text";

/** Says an action's error where there is no form to say it in: the field's words where one is at fault. */
export function useToastError(): (error: ErrorBody) => void {
  const errorText = useErrorText();
  return useCallback(
    (error) => {
      const { message, fields } = errorText(error);
      toast({ kind: "error", message: Object.values(fields)[0] ?? message });
    },
    [errorText],
  );
}
