"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { ErrorBody } from "@/lib/access/errors";

interface ErrorText {
  /** What happened, what was kept, what to do. */
  message: string;
  /** What is wrong with each field, by its name. */
  fields: Record<string, string>;
}

/** Turns the error of an action into words. A key that the catalogue does not have is said in general terms. */
export function useErrorText(): (error: ErrorBody) => ErrorText {
  const t = useTranslations("errors");
  return useCallback(
    (error) => {
      // Keys come with the answer, so their arguments can't be checked when this is compiled.
      const say = t as unknown as (key: string, values?: Record<string, string | number>) => string;
      const known = (key: string | undefined): key is string => key !== undefined && t.has(key as "invalid");
      const fields = Object.entries(error.fields ?? {}).map(([name, key]) => [
        name,
        say(known(key) ? key : "wrong", error.values),
      ]);
      return {
        message: say(known(error.detail) ? error.detail : error.code, error.values),
        fields: Object.fromEntries(fields),
      };
    },
    [t],
  );
}
