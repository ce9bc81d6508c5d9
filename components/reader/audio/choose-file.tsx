"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";

interface ChooseFileProps {
  label: string;
  accept: string;
  onChosen: (file: File) => void;
}

/** A button that asks for a file. */
export function ChooseFile({ label, accept, onChosen }: ChooseFileProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same one may be chosen again, after it was refused.
          target.value = "";
          if (file) onChosen(file);
        }}
      />
      <Button size="sm" onClick={() => field.current?.click()}>
        {label}
      </Button>
    </>
  );
}
