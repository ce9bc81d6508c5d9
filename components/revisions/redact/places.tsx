"use client";

import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Marked } from "@/components/ui/marked";
import type { FoundIn, Occurrence } from "@/lib/schemas/revisions";

/** Where the chosen places begin, by transcript. */
export type Chosen = ReadonlyMap<string, ReadonlySet<number>>;

const NONE: ReadonlySet<number> = new Set();
const startsOf = ({ places }: FoundIn) => new Set(places.map(({ start }) => start));

export const all = (found: readonly FoundIn[]): Chosen =>
  new Map(found.map((each) => [each.transcriptId, startsOf(each)]));
export const chosenIn = (chosen: Chosen, { transcriptId }: FoundIn) => chosen.get(transcriptId) ?? NONE;
export const counted = (chosen: Chosen) => [...chosen.values()].reduce((sum, { size }) => sum + size, 0);

/** What is sent: of each transcript with a chosen place its ranges. */
export function withoutUnchosen(found: readonly FoundIn[], chosen: Chosen) {
  return found
    .map((each) => ({
      transcriptId: each.transcriptId,
      versionId: each.versionId,
      ranges: each.places
        .filter(({ start }) => chosenIn(chosen, each).has(start))
        .map(({ start, end }): [number, number] => [start, end]),
    }))
    .filter(({ ranges }) => ranges.length > 0);
}

interface PlacesProps {
  found: FoundIn;
  chosen: ReadonlySet<number>;
  onChoose: (starts: ReadonlySet<number>) => void;
}

/** The places of a name in one transcript, each with a box to leave it out. */
export function Places({ found, chosen, onChoose }: PlacesProps) {
  const t = useTranslations("revisions.redact");
  const { title, language, places } = found;
  const some = chosen.size > 0 && chosen.size < places.length;
  const toggle = (start: number, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(start);
    else next.delete(start);
    onChoose(next);
  };
  return (
    <section aria-label={t("places", { count: places.length, title })} className="mt-3">
      <Checkbox
        label={<strong className="font-semibold">{t("all", { title })}</strong>}
        checked={some ? "indeterminate" : chosen.size > 0}
        onCheckedChange={(checked) => onChoose(checked === true ? startsOf(found) : NONE)}
      />
      <ul className="mt-1 grid max-h-72 gap-1 overflow-y-auto pl-7">
        {places.map((place) => (
          <li key={place.start}>
            <Checkbox
              label={<Context place={place} language={language} />}
              checked={chosen.has(place.start)}
              onCheckedChange={(checked) => toggle(place.start, checked === true)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Words with what stands around them, in one line. */
export function Context({ place, language }: { place: Occurrence; language: string }) {
  const { before, quote, after } = place;
  const start = before.length;
  return (
    <span lang={language} dir="auto" className="break-words text-soft">
      <Marked text={before + quote + after} ranges={[{ start, end: start + quote.length }]} />
    </span>
  );
}
