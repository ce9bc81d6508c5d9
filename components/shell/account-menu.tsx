"use client";

import { LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { signOut } from "next-auth/react";
import { useTranslations } from "use-intl";
import { DropdownMenu, MenuItem, MenuSeparator } from "@/components/ui/dropdown-menu";
import { initials } from "@/components/ui/initials";
import type { ShellAccount } from "@/lib/schemas/shell";
import { ACCOUNT } from "./routes";

export function AccountMenu({ user }: Pick<ShellAccount, "user">) {
  const t = useTranslations("shell.account");
  return (
    <DropdownMenu
      align="end"
      trigger={
        <button
          type="button"
          title={user.name}
          className="inline-flex size-8 items-center justify-center overflow-hidden rounded-full bg-accent font-semibold text-on-accent text-xs"
        >
          <span aria-hidden>{initials(user.name)}</span>
          <span className="sr-only">{t("label", { name: user.name })}</span>
        </button>
      }
    >
      <div className="px-2 py-1.5">
        <p className="font-medium">{user.name}</p>
        <p className="text-faint text-sm">{user.email}</p>
      </div>
      <MenuSeparator />
      <MenuItem asChild>
        <Link href={ACCOUNT}>
          <UserRound aria-hidden />
          {t("settings")}
        </Link>
      </MenuItem>
      <MenuItem onSelect={() => void signOut({ callbackUrl: "/sign-in" })}>
        <LogOut aria-hidden />
        {t("signOut")}
      </MenuItem>
    </DropdownMenu>
  );
}
