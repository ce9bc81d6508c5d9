"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { optionsOf } from "@/components/codebook/code-options";
import { type MadeCode, MakeCode } from "@/components/codebook/make-code";
import { WorkProgress } from "@/components/long-work/work-bar";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FindOne } from "@/components/ui/find-one";
import { ProgressBar } from "@/components/ui/progress-bar";
import { RadioGroup } from "@/components/ui/radio-group";
import { buildTree } from "@/lib/domain/codebook";
import { EXTENTS, type Extent } from "@/lib/domain/search";
import type { SearchChoices } from "@/lib/schemas/search";
import type { Place } from "../model/results";
import { passagesOf } from "./passages";
import { Preview } from "./preview";
import { useCoding } from "./use-coding";
import { useTexts } from "./use-texts";

interface CodeDialogProps {
  places: readonly Place[];
  studyId: string;
  userId: string;
  codes: SearchChoices["codes"];
  mayMakeCodes: boolean;
  /** Called with a code that was made here. */
  onMade: (code: MadeCode) => void;
  onClose: () => void;
  /** Called when all that could be coded is. */
  onCoded: () => void;
}

/** Codes the chosen places at once: with which code, how far, and what that comes to. */
export function CodeDialog({
  places,
  studyId,
  userId,
  codes,
  mayMakeCodes,
  onMade,
  onClose,
  onCoded,
}: CodeDialogProps) {
  const t = useTranslations("search.coding");
  const common = useTranslations("common");
  const [codeId, setCodeId] = useState("");
  const [extent, setExtent] = useState<Extent>("sentence");
  const [skipInterviewers, setSkip] = useState(true);
  const [broken, setBroken] = useState(false);
  const { texts, unread, read, of } = useTexts(places);
  const { code, pending } = useCoding(studyId, userId);
  const becomes = useMemo(
    () => passagesOf(places, texts, { extent, skipInterviewers }),
    [places, texts, extent, skipInterviewers],
  );
  const asked = places.filter(({ role }) => role === "interviewer").length;
  const tree = useMemo(() => buildTree(codes), [codes]);
  const options = useMemo(() => optionsOf(tree, ({ retired }) => !retired), [tree]);
  const ready = read === of;
  const count = becomes.passages.length;

  const submit = async () => {
    setBroken(false);
    const name = options.find(({ value }) => value === codeId)?.label ?? "";
    const coded = await code(becomes.passages, codeId, name);
    if (coded === "done") onCoded();
    else setBroken(coded === "unanswered");
  };

  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("title", { count: places.length })}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {pending ? common("close") : t("cancel")}
          </Button>
          <Button
            variant="primary"
            busy={pending !== null}
            disabled={!ready || codeId === "" || count === 0}
            onClick={() => void submit()}
          >
            {t("submit", { count: ready ? count : 0 })}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {!ready && <ProgressBar label={t("reading")} value={read} max={of} />}
        {pending && <WorkProgress studyId={studyId} kind="code" id={pending} />}
        {broken && (
          <Callout kind="error" live>
            {t("broken")}
          </Callout>
        )}
        <fieldset disabled={pending !== null} className="grid gap-4 sm:grid-cols-2">
          <Field label={t("code")}>
            <FindOne
              autoFocus
              options={options}
              value={codeId}
              onValueChange={setCodeId}
              below={(typed, active) =>
                mayMakeCodes && (
                  <MakeCode
                    studyId={studyId}
                    tree={tree}
                    name={typed}
                    parentId={tree.parents.get(active ?? "") ?? null}
                    onMade={(code) => {
                      onMade(code);
                      setCodeId(code.id);
                    }}
                    onTake={setCodeId}
                  />
                )
              }
            />
          </Field>
          <div className="grid content-start gap-4">
            <RadioGroup
              label={t("extent")}
              value={extent}
              options={EXTENTS.map((value) => ({ value, label: t(value) }))}
              onValueChange={setExtent}
            />
            {asked > 0 && (
              <Checkbox
                label={t("skip", { count: asked })}
                hint={t("skipHint")}
                checked={skipInterviewers}
                onCheckedChange={(on) => setSkip(on === true)}
              />
            )}
          </div>
        </fieldset>
        {ready && (
          <div role="status" className="grid gap-2">
            <p>
              {t("becomes", {
                hits: becomes.hits,
                passages: becomes.passages.length,
                transcripts: becomes.transcripts,
              })}
            </p>
            {becomes.changed > 0 && (
              <Callout kind="warning">{t("changed", { count: becomes.changed })}</Callout>
            )}
            {unread > 0 && <Callout kind="warning">{t("unread", { count: unread })}</Callout>}
          </div>
        )}
        {ready && <Preview passages={becomes.passages} places={places} />}
      </div>
    </Dialog>
  );
}
