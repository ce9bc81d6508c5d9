"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Sheet } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Switch } from "@/components/ui/switch";
import { type Command, useAllCommands } from "./commands";
import { useLayer } from "./layers";
import { rememberSingleKeys, singleKeysOn } from "./preferences";

function byGroup(commands: readonly Command[]): [string, Command[]][] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    if (command.keys === undefined) continue;
    groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  }
  return [...groups];
}

function SingleKeys() {
  const t = useTranslations("shell.shortcuts");
  const [on, setOn] = useState(singleKeysOn);
  return (
    <Switch
      label={t("singleKeys")}
      hint={t("singleKeysHint")}
      checked={on}
      onCheckedChange={(next) => {
        setOn(next);
        rememberSingleKeys(next);
      }}
    />
  );
}

/** What the keys do on the page at hand, from the commands that are on it. */
export function ShortcutsSheet() {
  const t = useTranslations("shell.shortcuts");
  const layer = useLayer("shortcuts");
  const commands = useAllCommands();
  return (
    <Sheet {...layer} title={t("title")} description={t("description")}>
      <div className="grid gap-5">
        {byGroup(commands).map(([group, members]) => (
          <section key={group}>
            <h3 className="caption mb-1">{group}</h3>
            <dl className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1.5">
              {members.map((command) => (
                <div key={command.id} className="contents">
                  <dt>{command.label}</dt>
                  <dd className="justify-self-end">
                    <Kbd keys={command.keys ?? ""} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <div className="border-line border-t pt-4">
          <SingleKeys />
        </div>
      </div>
    </Sheet>
  );
}
