"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { CodeSwatch } from "@/components/ui/code-swatch";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-input";
import { useEventId } from "@/components/ui/use-event-id";
import { useSaved } from "@/components/ui/use-saved";
import { buildTree, flatten, parsePath, pathOf } from "@/lib/domain/codebook";
import type { Codebook, NewCode } from "@/lib/schemas/codebook";
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
  const saved = useSaved();
  const eventId = useEventId();
  const [text, setText] = useState("");
  const [under, setUnder] = useState(parentId ?? TOP);
  const tree = useMemo(() => buildTree(codebook.codes.filter((code) => !code.retired)), [codebook.codes]);
  const places = useMemo(
    () => flatten(tree).map(({ code }) => ({ value: code.id, label: pathOf(tree, code.id) })),
    [tree],
  );
  const codes = useMemo(() => {
    const taken = new Set(places.map((place) => place.label.toLowerCase()));
    return parseOutline(text, taken, under === TOP ? [] : parsePath(pathOf(tree, under)));
  }, [text, under, places, tree]);
  const wrong = codes.filter((code) => code.problem !== null).length;
  const parent = under === TOP ? undefined : tree.byId.get(under);
  const hueOf = hues(codes, parent?.hue, tree.roots.length);
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={t("description")}
    >
      <ActionForm
        action={addCodes}
        input={() => ({
          eventId,
          studyId: codebook.studyId,
          codes: wrong > 0 ? [] : rowsOf(codes, parent?.id ?? null, hueOf),
        })}
        submit={t("submit", { count: codes.length - wrong })}
        onDone={(added) => {
          saved(words("added", { count: added.codes.length }));
          onClose();
        }}
      >
        {places.length > 0 && (
          <Field label={t("under")} name="under">
            <Select
              options={[{ value: TOP, label: words("moveDialog.top") }, ...places]}
              value={under}
              onValueChange={setUnder}
            />
          </Field>
        )}
        <div className="grid gap-4 md:grid-cols-2">
          <Field label={t("list")} name="codes" required>
            <TextArea
              rows={8}
              value={text}
              placeholder={t("example")}
              onChange={(event) => setText(event.target.value)}
              className="max-h-80 font-mono"
            />
          </Field>
          <div className="grid content-start gap-2">
            <p role="status" className="text-soft">
              {t("ready", { count: codes.length - wrong })}
            </p>
            <ul className="grid max-h-80 gap-1 overflow-y-auto">
              {codes.map((code) => (
                <li key={code.key} style={{ paddingInlineStart: `${code.depth}rem` }}>
                  <CodeSwatch
                    hue={hueOf(code)}
                    name={code.name.slice(0, 200)}
                    path={code.definition.slice(0, 80)}
                  />
                  {code.problem && (
                    <span className="ml-2 font-medium text-danger text-sm">{t(code.problem)}</span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        </div>
      </ActionForm>
    </Dialog>
  );
}

/** The hue of a list's code: its parent's, or at the top level one after the other. */
function hues(
  codes: OutlineCode[],
  inherited: number | undefined,
  roots: number,
): (code: OutlineCode) => number {
  const tops = codes.filter((code) => code.parent === null);
  const found: number[] = [];
  for (const code of codes) {
    found[code.key] =
      code.parent === null ? (inherited ?? (roots + tops.indexOf(code)) % 6) : (found[code.parent] ?? 0);
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
