"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-input";

export function PasteBox({ busy, onTake }: { busy?: boolean; onTake: (text: string) => void }) {
  const t = useTranslations("imports.bring");
  const [text, setText] = useState("");
  return (
    <form
      className="grid justify-items-start gap-3 [&>div]:w-full"
      onSubmit={(event) => {
        event.preventDefault();
        if (busy || text.trim() === "") return;
        onTake(text);
        setText("");
      }}
    >
      <Field label={t("pasteLabel")} hint={t("pasteHint")}>
        <TextArea
          value={text}
          onChange={(event) => setText(event.target.value)}
          rows={8}
          className="max-h-96"
        />
      </Field>
      <Button type="submit" variant="primary" busy={busy} disabled={!busy && text.trim() === ""}>
        {t("pasteTake")}
      </Button>
    </form>
  );
}
