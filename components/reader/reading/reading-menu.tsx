"use client";

import { BookOpenText } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { MEASURES, TEXT_SIZES } from "@/components/shell/preferences";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { RecordingSection } from "../audio/recording-section";
import { useSession } from "../context";
import { foldFor, questionsOf, READ_ALL, type ReadingFilter, speakersOf } from "../model/fold";
import { useSignal } from "../model/signal";
import { useReading } from "./use-reading";

const ALL = "all";
const CODED = [ALL, "coded", "uncoded"] as const;

/** How the text is set, and what of it is read. */
export function ReadingMenu() {
  const t = useTranslations("reading");
  const session = useSession();
  const wanted = useSignal(session.reading);
  const filtered = wanted !== READ_ALL;
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      align="end"
      label={t("menu")}
      className="w-80"
      trigger={<IconButton label={t("menu")} aria-pressed={filtered} icon={<BookOpenText aria-hidden />} />}
    >
      <div className="grid gap-4">
        <Setting />
        <Reads />
        <RecordingSection onDone={() => setOpen(false)} />
      </div>
    </Popover>
  );
}

function Setting() {
  const t = useTranslations("reading");
  const [{ size, measure, numbers }, choose] = useReading();
  return (
    <div className="grid gap-2.5">
      <Line name={t("size.label")}>
        <Segmented
          label={t("size.label")}
          value={size}
          options={TEXT_SIZES.map((value) => ({ value, label: t(`size.${value}`) }))}
          onChoose={(next) => choose({ size: next })}
        />
      </Line>
      <Line name={t("measure.label")}>
        <Segmented
          label={t("measure.label")}
          value={measure}
          options={MEASURES.map((value) => ({ value, label: t(`measure.${value}`) }))}
          onChoose={(next) => choose({ measure: next })}
        />
      </Line>
      <Switch label={t("numbers")} checked={numbers} onCheckedChange={(next) => choose({ numbers: next })} />
    </div>
  );
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
      <span className="text-soft">{name}</span>
      {children}
    </div>
  );
}

/** What of the text is read; the rest is folded to quiet lines. */
function Reads() {
  const t = useTranslations("reading");
  const session = useSession();
  const wanted = useSignal(session.reading);
  const fold = useSignal(session.fold);
  const document = useSignal(session.shown);
  const read = (change: Partial<ReadingFilter>) => {
    const next = { ...wanted, ...change };
    const all = next.coded === null && next.speaker === null && next.question === null;
    session.reading.set(all ? READ_ALL : next);
    session.fold.set(all ? null : foldFor(session, next));
  };
  const speakers = speakersOf(document);
  const questions = questionsOf(document);
  return (
    <div className="grid gap-2.5 border-line border-t pt-3">
      <Line name={t("show.label")}>
        <Segmented
          label={t("show.label")}
          value={wanted.coded ?? ALL}
          options={CODED.map((value) => ({ value, label: t(`show.${value}`) }))}
          onChoose={(value) => read({ coded: value === ALL ? null : value })}
        />
      </Line>
      {speakers.length > 1 && (
        <Field label={t("speaker")}>
          <Select
            value={wanted.speaker ?? ALL}
            options={[
              { value: ALL, label: t("everybody") },
              ...speakers.map((label) => ({ value: label, label })),
            ]}
            onValueChange={(value) => read({ speaker: value === ALL ? null : value })}
          />
        </Field>
      )}
      {questions.length > 0 && (
        <Field label={t("question")}>
          <Select
            value={wanted.question ?? ALL}
            options={[
              { value: ALL, label: t("anyQuestion") },
              ...questions.map(({ key, text }) => ({ value: key, label: `${key} ${text}` })),
            ]}
            onValueChange={(value) => read({ question: value === ALL ? null : value })}
          />
        </Field>
      )}
      <p role="status" className="text-faint text-sm">
        {fold ? t("hidden", { count: fold.count }) : t("byCode")}
      </p>
      {wanted !== READ_ALL && (
        <Button size="sm" onClick={() => read(READ_ALL)}>
          {t("all")}
        </Button>
      )}
    </div>
  );
}
