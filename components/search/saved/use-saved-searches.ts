"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { useToastError } from "@/components/ui/use-toast-error";
import type { ActionResult } from "@/lib/access/errors";
import type { SavedSearch } from "@/lib/schemas/search";
import { deleteSearch, saveSearch } from "@/lib/server/search/actions";

const byName = (a: SavedSearch, b: SavedSearch) => a.name.localeCompare(b.name);

/** The searches that are kept, with what is done to them here. */
export function useSavedSearches(studyId: string, first: readonly SavedSearch[]) {
  const t = useTranslations("search.saved");
  const say = useToastError();
  const [saved, setSaved] = useState(() => [...first]);
  // Read anew, as after a step was taken back, they are what the server says.
  const [from, setFrom] = useState(first);
  if (from !== first) {
    setFrom(first);
    setSaved([...first]);
  }

  const put = (search: SavedSearch) =>
    setSaved((before) => [...before.filter(({ id }) => id !== search.id), search].sort(byName));
  const tell = <Value>(answer: ActionResult<Value> | null): answer is { ok: true; value: Value } => {
    if (answer?.ok) return true;
    say(answer ? answer.error : { code: "unavailable" });
    return false;
  };

  const restore = async (search: SavedSearch) => {
    const { id, name, query, filter } = search;
    const eventId = crypto.randomUUID();
    const answer = await saveSearch({ eventId, studyId, id, name, query, filter }).catch(() => null);
    if (!tell(answer)) return;
    put(search);
    toast({ kind: "success", message: t("restored", { name }) });
  };
  const remove = async (search: SavedSearch) => {
    const { id: searchId, name } = search;
    const answer = await deleteSearch({ eventId: crypto.randomUUID(), searchId }).catch(() => null);
    if (!tell(answer)) return;
    setSaved((before) => before.filter(({ id }) => id !== searchId));
    toast({
      kind: "info",
      message: t("deleted", { name }),
      action: { label: t("undo"), run: () => void restore(search) },
    });
  };
  return { saved, put, remove };
}
