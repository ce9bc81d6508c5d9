"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Select } from "@/components/ui/select";
import { Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { useAction } from "@/components/ui/use-action";
import { useSaved } from "@/components/ui/use-saved";
import { useToastError } from "@/components/ui/use-toast-error";
import { mayGrant, ROLES, type Role } from "@/lib/access/can";
import type { Member } from "@/lib/schemas/studies";
import { changeRole } from "@/lib/server/studies/actions";
import { RemoveMember } from "./remove-member";

interface MembersTableProps {
  studyId: string;
  own: { userId: string; role: Role };
  members: Member[];
}

/** Everybody in the study; what one may change of whom follows from one's own role. */
export function MembersTable({ studyId, own, members }: MembersTableProps) {
  const t = useTranslations("studies.settings");
  const roles = useTranslations("auth.roles");
  return (
    <Table caption={t("members")} className="[&_tbody_:is(th,td)]:align-middle">
      <TableHead>
        <tr>
          <Th>{t("name")}</Th>
          <Th className="max-sm:hidden">{t("email")}</Th>
          <Th>{t("role")}</Th>
          <Th>{t("actions")}</Th>
        </tr>
      </TableHead>
      <TableBody>
        {members.map((member) => {
          const changeable = mayGrant(own.role, member.role);
          const self = member.userId === own.userId;
          return (
            <tr key={member.userId}>
              <Th scope="row">
                <span className="mr-2">{member.name}</span>
                {self && <Badge>{t("you")}</Badge>}
                {member.disabled && <Badge tone="warning">{t("closed")}</Badge>}
                <span className="block break-all font-normal text-faint text-sm sm:hidden">
                  {member.email}
                </span>
              </Th>
              <Td className="break-all max-sm:hidden">{member.email}</Td>
              <Td>
                {changeable ? (
                  <RoleSelect studyId={studyId} own={own.role} member={member} />
                ) : (
                  roles(member.role)
                )}
              </Td>
              <Td>{changeable && !self && <RemoveMember studyId={studyId} member={member} />}</Td>
            </tr>
          );
        })}
      </TableBody>
    </Table>
  );
}

function RoleSelect({ studyId, own, member }: { studyId: string; own: Role; member: Member }) {
  const t = useTranslations("studies.settings");
  const roles = useTranslations("auth.roles");
  const saved = useSaved();
  const { run, pending } = useAction(changeRole, {
    onDone: ({ role }) => saved(t("roleChanged", { name: member.name, role: roles(role) })),
    onFailed: useToastError(),
  });
  const options = ROLES.filter((role) => mayGrant(own, role)).map((role) => ({
    value: role,
    label: roles(role),
  }));
  return (
    <Select
      aria-label={t("roleOf", { name: member.name })}
      className="min-w-32"
      options={options}
      value={member.role}
      disabled={pending}
      onValueChange={(role) => run({ eventId: crypto.randomUUID(), studyId, userId: member.userId, role })}
    />
  );
}
