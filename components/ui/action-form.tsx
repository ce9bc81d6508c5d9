"use client";

import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import type { ActionResult } from "@/lib/access/errors";
import { Button } from "./button";
import { Callout } from "./callout";
import { FormErrors } from "./form-errors";
import { useAction } from "./use-action";
import { useErrorText } from "./use-error-text";

interface ActionFormProps<Input, Value> {
  action: (input: Input) => Promise<ActionResult<Value>>;
  /** The action's input from what the form holds; names of Fields should be those of the input. */
  input: (data: FormData) => Input;
  onDone?: (value: Value) => void;
  /** Words on the button that submits. */
  submit: string;
  /** A second button beside it, such as Cancel. */
  secondary?: ReactNode;
  /** Empties the form when it is done, for adding one after the other. */
  resetOnDone?: boolean;
  className?: string;
  children: ReactNode;
}

/**
 * A form over a server action. What the person typed stays on every failure; each Field shows its own
 * error, and the focus goes to the first of them, or to the summary.
 */
export function ActionForm<Input, Value>(props: ActionFormProps<Input, Value>) {
  const t = useTranslations("common");
  const form = useRef<HTMLFormElement>(null);
  const errorText = useErrorText();
  const { run, pending, error } = useAction(props.action, {
    onDone: (value) => {
      if (props.resetOnDone) form.current?.reset();
      props.onDone?.(value);
    },
  });
  const words = useMemo(() => (error ? errorText(error) : null), [error, errorText]);

  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-form-error]")?.focus();
  }, [error]);

  return (
    <form
      ref={form}
      // Were it sent before the scripts are there, nothing of it should stand in the address.
      method="post"
      noValidate
      className={props.className ?? "grid grid-cols-[minmax(0,1fr)] gap-4"}
      onSubmit={(event) => {
        event.preventDefault();
        run(props.input(new FormData(event.currentTarget)));
      }}
    >
      <FormErrors value={words?.fields ?? {}}>{props.children}</FormErrors>
      {words && (
        <div data-form-error tabIndex={-1}>
          <Callout kind="error" live>
            {words.message}
          </Callout>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={pending}>
          {props.submit}
        </Button>
        {props.secondary}
        <span role="status" className="sr-only">
          {pending ? t("saving") : ""}
        </span>
      </div>
    </form>
  );
}
