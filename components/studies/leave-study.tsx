"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { HOME } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { leaveStudy } from "@/lib/server/studies/actions";

export function LeaveStudy({ studyId }: { studyId: string }) {
  const t = useTranslations("studies.settings");
  const router = useRouter();
  return (
    <div>
      <Confirm
        trigger={<Button>{t("leave")}</Button>}
        title={t("leaveTitle")}
        body={t("leaveBody")}
        submit={t("leaveSubmit")}
        action={(eventId) => leaveStudy({ eventId, studyId })}
        onDone={() => router.push(HOME)}
      />
    </div>
  );
}
