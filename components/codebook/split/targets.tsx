"use client";

import { Plus, X } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SelectOrFind } from "@/components/ui/find-one";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { TextInput } from "@/components/ui/text-input";
import { buildTree, isPathSafe } from "@/lib/domain/codebook";
import { NAME_LIMIT } from "@/lib/schemas/codebook";
import type { Split } from "@/lib/schemas/codebook-views";
import { optionsOf } from "../code-options";
import { STAY } from "./kept-choices";
import type { useSplit } from "./use-split";

interface TargetsProps {
  split: Split;
  state: ReturnType<typeof useSplit>;
}

/** The codes that the segment at hand may get, each with its figure, and more to choose from. */
export function Targets({ split, state }: TargetsProps) {
  const t = useTranslations("codebook.splitPage");
  const { targets, give, removeTarget } = state;
  return (
    <section className="grid gap-3">
      <h2 className="caption">{t("targets")}</h2>
      {targets.length === 0 && <p className="text-soft">{t("noTargets")}</p>}
      <ul className="grid gap-1.5">
        {targets.map(({ id, name, hue }, index) => (
          <li key={id} data-hue={hue} className="flex items-center gap-2">
            <button
              type="button"
              onClick={() => give(id)}
              className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-md border border-edge/60 bg-raised px-3 text-left hover:bg-panel"
            >
              {index < 9 && <Kbd keys={String(index + 1)} />}
              <span aria-hidden className="keep-colour size-2.5 shrink-0 rounded-[3px] bg-hue" />
              <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
            </button>
            <IconButton
              label={t("remove", { name })}
              icon={<X aria-hidden />}
              onClick={() => removeTarget(id)}
            />
          </li>
        ))}
        {targets.length > 0 && (
          <li>
            <Button variant="quiet" onClick={() => give(STAY)}>
              <Kbd keys="0" /> {t("stays")}
            </Button>
          </li>
        )}
      </ul>
      <MoreTargets split={split} state={state} />
    </section>
  );
}

function MoreTargets({ split, state }: TargetsProps) {
  const t = useTranslations("codebook.splitPage");
  const { code, codes, mayAdd } = split;
  const { targets, addTarget, addFresh } = state;
  const [name, setName] = useState("");
  const options = useMemo(() => {
    const tree = buildTree(codes.filter((each) => !each.retired));
    const taken = new Set([code.id, ...targets.map(({ id }) => id)]);
    return optionsOf(tree, ({ id }) => !taken.has(id));
  }, [codes, code.id, targets]);
  const parent = codes.find(({ id }) => id === code.parentId);
  const wanted = name.trim();
  const taken = [
    ...codes.filter((each) => !each.retired && each.parentId === code.parentId),
    ...targets.filter(({ fresh }) => fresh),
  ].some((each) => each.name.toLowerCase() === wanted.toLowerCase());
  return (
    <div className="grid items-end gap-3 sm:grid-cols-2">
      <Field label={t("addTarget")}>
        <SelectOrFind options={options} value="" onValueChange={addTarget} />
      </Field>
      {mayAdd && (
        <form
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isPathSafe(wanted) || taken) return;
            addFresh(wanted);
            setName("");
          }}
        >
          <Field
            label={t("newTarget", { parent: parent ? "one" : "none", parentName: parent?.name ?? "" })}
            error={taken ? t("taken") : undefined}
          >
            <TextInput
              value={name}
              maxLength={NAME_LIMIT}
              placeholder={t("newName")}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <Button type="submit">
            <Plus aria-hidden />
            {t("make")}
          </Button>
        </form>
      )}
    </div>
  );
}
