"use client";

import { CircleHelp, Search } from "lucide-react";
import { type FormEvent, type Ref, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { TextInput } from "@/components/ui/text-input";
import { LONGEST_QUERY, parseQuery } from "@/lib/domain/search";
import { QueryHelp } from "./query-help";

interface QueryBoxProps {
  /** What the address asks for. */
  q: string;
  field: Ref<HTMLInputElement>;
  onSearch: (q: string) => void;
}

/** Where one writes what to search for. What is wrong with it is said when it is sent. */
export function QueryBox({ q, field, onSearch }: QueryBoxProps) {
  const t = useTranslations("search");
  const [typed, setTyped] = useState(q);
  const [sent, setSent] = useState(q);
  // The address may change by itself: a saved search, the way back.
  const [asked, setAsked] = useState(q);
  if (asked !== q) {
    setAsked(q);
    setTyped(q);
    setSent(q);
  }
  const parsed = parseQuery(sent);
  const fault = sent !== "" && !parsed.ok ? parsed.reason : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = typed.trim();
    setSent(wanted);
    if (wanted === "" || parseQuery(wanted).ok) onSearch(wanted);
  };
  return (
    <form onSubmit={submit} className="grid gap-1">
      <div className="flex items-center gap-2">
        <TextInput
          ref={field}
          type="search"
          aria-label={t("query")}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? "search-fault" : undefined}
          placeholder={t("placeholder")}
          maxLength={LONGEST_QUERY}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="min-w-0 flex-1"
        />
        <Popover
          label={t("help.open")}
          align="end"
          className="w-[min(30rem,calc(100vw-2rem))]"
          trigger={<IconButton label={t("help.open")} icon={<CircleHelp aria-hidden />} />}
        >
          <QueryHelp />
        </Popover>
        <Button type="submit" variant="primary">
          <Search aria-hidden />
          <span className="max-sm:sr-only">{t("submit")}</span>
        </Button>
      </div>
      <p id="search-fault" role="status" className="font-medium text-danger text-sm empty:hidden">
        {fault && t(`fault.${fault}`)}
      </p>
    </form>
  );
}
