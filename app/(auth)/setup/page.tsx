import type { Metadata } from "next";
import Link from "next/link";
import { NewAccountForm } from "@/components/auth/new-account-form";
import { Panel } from "@/components/auth/panel";
import { Button } from "@/components/ui/button";
import { setUp } from "@/lib/server/accounts/actions";
import { loadSetUp } from "@/lib/server/accounts/loaders";
import { translator } from "@/lib/server/i18n";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("auth");
  return { title: t("setUp.title") };
}

export default async function SetUpPage({ searchParams }: PageProps<"/setup">) {
  const { token } = await searchParams;
  const t = await translator("auth");
  if (typeof token === "string" && (await loadSetUp({ token })).open) {
    return (
      <Panel title={t("setUp.title")} description={t("setUp.description")}>
        <NewAccountForm action={setUp} token={token} to="/studies" submit={t("setUp.submit")} />
      </Panel>
    );
  }
  return (
    <Panel title={t("setUp.over")} description={t("setUp.overBody")}>
      <Button asChild>
        <Link href="/sign-in">{t("setUp.toSignIn")}</Link>
      </Button>
    </Panel>
  );
}
