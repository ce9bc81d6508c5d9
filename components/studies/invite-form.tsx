"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { mayGrant, ROLES, type Role } from "@/lib/access/can";
import { invite } from "@/lib/server/studies/actions";
import { InvitationLink } from "./invitation-link";

const newIds = () => ({ eventId: crypto.randomUUID(), invitationId: crypto.randomUUID() });

/** An address and a role make a link, which is shown once. */
export function InviteForm({ studyId, own }: { studyId: string; own: Role }) {
  const t = useTranslations("studies.settings");
  const roles = useTranslations("auth.roles");
  const router = useRouter();
  const [role, setRole] = useState<Role>("coder");
  // The same until the link is made, so that asking again after a lost answer gives the same link.
  const [ids, setIds] = useState(newIds);
  const [made, setMade] = useState<{ email: string; path: string } | null>(null);
  return (
    <>
      <ActionForm
        action={invite}
        input={(data) => ({ ...ids, studyId, email: String(data.get("email")), role })}
        submit={t("inviteSubmit")}
        onDone={({ email, path }) => {
          setMade({ email, path });
          setIds(newIds());
          router.refresh();
        }}
        resetOnDone
      >
        <Field label={t("email")} name="email" required>
          <TextInput type="email" autoComplete="off" />
        </Field>
        <RadioGroup
          label={t("role")}
          options={ROLES.filter((each) => mayGrant(own, each)).map((value) => ({
            value,
            label: roles(value),
            hint: t(`roleHint.${value}`),
          }))}
          value={role}
          onValueChange={setRole}
        />
      </ActionForm>
      {made && <InvitationLink {...made} />}
    </>
  );
}
