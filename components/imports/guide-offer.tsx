"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import { type FoundQuestion, keptApart } from "@/lib/domain/transcript";
import type { ImportChoices } from "@/lib/schemas/imports";
import type { TranscriptPlace } from "@/lib/schemas/transcripts";
import { addClusters } from "@/lib/server/guide/actions";
import { keepUnion, keptUnion, type Union } from "./model/kept-union";
import { Parser } from "./model/parser";

/** As many questions, and as long, as one cluster of a guide takes (lib/schemas/guide). */
const MOST = 200;
const LONGEST = 2000;

interface GuideOfferProps {
  studyId: string;
  /** The files that have been read, each with what was chosen for it. */
  files: readonly { address: string; choices: ImportChoices }[];
  onMade: (guide: TranscriptPlace["guide"]) => void;
}

/** Makes the guide that a study does not have of the questions its interviewers asked. */
export function GuideOffer({ studyId, files, onMade }: GuideOfferProps) {
  const t = useTranslations("imports.guide");
  const errorText = useErrorText();
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const [title, setTitle] = useState<string | null>(null);
  const [found, setFound] = useState<readonly FoundQuestion[] | null>(null);
  const [looking, setLooking] = useState(false);
  const [union, setUnion] = useState<Union | null>(null);
  const look = async () => {
    setLooking(true);
    const parser = new Parser();
    const asked = files.map(({ address, choices }) => ({ address, choices: choices.reading }));
    const questions = await parser.ask("guide", { files: asked }).catch(() => null);
    parser.close();
    setLooking(false);
    if (!questions) return toast({ kind: "error", message: t("notFound") });
    setFound(questions);
    setUnion(keptUnion(studyId));
    if (questions.length > 0) setOpen(true);
  };
  const unsure = (found ?? []).filter((question) => question.unsure !== null).length;
  const shown = found && unsure > 0 && union === "apart" ? keptApart(found) : (found ?? []);
  const adopted = shown.filter(({ text }) => !refused.has(text));
  const { run, pending, error } = useAction(addClusters, {
    onDone: (clusters) => {
      toast({ kind: "success", message: t("made") });
      onMade(clusters.flatMap(({ questions }) => questions));
    },
  });
  if (files.length === 0) return null;
  const undecided = unsure > 0 && union === null;
  const decide = (next: Union) => {
    setUnion(next);
    keepUnion(studyId, next);
  };
  const make = () =>
    run({
      eventId: crypto.randomUUID(),
      studyId,
      clusters: [
        {
          id: crypto.randomUUID(),
          key: "1",
          title: (title ?? t("clusterDefault")).trim() || t("clusterDefault"),
          questions: adopted.slice(0, MOST).map(({ key, text, followUp }) => ({
            id: crypto.randomUUID(),
            key,
            text: text.replace(/\s+/gu, " ").trim().slice(0, LONGEST).toWellFormed(),
            followUp,
          })),
        },
      ],
    });
  const toggle = (text: string) =>
    setRefused((before) => {
      const next = new Set(before);
      if (!next.delete(text)) next.add(text);
      return next;
    });
  return (
    <Callout
      title={found ? t("title", { count: found.length }) : t("noGuide")}
      action={
        <Dialog
          open={open}
          onOpenChange={setOpen}
          trigger={
            <Button
              busy={looking}
              onClick={(event) => {
                event.preventDefault();
                void look();
              }}
            >
              {t("open")}
            </Button>
          }
          title={t("dialog")}
          footer={
            <Button
              variant="primary"
              onClick={make}
              busy={pending}
              disabled={adopted.length === 0 || undecided}
            >
              {t("make", { count: Math.min(MOST, adopted.length) })}
            </Button>
          }
        >
          <div className="grid gap-4">
            {error && (
              <Callout kind="error" live>
                {errorText(error).message}
              </Callout>
            )}
            <Field label={t("clusterTitle")}>
              <TextInput
                value={title ?? t("clusterDefault")}
                maxLength={200}
                onChange={(event) => setTitle(event.target.value)}
              />
            </Field>
            {unsure > 0 && (
              <Callout kind={undecided ? "warning" : "info"}>
                <RadioGroup
                  label={t("unsure", { count: unsure })}
                  options={(["unite", "apart"] as const).map((value) => ({
                    value,
                    label: t(value),
                    hint: t(`${value}Hint`),
                  }))}
                  value={union ?? undefined}
                  onValueChange={decide}
                />
              </Callout>
            )}
            <ul className="grid gap-2">
              {shown.map(({ key, text, followUp, transcripts }) => (
                <li key={key} className={followUp ? "ml-6" : undefined}>
                  <Checkbox
                    label={`${key}  ${text}`}
                    hint={[followUp && t("followUp"), t("inTranscripts", { count: transcripts })]
                      .filter(Boolean)
                      .join(" · ")}
                    checked={!refused.has(text)}
                    onCheckedChange={() => toggle(text)}
                  />
                </li>
              ))}
            </ul>
          </div>
        </Dialog>
      }
    >
      {t("body")}
    </Callout>
  );
}
