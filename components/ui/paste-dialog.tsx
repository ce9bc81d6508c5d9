"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { ActionResult } from "@/lib/access/errors";
import { ActionForm } from "./action-form";
import { Dialog } from "./dialog";
import { Field } from "./field";
import { TextArea } from "./text-input";
import { useSaved } from "./use-saved";

interface PasteDialogProps<Input, Value> {
  title: string;
  description: string;
  /** Name of the field that holds the lines, and its label. */
  name: string;
  label: string;
  /** What lines look like, shown while there are none. */
  example: string;
  text: string;
  onText: (text: string) => void;
  /** How many lines cannot be taken as they are; while there are any, nothing is sent. */
  wrong: number;
  /** What will be made, in words. */
  ready: string;
  /** The lines as they were understood. */
  preview: ReactNode;
  /** Chosen before the lines are written. */
  before?: ReactNode;
  /** Sets the preview beside the lines where there is room; otherwise it stands below them. */
  beside?: boolean;
  input: () => Input;
  action: (input: Input) => Promise<ActionResult<Value>>;
  submit: string;
  done: (value: Value) => string;
  onClose: () => void;
}

/** Many rows from pasted lines, shown as they are understood before anything is made: all of them, or none. */
export function PasteDialog<Input, Value>(props: PasteDialogProps<Input, Value>) {
  const { title, description, name, wrong, action, beside, onClose } = props;
  const t = useTranslations("common");
  const saved = useSaved();
  const send = async (input: Input): Promise<ActionResult<Value>> => {
    if (wrong === 0) return action(input);
    return {
      ok: false,
      error: { code: "invalid", fields: { [name]: "lines_wrong" }, values: { count: wrong } },
    };
  };
  return (
    <Dialog open wide onOpenChange={(open) => !open && onClose()} title={title} description={description}>
      <ActionForm
        action={send}
        input={props.input}
        submit={props.submit}
        onDone={(value) => {
          saved(props.done(value));
          onClose();
        }}
      >
        {props.before}
        <div className={beside ? "grid gap-4 md:grid-cols-2" : "grid gap-4"}>
          <Field label={props.label} name={name} required>
            <TextArea
              rows={beside ? 8 : 6}
              value={props.text}
              placeholder={props.example}
              onChange={(event) => props.onText(event.target.value)}
              className="max-h-72 font-mono"
            />
          </Field>
          <div className="grid content-start gap-2">
            <p role="status" className="text-soft">
              {props.ready}
              {wrong > 0 && (
                <span className="ml-2 font-medium text-danger">{t("linesWrong", { count: wrong })}</span>
              )}
            </p>
            {props.preview}
          </div>
        </div>
      </ActionForm>
    </Dialog>
  );
}
