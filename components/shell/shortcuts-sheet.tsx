"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Sheet } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Switch } from "@/components/ui/switch";
import { type Command, useAllCommands } from "./commands";
import { useLayer } from "./layers";
import { rememberSingleKeys, singleKeysOn } from "./preferences";

/** What each group does, in its order, and the keys for it: the same thing may have several. */
function byGroup(commands: readonly Command[]): [string, [string, string[]][]][] {
  const groups = new Map<string, Map<string, string[]>>();
  for (const { group, label, keys } of commands) {
    if (keys === undefined) continue;
    const members = groups.get(group) ?? new Map<string, string[]>();
    groups.set(group, members.set(label, [...(members.get(label) ?? []), keys]));
  }
  return [...groups].map(([group, members]) => [group, [...members]]);
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
              {members.map(([label, all]) => (
                <div key={label} className="contents">
                  <dt>{label}</dt>
                  <dd className="flex flex-wrap justify-end gap-2 justify-self-end">
                    {all.map((keys) => (
                      <Kbd key={keys} keys={keys} />
                    ))}
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
