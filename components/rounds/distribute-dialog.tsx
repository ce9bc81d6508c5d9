"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { distribute } from "@/lib/domain/round";
import type { RoundDetail } from "@/lib/schemas/rounds";
import type { Assigning } from "./use-assigning";

/** Gives the transcripts out evenly; what comes of it is looked at in the grid before it is stored. */
export function DistributeDialog({ detail, assigning }: { detail: RoundDetail; assigning: Assigning }) {
  const t = useTranslations("rounds.distribute");
  const [open, setOpen] = useState(false);
  const [each, setEach] = useState("2");
  const able = detail.coders.filter(({ codes }) => codes);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const among = able.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const counts = able.map((_, at) => String(at + 1));
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button disabled={able.length === 0}>{t("do")}</Button>}
      title={t("title")}
      description={t("lead")}
      footer={
        <Button
          variant="primary"
          disabled={among.length === 0}
          onClick={() => {
            const transcripts = detail.transcripts.map(({ id }) => id);
            const kept = assigning.planned;
            assigning.tick(distribute({ transcripts, coders: among, each: Number(each), kept }), true);
            setOpen(false);
          }}
        >
          {t("preview")}
        </Button>
      }
    >
      <div className="grid gap-4">
        <Field label={t("each")}>
          <Select
            value={counts.includes(each) ? each : (counts.at(-1) ?? "1")}
            onValueChange={setEach}
            options={counts.map((value) => ({ value, label: value }))}
            className="max-w-32"
          />
        </Field>
        <fieldset className="grid gap-1.5">
          <legend className="mb-1 font-medium text-sm">{t("among")}</legend>
          {able.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={!left.has(id)}
              onCheckedChange={(on) =>
                setLeft(
                  (before) => new Set(on === true ? [...before].filter((x) => x !== id) : [...before, id]),
                )
              }
            />
          ))}
        </fieldset>
      </div>
    </Dialog>
  );
}
