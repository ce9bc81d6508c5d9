"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { toast } from "@/components/ui/toast";
import type { Member } from "@/lib/schemas/studies";
import { removeMember } from "@/lib/server/studies/actions";

export function RemoveMember({ studyId, member: { userId, name } }: { studyId: string; member: Member }) {
  const t = useTranslations("studies.settings");
  const router = useRouter();
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
      onDone={() => {
        toast({ kind: "success", message: t("removed", { name }) });
        router.refresh();
      }}
    />
  );
}
