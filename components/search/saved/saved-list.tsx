"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import type { SavedSearch } from "@/lib/schemas/search";
import { renameSearch } from "@/lib/server/search/actions";
import { NameDialog } from "./name-dialog";

interface SavedListProps {
  saved: readonly SavedSearch[];
  /** The one that is shown, as an address says it. */
  current: string;
  addressOf: (search: SavedSearch) => string;
  maySave: boolean;
  onOpen: (search: SavedSearch) => void;
  onRenamed: (search: SavedSearch) => void;
  onDelete: (search: SavedSearch) => void;
}

/** The searches that are kept in the study: each is opened by a press. */
export function SavedList(props: SavedListProps) {
  const t = useTranslations("search.saved");
  const { saved, current, addressOf, maySave, onOpen, onRenamed, onDelete } = props;
  return (
    <section aria-label={t("title")} className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <h2 className="caption">{t("title")}</h2>
      {saved.length === 0 && <p className="text-faint text-sm">{t("none")}</p>}
      <ul className="-mx-2 grid grid-cols-[minmax(0,1fr)]">
        {saved.map((search) => (
          <li key={search.id} className="flex items-center rounded-md hover:bg-ink/4">
            <button
              type="button"
              aria-current={addressOf(search) === current || undefined}
              onClick={() => onOpen(search)}
              className="min-h-9 min-w-0 flex-1 rounded-md px-2 py-1 text-left focus-visible:-outline-offset-2 aria-[current]:font-semibold aria-[current]:text-accent"
            >
              <span className="block break-words">{search.name}</span>
              <span className="block truncate text-faint text-sm">
                {search.query} · {t("by", { name: search.createdBy })}
              </span>
            </button>
            {maySave && (
              <>
                <NameDialog
                  trigger={
                    <IconButton label={t("rename", { name: search.name })} icon={<Pencil aria-hidden />} />
                  }
                  title={t("renameTitle")}
                  name={search.name}
                  action={(eventId, name) =>
                    renameSearch({ eventId, searchId: search.id, base: search.name, name })
                  }
                  onDone={(name) => onRenamed({ ...search, name })}
                />
                <IconButton
                  label={t("delete", { name: search.name })}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => onDelete(search)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
