import type { Metadata } from "next";
import Link from "next/link";
import { Invitation } from "@/components/auth/invitation";
import { Panel } from "@/components/auth/panel";
import { Button } from "@/components/ui/button";
import { translator } from "@/lib/server/i18n";
import { loadInvitation } from "@/lib/server/studies/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("auth");
  return { title: t("invitation.page"), referrer: "no-referrer" };
}

export default async function InvitationPage({ params }: PageProps<"/invitations/[token]">) {
  const { token } = await params;
  const t = await translator("auth");
  const invitation = await loadInvitation({ token });
  if (!invitation) {
    return (
      <Panel title={t("invitation.over")} description={t("invitation.overBody")}>
        <Button asChild>
          <Link href="/sign-in">{t("setUp.toSignIn")}</Link>
        </Button>
      </Panel>
    );
  }
  const { study, invitedBy, email, role, hasAccount, signedInAs } = invitation;
  return (
    <Panel
      title={t("invitation.title", { study })}
      description={t("invitation.description", { invitedBy, email, role: t(`roles.${role}`) })}
    >
      <Invitation token={token} email={email} hasAccount={hasAccount} signedInAs={signedInAs} />
    </Panel>
  );
}
