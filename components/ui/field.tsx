"use client";

import { createContext, type ReactNode, useContext, useId } from "react";
import { useTranslations } from "use-intl";
import { useFormErrors } from "./form-errors";

interface FieldControl {
  id: string;
  name: string | undefined;
  required: boolean | undefined;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

const FieldContext = createContext<FieldControl | null>(null);

/** What ties a control to the Field around it; nothing where there is none. */
export function useFieldControl(): Partial<FieldControl> {
  return useContext(FieldContext) ?? {};
}

interface FieldProps {
  label: ReactNode;
  /** Name of the control, and of the input's field whose error is shown here (dots for nested ones). */
  name?: string;
  hint?: ReactNode;
  /** Words of an error; by default that of the surrounding ActionForm for this name. */
  error?: ReactNode;
  required?: boolean;
  /** Keeps the label for screen readers alone. */
  hideLabel?: boolean;
  children: ReactNode;
}

/** A label, a control, a hint and an error, tied together for everybody. */
export function Field({ label, name, hint, error, required, hideLabel, children }: FieldProps) {
  const t = useTranslations("common");
  const id = useId();
  const formErrors = useFormErrors();
  const shown = error ?? (name === undefined ? undefined : formErrors[name]);
  const described = [hint ? `${id}-hint` : "", shown ? `${id}-error` : ""].filter(Boolean).join(" ");
  const control: FieldControl = {
    id,
    name,
    required: required || undefined,
    "aria-describedby": described || undefined,
    "aria-invalid": shown ? true : undefined,
  };
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1">
      <label htmlFor={id} className={hideLabel ? "sr-only" : "font-medium text-sm"}>
        {label}
        {required === false && <span className="ml-1.5 font-normal text-faint">({t("optional")})</span>}
      </label>
      <FieldContext value={control}>{children}</FieldContext>
      {hint && (
        <p id={`${id}-hint`} className="text-faint text-sm">
          {hint}
        </p>
      )}
      {shown && (
        <p id={`${id}-error`} className="font-medium text-danger text-sm">
          {shown}
        </p>
      )}
    </div>
  );
}
