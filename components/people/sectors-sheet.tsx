"use client";

import { Check, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { cx } from "@/components/ui/cx";
import { Sheet } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { MoveButtons } from "@/components/ui/move-buttons";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { useSaved } from "@/components/ui/use-saved";
import { useToastError } from "@/components/ui/use-toast-error";
import type { People, SectorRow } from "@/lib/schemas/people";
import { addSector, deleteSector, renameSector, reorderSectors } from "@/lib/server/people/actions";

/** The sectors of a study: their names, their order, new ones. */
export function SectorsSheet({ people, onClose }: { people: People; onClose: () => void }) {
  const t = useTranslations("people.sectorSheet");
  const words = useTranslations("people");
  const saved = useSaved();
  const { studyId, sectors } = people;
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={words("sectors")}
      description={t("description")}
    >
      {sectors.length === 0 && <p className="mb-4 text-soft">{t("empty")}</p>}
      <ol className="mb-6 grid gap-2">
        {sectors.map((sector, place) => (
          <SectorLine
            key={`${sector.id} ${sector.name}`}
            studyId={studyId}
            sectors={sectors}
            sector={sector}
            place={place}
          />
        ))}
      </ol>
      <ActionForm
        action={addSector}
        input={(data) => ({
          eventId: crypto.randomUUID(),
          studyId,
          id: crypto.randomUUID(),
          name: String(data.get("name")),
        })}
        submit={t("add")}
        resetOnDone
        onDone={({ name }) => saved(t("added", { name }))}
      >
        <Field label={t("new")} name="name" required>
          <TextInput autoComplete="off" />
        </Field>
      </ActionForm>
    </Sheet>
  );
}

interface SectorLineProps {
  studyId: string;
  sectors: SectorRow[];
  sector: SectorRow;
  place: number;
}

function SectorLine({ studyId, sectors, sector: { id, name, interviewees }, place }: SectorLineProps) {
  const t = useTranslations("people.sectorSheet");
  const words = useTranslations("people");
  const saved = useSaved();
  const onFailed = useToastError();
  const rename = useAction(renameSector, {
    onFailed,
    onDone: (row) => saved(t("renamed", { name: row.name })),
  });
  const remove = useAction(deleteSector, { onFailed, onDone: () => saved(t("deleted", { name })) });
  const reorder = useAction(reorderSectors, {
    onFailed,
    onDone: (rows) => saved(t("moved", { name, place: rows.findIndex((row) => row.id === id) + 1 })),
  });
  const move = (to: number) => () => {
    const others = sectors.map((sector) => sector.id).filter((other) => other !== id);
    reorder.run({ eventId: crypto.randomUUID(), studyId, ids: others.toSpliced(to, 0, id) });
  };
  return (
    <li>
      <form
        className="flex flex-wrap items-center gap-0.5"
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = String(new FormData(event.currentTarget).get("name"));
          if (wanted !== name)
            rename.run({ eventId: crypto.randomUUID(), sectorId: id, base: name, name: wanted });
        }}
      >
        {/* A long name has a line of its own, so that more of it is seen. */}
        <TextInput
          name="name"
          defaultValue={name}
          aria-label={t("rename", { name })}
          autoComplete="off"
          className={cx("min-w-0 grow", name.length > 18 ? "basis-full" : "basis-24")}
        />
        <span
          className="tabular ml-auto w-9 shrink-0 text-center text-faint text-sm"
          title={words("inSector", { count: interviewees })}
        >
          {interviewees}
        </span>
        <IconButton
          type="submit"
          label={t("save", { name })}
          icon={<Check aria-hidden />}
          disabled={rename.pending}
        />
        <MoveButtons
          labels={{ up: t("up", { name }), down: t("down", { name }) }}
          up={place > 0 ? move(place - 1) : undefined}
          down={place < sectors.length - 1 ? move(place + 1) : undefined}
        />
        <IconButton
          label={t("delete", { name })}
          icon={<Trash2 aria-hidden />}
          disabled={interviewees > 0}
          onClick={() => remove.run({ eventId: crypto.randomUUID(), sectorId: id })}
        />
      </form>
    </li>
  );
}
