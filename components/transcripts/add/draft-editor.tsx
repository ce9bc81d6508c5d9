"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Spinner } from "@/components/ui/spinner";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Encoding, TranscriptPlace } from "@/lib/schemas/transcripts";
import { AboutFields } from "./about-fields";
import { type Draft, isAddable, parsedOf } from "./draft";
import { FirstTurns } from "./first-turns";
import { Speakers } from "./speakers";
import { Warnings } from "./warnings";

interface DraftEditorProps {
  draft: Draft;
  place: TranscriptPlace;
  onChange: (changes: Partial<Draft>) => void;
  /** Reads the file again, in an encoding that the person chose or, with null, as it looks. */
  onEncoding: (encoding: Encoding | null) => void;
  onPlace: (place: TranscriptPlace) => void;
  onAdd: () => void;
}

/** Everything about one file before it is stored. */
export function DraftEditor({ draft, place, onChange, onEncoding, onPlace, onAdd }: DraftEditorProps) {
  const t = useTranslations("transcripts.new");
  const errorText = useErrorText();
  const common = useTranslations("common");
  const parsed = parsedOf(draft);
  const again = draft.error?.code === "unavailable" && !draft.preview && (
    <Button onClick={() => onEncoding(draft.encoding)}>{common("retry")}</Button>
  );
  return (
    <section aria-label={draft.title || draft.file.name} className="grid min-w-0 gap-6">
      {draft.error && (
        <Callout kind="error" live action={again}>
          {errorText(draft.error).message}
        </Callout>
      )}
      {draft.state === "reading" && (
        <p role="status" className="flex items-center gap-2 text-soft">
          <Spinner /> {t("state.reading")}
        </p>
      )}
      {parsed && draft.preview && draft.state !== "added" && (
        <>
          <Warnings preview={draft.preview} parsed={parsed} />
          <AboutFields
            draft={draft}
            parsed={parsed}
            place={place}
            onChange={onChange}
            onEncoding={onEncoding}
            onPlace={onPlace}
          />
          <Speakers draft={draft} parsed={parsed} place={place} onChange={onChange} />
          <FirstTurns parsed={parsed} language={draft.language ?? parsed.language} />
          <div>
            <Button
              variant="primary"
              onClick={onAdd}
              disabled={!isAddable(draft)}
              busy={draft.state === "adding" || draft.state === "waiting"}
            >
              {t("addOne")}
            </Button>
          </div>
        </>
      )}
      {draft.state === "added" && <Callout kind="success">{t("addedAll", { count: 1 })}</Callout>}
    </section>
  );
}
