"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useSession } from "../context";

/** Opens a recording from the person's own disk. */
export function OpenRecording({ onOpened }: { onOpened: () => void }) {
  const t = useTranslations("reading.audio");
  const { player } = useSession();
  const field = useRef<HTMLInputElement>(null);
  return (
    <div>
      <input
        ref={field}
        type="file"
        hidden
        accept="audio/*,video/*"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (!file) return;
          player.open(file);
          onOpened();
        }}
      />
      <Button size="sm" onClick={() => field.current?.click()}>
        {t("choose")}
      </Button>
      <p className="mt-1 text-faint text-sm">{t("local")}</p>
    </div>
  );
}
