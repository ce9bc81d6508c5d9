import type { Metadata } from "next";
import { AccountsTable } from "@/components/auth/accounts-table";
import { ChangePasswordForm } from "@/components/auth/change-password";
import { CloseAccount, EndSessionsButton } from "@/components/auth/end-account";
import { Section } from "@/components/studies/section";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { loadAccount } from "@/lib/server/accounts/loaders";
import { translator } from "@/lib/server/i18n";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("auth");
  return { title: t("account.title") };
}

export default async function AccountPage() {
  const { account, accounts } = await loadAccount({});
  const t = await translator("auth");
  return (
    <Page title={t("account.title")} description={account.email} width="narrow">
      <div className="grid gap-10">
        {account.sample && <Callout>{t("account.sample")}</Callout>}
        {account.hasPassword && (
          <Section title={t("account.password")}>
            <ChangePasswordForm email={account.email} />
          </Section>
        )}
        <Section title={t("account.sessions")} description={t("account.sessionsBody")}>
          <div>
            <EndSessionsButton />
          </div>
        </Section>
        {accounts && (
          <Section title={t("account.others")} description={t("account.othersBody")}>
            <AccountsTable accounts={accounts} ownId={account.id} />
          </Section>
        )}
        {account.hasPassword && (
          <Section
            title={t("account.close")}
            description={account.installer ? t("account.installerStays") : t("account.closeBody")}
          >
            {!account.installer && (
              <div>
                <CloseAccount />
              </div>
            )}
          </Section>
        )}
      </div>
    </Page>
  );
}
