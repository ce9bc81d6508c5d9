"use client";

import type { ErrorBody } from "@/lib/access/errors";
import { Callout } from "./callout";
import { Field } from "./field";
import { TextInput } from "./text-input";
import { useErrorText } from "./use-error-text";

interface FileChoiceProps {
  label: string;
  hint: string;
  /** The endings of files that can be read, as the browser's dialog takes them: ".csv,.xlsx". */
  accept: string;
  /** What is said while the file is read; null where none is being read. */
  reading: string | null;
  /** Why the last file could not be read. */
  error: ErrorBody | null;
  onChoose: (file: File) => void;
}

/** One file, chosen to be read at once; what kept it from being read is said below. */
export function FileChoice({ label, hint, accept, reading, error, onChoose }: FileChoiceProps) {
  const errorText = useErrorText();
  return (
    <>
      <Field label={label} hint={hint}>
        <TextInput
          type="file"
          className="py-1.5"
          accept={accept}
          disabled={reading !== null}
          onChange={({ target }) => target.files?.[0] && onChoose(target.files[0])}
        />
      </Field>
      {reading !== null && <p role="status">{reading}</p>}
      {reading === null && error && (
        <Callout kind="error" live>
          {errorText(error).message}
        </Callout>
      )}
    </>
  );
}
