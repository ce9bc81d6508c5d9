"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { CodeSwatch } from "@/components/ui/code-swatch";
import { Field } from "@/components/ui/field";
import { SelectOrFind } from "@/components/ui/find-one";
import { PasteDialog } from "@/components/ui/paste-dialog";
import { useEventId } from "@/components/ui/use-event-id";
import { buildTree, flatten, parsePath, pathOf } from "@/lib/domain/codebook";
import { type Codebook, HUES, NAME_LIMIT, type NewCode } from "@/lib/schemas/codebook";
import { addCodes } from "@/lib/server/codebook/actions";
import { type OutlineCode, parseOutline } from "./parse-outline";

const TOP = "top";

/** Many codes from an indented list, shown as they will stand before they are made. */
export function PasteCodes({
  codebook,
  parentId,
  onClose,
}: {
  codebook: Codebook;
  parentId: string | null;
  onClose: () => void;
}) {
  const t = useTranslations("codebook.pasteDialog");
  const words = useTranslations("codebook");
  const eventId = useEventId();
  const [text, setText] = useState("");
  const [under, setUnder] = useState(parentId ?? TOP);
  const tree = useMemo(() => buildTree(codebook.codes.filter((code) => !code.retired)), [codebook.codes]);
  const places = useMemo(
    () => flatten(tree).map(({ code }) => ({ value: code.id, label: pathOf(tree, code.id) })),
    [tree],
  );
  const choices = useMemo(() => [{ value: TOP, label: words("moveDialog.top") }, ...places], [places, words]);
  const taken = useMemo(() => new Set(places.map((place) => place.label.toLowerCase())), [places]);
  const codes = useMemo(() => {
    return parseOutline(text, taken, under === TOP ? [] : parsePath(pathOf(tree, under)));
  }, [text, under, taken, tree]);
  const wrong = codes.filter((code) => code.problem !== null).length;
  const parent = under === TOP ? undefined : tree.byId.get(under);
  const hueOf = hues(codes, parent?.hue, tree.roots.length);
  return (
    <PasteDialog
      title={t("title")}
      description={t("description")}
      name="codes"
      label={t("list")}
      example={t("example")}
      text={text}
      onText={setText}
      wrong={wrong}
      ready={t("ready", { count: codes.length - wrong })}
      before={
        places.length > 0 && (
          <Field label={t("under")} name="under">
            <SelectOrFind options={choices} value={under} onValueChange={setUnder} />
          </Field>
        )
      }
      beside
      preview={
        <ul className="grid max-h-72 gap-1 overflow-y-auto">
          {codes.map((code) => (
            <li key={code.key} style={{ paddingInlineStart: `${code.depth}rem` }}>
              <CodeSwatch
                hue={hueOf(code)}
                name={code.name.slice(0, NAME_LIMIT)}
                path={code.definition.slice(0, 80)}
              />
              {code.problem && (
                <span className="ml-2 font-medium text-danger text-sm">{t(code.problem)}</span>
              )}
            </li>
          ))}
        </ul>
      }
      input={() => ({
        eventId,
        studyId: codebook.studyId,
        codes: rowsOf(codes, parent?.id ?? null, hueOf),
      })}
      action={addCodes}
      submit={t("submit", { count: codes.length - wrong })}
      done={(added) => words("added", { count: added.codes.length })}
      onClose={onClose}
    />
  );
}

/** The hue of a list's code: its parent's, or at the top level one after the other. */
function hues(
  codes: OutlineCode[],
  inherited: number | undefined,
  roots: number,
): (code: OutlineCode) => number {
  let top = roots;
  const found: number[] = [];
  for (const code of codes) {
    found[code.key] = code.parent === null ? (inherited ?? top++ % HUES.length) : (found[code.parent] ?? 0);
  }
  return (code) => found[code.key] ?? 0;
}

function rowsOf(codes: OutlineCode[], under: string | null, hueOf: (code: OutlineCode) => number): NewCode[] {
  const ids = codes.map(() => crypto.randomUUID());
  return codes.map((code) => ({
    id: ids[code.key] ?? crypto.randomUUID(),
    parentId: code.parent === null ? under : (ids[code.parent] ?? under),
    name: code.name,
    hue: hueOf(code),
    definition: code.definition,
  }));
}
