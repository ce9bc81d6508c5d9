"use client";

import { Field } from "./field";
import { SelectOrFind } from "./find-one";

/** An option that lets everything through; a Select has no empty value. */
const ANY = "any";

interface FilterFieldProps {
  label: string;
  /** Names the option that restricts nothing. */
  anything: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChoose: (value: string | undefined) => void;
}

/** What a list is narrowed to, of one kind: one value, or any. */
export function FilterField({ label, anything, value, options, onChoose }: FilterFieldProps) {
  return (
    <Field label={label}>
      <SelectOrFind
        value={value ?? ANY}
        options={[{ value: ANY, label: anything }, ...options]}
        onValueChange={(next) => onChoose(next === ANY ? undefined : next)}
      />
    </Field>
  );
}
