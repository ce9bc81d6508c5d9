import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Panel } from "@/components/auth/panel";
import { SampleAccounts } from "@/components/auth/sample-accounts";
import { SignInForm } from "@/components/auth/sign-in-form";
import { ReturnPath, SignInReason } from "@/lib/schemas/accounts";
import { loadSignIn } from "@/lib/server/accounts/loaders";
import { translator } from "@/lib/server/i18n";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("auth");
  return { title: t("signIn.title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { callbackUrl, error } = await searchParams;
  const to = ReturnPath.parse(callbackUrl);
  const { signedIn, samples, provider } = await loadSignIn({});
  if (signedIn) redirect(to as Route);
  const t = await translator("auth");
  return (
    <>
      {samples.length > 0 && <SampleAccounts to={to} accounts={samples} />}
      <Panel title={t("signIn.title")} description={t("signIn.invited")}>
        <SignInForm
          to={to}
          refused={typeof error === "string" ? SignInReason.parse(error) : null}
          provider={provider}
        />
      </Panel>
    </>
  );
}
