"use client";

import { useTranslations } from "use-intl";
import { Callout } from "@/components/ui/callout";
import type { Refusal } from "./use-sign-in";

/** Why signing in did not work, and what to do. */
export function RefusalNotice({ refusal }: { refusal: Refusal }) {
  const t = useTranslations("auth.signIn");
  return (
    <Callout kind="error" live>
      {refusal.reason === "rate_limited" &&
        t("rateLimited", { minutes: Math.max(1, Math.ceil(refusal.seconds / 60)) })}
      {refusal.reason === "no_account" && t("noAccount")}
      {refusal.reason === "unverified" && t("unverified")}
      {refusal.reason === "provider" && t("provider")}
      {refusal.reason === "failed" && t("failed")}
      {refusal.reason === "unreachable" && t("unreachable")}
      {refusal.reason === "wrong" && t("wrong")}
    </Callout>
  );
}
