"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { useAction } from "@/components/ui/use-action";
import { useSaved } from "@/components/ui/use-saved";
import { useToastError } from "@/components/ui/use-toast-error";
import { disableAccount, enableAccount } from "@/lib/server/accounts/actions";

interface Account {
  id: string;
  name: string;
  email: string;
  disabled: boolean;
}

/** Every account of the installation, for the one that was made first. */
export function AccountsTable({ accounts, ownId }: { accounts: Account[]; ownId: string }) {
  const t = useTranslations("auth.account");
  return (
    <Table caption={t("others")}>
      <TableHead>
        <tr>
          <Th>{t("name")}</Th>
          <Th>{t("email")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("actions")}</Th>
        </tr>
      </TableHead>
      <TableBody>
        {accounts.map((account) => (
          <tr key={account.id}>
            <Th scope="row">{account.name}</Th>
            <Td className="break-all">{account.email}</Td>
            <Td>
              <Badge tone={account.disabled ? "warning" : "neutral"}>
                {account.disabled ? t("closed") : t("open")}
              </Badge>
            </Td>
            <Td>
              {account.id === ownId ? (
                <span className="text-faint">{t("you")}</span>
              ) : (
                <Toggle account={account} />
              )}
            </Td>
          </tr>
        ))}
      </TableBody>
    </Table>
  );
}

function Toggle({ account: { id, name, disabled } }: { account: Account }) {
  const t = useTranslations("auth.account");
  const saved = useSaved();
  const { run, pending } = useAction(disabled ? enableAccount : disableAccount, {
    onDone: () => saved(disabled ? t("enabled", { name }) : t("disabled", { name })),
    onFailed: useToastError(),
  });
  return (
    <Button
      size="sm"
      busy={pending}
      aria-label={disabled ? t("enableNamed", { name }) : t("disableNamed", { name })}
      onClick={() => run({ userId: id })}
    >
      {disabled ? t("enable") : t("disable")}
    </Button>
  );
}
