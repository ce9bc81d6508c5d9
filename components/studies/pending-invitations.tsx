"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { useAction } from "@/components/ui/use-action";
import { useSaved } from "@/components/ui/use-saved";
import { useToastError } from "@/components/ui/use-toast-error";
import { mayGrant, type Role } from "@/lib/access/can";
import type { PendingInvitation } from "@/lib/schemas/studies";
import { revokeInvitation } from "@/lib/server/studies/actions";

/** Links that were made and not yet taken. */
export function PendingInvitations({ own, invitations }: { own: Role; invitations: PendingInvitation[] }) {
  const t = useTranslations("studies.settings");
  const roles = useTranslations("auth.roles");
  const format = useFormatter();
  return (
    <Table caption={t("pending")}>
      <TableHead>
        <tr>
          <Th>{t("email")}</Th>
          <Th>{t("role")}</Th>
          <Th>{t("expires")}</Th>
          <Th>{t("actions")}</Th>
        </tr>
      </TableHead>
      <TableBody>
        {invitations.map(({ id, email, role, expiresAt, expired }) => {
          const date = format.dateTime(new Date(expiresAt), "moment");
          return (
            <tr key={id}>
              <Th scope="row" className="break-all">
                {email}
              </Th>
              <Td>{roles(role)}</Td>
              <Td>{expired ? <Badge tone="warning">{t("expired", { date })}</Badge> : date}</Td>
              <Td>{mayGrant(own, role) && <Revoke id={id} email={email} />}</Td>
            </tr>
          );
        })}
      </TableBody>
    </Table>
  );
}

function Revoke({ id, email }: { id: string; email: string }) {
  const t = useTranslations("studies.settings");
  const saved = useSaved();
  const { run, pending } = useAction(revokeInvitation, {
    onDone: () => saved(t("revoked", { email })),
    onFailed: useToastError(),
  });
  return (
    <Button
      size="sm"
      variant="quiet"
      busy={pending}
      aria-label={t("revokeNamed", { email })}
      onClick={() => run({ eventId: crypto.randomUUID(), invitationId: id })}
    >
      {t("revoke")}
    </Button>
  );
}
