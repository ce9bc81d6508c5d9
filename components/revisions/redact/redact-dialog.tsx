"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import {
  type Elsewhere,
  type FoundIn,
  MARKS_LIMIT,
  NAME_LIMIT,
  REDACTION_REACH,
  type RedactionReach,
} from "@/lib/schemas/revisions";
import { findElsewhere, findOccurrences, redactWords } from "@/lib/server/revisions/actions";
import { ElsewhereList } from "./elsewhere";
import { all, type Chosen, chosenIn, counted, Places, withoutUnchosen } from "./places";

interface RedactDialogProps {
  transcript: { id: string; pairId: string | null };
  /** Words that were selected for it. */
  words?: string;
  trigger?: ReactNode;
  /** Where it is opened from outside. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onDone: () => void;
}

/** Hides a name: asks for the pseudonym, shows every place, and lets the person choose among them. */
export function RedactDialog({ transcript, words = "", trigger, onDone, ...outside }: RedactDialogProps) {
  const t = useTranslations("revisions.redact");
  const [inside, setInside] = useState(false);
  const open = outside.open ?? inside;
  const setOpen = outside.onOpenChange ?? setInside;
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={t("title")}
      description={t("body")}
    >
      {open && (
        <Form
          transcript={transcript}
          selected={words}
          onDone={() => {
            setOpen(false);
            onDone();
          }}
        />
      )}
    </Dialog>
  );
}

interface FormProps {
  transcript: RedactDialogProps["transcript"];
  selected: string;
  onDone: () => void;
}

function Form({ transcript, selected, onDone }: FormProps) {
  const t = useTranslations("revisions.redact");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const [words, setWords] = useState(selected);
  const [pseudonym, setPseudonym] = useState("");
  const [reach, setReach] = useState<RedactionReach>("transcript");
  const [labels, setLabels] = useState(true);
  const [found, setFound] = useState<FoundIn[] | null>(null);
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const look = useAction(findOccurrences, {
    onDone: (value) => {
      setFound(value);
      setChosen(all(value));
    },
  });
  const [besides, setBesides] = useState<{ studyId: string; found: Elsewhere[] } | null>(null);
  const around = useAction(findElsewhere, { onDone: setBesides });
  const count = counted(chosen);
  const hide = useAction(redactWords, {
    onDone: () => {
      toast({ kind: "success", message: t("done", { count }) });
      onDone();
    },
  });
  const [eventId] = useState(() => crypto.randomUUID());
  const error = look.error ?? hide.error ?? around.error;
  const forget = () => {
    setFound(null);
    setBesides(null);
    setChosen(new Map());
  };
  const reaches = REDACTION_REACH.filter((value) => value !== "pair" || transcript.pairId !== null);
  const submit = () =>
    hide.run({
      eventId,
      transcriptId: transcript.id,
      words: words.trim(),
      pseudonym,
      labels,
      places: withoutUnchosen(found ?? [], chosen),
    });
  return (
    <div className="grid gap-4">
      {error && (
        <Callout live kind="error">
          {errorText(error).message}
        </Callout>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("words")} required>
          <TextInput
            value={words}
            maxLength={NAME_LIMIT}
            onChange={(event) => {
              setWords(event.target.value);
              forget();
            }}
          />
        </Field>
        <Field label={t("pseudonym")} hint={t("pseudonymHint")} required>
          <TextInput
            value={pseudonym}
            maxLength={NAME_LIMIT}
            onChange={(event) => setPseudonym(event.target.value)}
          />
        </Field>
      </div>
      <RadioGroup
        label={t("reach")}
        value={reach}
        onValueChange={(value) => {
          setReach(value);
          forget();
        }}
        options={reaches.map((value) => ({ value, label: t(`reaches.${value}`) }))}
      />
      <Checkbox
        label={t("labels")}
        checked={labels}
        onCheckedChange={(checked) => setLabels(checked === true)}
      />
      <div>
        <Button
          busy={look.pending}
          disabled={words.trim() === ""}
          onClick={() => {
            look.run({ transcriptId: transcript.id, words, reach });
            around.run({ transcriptId: transcript.id, words });
          }}
        >
          {t("look")}
        </Button>
      </div>
      <div aria-live="polite">
        {found?.length === 0 && <p className="text-soft">{t("none")}</p>}
        {found?.map((each) => (
          <Places
            key={each.transcriptId}
            found={each}
            chosen={chosenIn(chosen, each)}
            onChoose={(starts) => setChosen(new Map(chosen).set(each.transcriptId, starts))}
          />
        ))}
        {besides && (
          <div className="mt-3">
            <ElsewhereList {...besides} />
          </div>
        )}
        {count > MARKS_LIMIT && <p className="mt-2 font-medium text-danger text-sm">{t("tooMany")}</p>}
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose>
          <Button variant="quiet">{common("cancel")}</Button>
        </DialogClose>
        <Button
          variant="primary"
          busy={hide.pending}
          disabled={count === 0 || count > MARKS_LIMIT || pseudonym.trim() === ""}
          onClick={submit}
        >
          {t("submit", { count })}
        </Button>
      </div>
    </div>
  );
}
