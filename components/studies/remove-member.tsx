"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { useSaved } from "@/components/ui/use-saved";
import type { Member } from "@/lib/schemas/studies";
import { removeMember } from "@/lib/server/studies/actions";

export function RemoveMember({ studyId, member: { userId, name } }: { studyId: string; member: Member }) {
  const t = useTranslations("studies.settings");
  const saved = useSaved();
  return (
    <Confirm
      trigger={
        <Button size="sm" variant="quiet" aria-label={t("removeNamed", { name })}>
          {t("remove")}
        </Button>
      }
      title={t("removeTitle", { name })}
      body={t("removeBody")}
      submit={t("remove")}
      action={(eventId) => removeMember({ eventId, studyId, userId })}
      onDone={() => saved(t("removed", { name }))}
    />
  );
}
