"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ActionResult } from "@/lib/access/errors";
import { withFieldNames } from "./field-names";

/**
 * An edit of fields as the person saw them when the form opened. `now` is what they hold as last
 * loaded. Where somebody else changed a field meanwhile and this edit changes it too, the action
 * answers so: the page is loaded anew, `theirs` holds what the field has become, and saving once more
 * goes over it. Fields that only the other person changed stay as they made them.
 */
export function useEdit<Fields extends object>(now: Fields) {
  const router = useRouter();
  const [seen, setSeen] = useState(now);
  const [theirs, setTheirs] = useState<Readonly<Record<string, string | number>>>({});
  const decided = Object.entries(now).filter(([field]) => field in theirs);
  const base: Fields = { ...seen, ...Object.fromEntries(decided) };

  /**
   * Hands on what the action answered, with its fields named as in the form. A form that stays open once it
   * is saved says what it holds (`wanted`), and goes on from there.
   */
  function watch<Value>(result: ActionResult<Value>, wanted?: Fields): ActionResult<Value> {
    if (result.ok && wanted) {
      setSeen(wanted);
      setTheirs({});
    }
    if (!result.ok && result.error.detail === "changed_meanwhile") {
      const { values } = result.error;
      setTheirs((before) => ({ ...before, ...values }));
      router.refresh();
    }
    // The action takes `{ base, wanted }`, and so says "wanted.title" of what the form calls "title".
    return withFieldNames(result, (path) => path.replace(/^wanted\./, ""));
  }
  return { base, theirs, watch };
}
