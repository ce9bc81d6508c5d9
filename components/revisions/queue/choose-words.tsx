"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-input";
import type { Range } from "@/lib/domain/segment";
import { useVersion } from "../model/use-version";
import { WaitingText } from "../waiting-text";

interface ChooseWordsProps {
  transcript: { id: string; language: string };
  /** Where to look first. */
  at: number;
  onClose: () => void;
  onChoose: (place: Range & { versionId: string; quote: string }) => void;
}

/** The current text, in which a person selects the words that a segment belongs to. */
export function ChooseWords({ transcript, at, onClose, onChoose }: ChooseWordsProps) {
  const t = useTranslations("revisions.queue");
  const common = useTranslations("common");
  const { text, retry } = useVersion(transcript.id, null);
  const area = useRef<HTMLTextAreaElement>(null);
  const [range, setRange] = useState<Range>({ start: 0, end: 0 });
  const loaded = text?.ok ? text.value : null;
  useEffect(() => {
    // A field that takes the focus comes to its caret by itself.
    area.current?.setSelectionRange(at, at);
    if (loaded) area.current?.focus();
  }, [loaded, at]);
  const words = loaded?.text.slice(range.start, range.end) ?? "";
  const trimmed = {
    start: range.start + words.length - words.trimStart().length,
    end: range.end - (words.length - words.trimEnd().length),
  };
  return (
    <Dialog
      wide
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("choose")}
      description={t("chooseBody")}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button
            variant="primary"
            disabled={words.trim() === ""}
            onClick={() =>
              loaded && onChoose({ versionId: loaded.versionId, ...trimmed, quote: words.trim() })
            }
          >
            {t("place")}
          </Button>
        </>
      }
    >
      {loaded ? (
        <>
          <TextArea
            ref={area}
            readOnly
            aria-label={t("text")}
            lang={transcript.language}
            dir="auto"
            className="field-sizing-fixed h-80 font-reading leading-relaxed"
            value={loaded.text}
            onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
              setRange({ start: selectionStart, end: selectionEnd })
            }
          />
          <p role="status" className="mt-2 line-clamp-2 text-soft">
            {words.trim() === "" ? t("nothing") : t("chosen", { words: words.trim() })}
          </p>
        </>
      ) : (
        <WaitingText text={text} retry={retry} />
      )}
    </Dialog>
  );
}
