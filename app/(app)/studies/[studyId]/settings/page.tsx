import type { Metadata } from "next";
import { InviteForm } from "@/components/studies/invite-form";
import { LeaveStudy } from "@/components/studies/leave-study";
import { MembersTable } from "@/components/studies/members-table";
import { PendingInvitations } from "@/components/studies/pending-invitations";
import { Section } from "@/components/studies/section";
import { StudyForm } from "@/components/studies/study-form";
import { Page } from "@/components/ui/page";
import { can } from "@/lib/access/can";
import { translator } from "@/lib/server/i18n";
import { loadSettings } from "@/lib/server/studies/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("studies");
  return { title: t("settings.title") };
}

export default async function SettingsPage({ params }: PageProps<"/studies/[studyId]/settings">) {
  const { studyId } = await params;
  const { fields, sharedCodebook, sharedGuide, userId, role, members, invitations } = await loadSettings({
    studyId,
  });
  const t = await translator("studies");
  return (
    <Page title={t("settings.title")}>
      <div className="grid gap-10">
        {can(role, "study.edit") && (
          <Section title={t("settings.study")} className="max-w-2xl">
            {sharedCodebook && (
              <p className="text-soft">{t("settings.sharedCodebook", { title: sharedCodebook })}</p>
            )}
            {sharedGuide && <p className="text-soft">{t("settings.sharedGuide", { title: sharedGuide })}</p>}
            <StudyForm studyId={studyId} fields={fields} />
          </Section>
        )}
        {members && (
          <Section title={t("settings.members")}>
            <MembersTable studyId={studyId} own={{ userId, role }} members={members} />
          </Section>
        )}
        {invitations && invitations.length > 0 && (
          <Section title={t("settings.pending")}>
            <PendingInvitations own={role} invitations={invitations} />
          </Section>
        )}
        {can(role, "members.edit") && (
          <Section title={t("settings.invite")} description={t("settings.inviteBody")} className="max-w-2xl">
            <InviteForm studyId={studyId} own={role} />
          </Section>
        )}
        <LeaveStudy studyId={studyId} />
      </div>
    </Page>
  );
}
