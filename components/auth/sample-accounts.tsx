"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Role } from "@/lib/access/can";
import { RefusalNotice } from "./refusal-notice";
import { useSignIn } from "./use-sign-in";

interface SampleAccountsProps {
  to: string;
  accounts: { id: string; name: string; role: Role }[];
}

/** The accounts of the sample, one press each. */
export function SampleAccounts({ to, accounts }: SampleAccountsProps) {
  const t = useTranslations("auth");
  const { run, pending, refusal } = useSignIn(to);
  return (
    <Card className="grid gap-4 p-6">
      <div>
        <h2 className="font-semibold text-lg">{t("sample.title")}</h2>
        <p className="mt-1 text-soft">{t("sample.description")}</p>
      </div>
      {refusal && <RefusalNotice refusal={refusal} />}
      <ul className="grid gap-2">
        {accounts.map(({ id, name, role }) => (
          <li key={id}>
            <Button
              className="w-full"
              busy={pending === id}
              disabled={pending !== null && pending !== id}
              onClick={() => void run("sample", { userId: id }, id)}
            >
              <span className="flex-1 text-left">{name}</span> <Badge>{t(`roles.${role}`)}</Badge>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
