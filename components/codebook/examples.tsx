"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/ui/use-action";
import { useSaved } from "@/components/ui/use-saved";
import { useToastError } from "@/components/ui/use-toast-error";
import type { Codebook, ExampleRow } from "@/lib/schemas/codebook-views";
import { removeExample } from "@/lib/server/codebook/actions";

interface ExamplesProps {
  codebook: Codebook;
  codeId: string;
  counter: boolean;
}

/** The examples of a code, or its counter-examples; what showed a code that was merged into it shows it too. */
export function examplesOf({ codes, examples }: Codebook, codeId: string, counter: boolean): ExampleRow[] {
  const ids = codes.flatMap(({ id, mergedIntoId }) => (mergedIntoId === codeId ? [id] : []));
  return examples.filter(
    (each) => (each.codeId === codeId || ids.includes(each.codeId)) && each.counter === counter,
  );
}

/** The segments of the transcripts that show what a code is, or is not, as far as they may be shown. */
export function Examples({ codebook, codeId, counter }: ExamplesProps) {
  const t = useTranslations("codebook.examples");
  const own = examplesOf(codebook, codeId, counter);
  if (own.length === 0) return null;
  return (
    <ul aria-label={t("fromTexts")} className="mt-2 grid gap-3">
      {own.map((example) => (
        <Example key={example.id} codebook={codebook} example={example} />
      ))}
    </ul>
  );
}

function Example({ codebook, example }: { codebook: Codebook; example: ExampleRow }) {
  const t = useTranslations("codebook.examples");
  const { quote, withheld, numbers, sectors, transcript, language, segmentId } = example;
  const saved = useSaved();
  const { run, pending } = useAction(removeExample, {
    onFailed: useToastError(),
    onDone: () => saved(t("removed")),
  });
  const who = [
    numbers && numbers.length > 0 ? t("who", { numbers: numbers.join(", ") }) : "",
    sectors?.join(", ") ?? "",
  ].filter(Boolean);
  return (
    <li>
      {quote === null ? (
        <p className="text-faint">{t("withheld")}</p>
      ) : (
        <blockquote className="reading whitespace-pre-line" lang={language} dir="auto">
          {quote}
        </blockquote>
      )}
      <div className="mt-0.5 flex flex-wrap items-center gap-x-2 text-faint text-sm">
        {withheld && quote !== null && <Badge tone="warning">{t("leadsOnly")}</Badge>}
        {who.length > 0 && <span>{who.join(", ")}</span>}
        {transcript && (
          <Link
            className="text-accent hover:underline"
            href={studyRoute(codebook.studyId, "transcripts", `/${transcript.id}?segment=${segmentId}`)}
          >
            {transcript.title}
          </Link>
        )}
        {codebook.mayShow && (
          <Button
            size="sm"
            variant="quiet"
            busy={pending}
            onClick={() => run({ eventId: crypto.randomUUID(), exampleId: example.id })}
          >
            {t("remove")}
          </Button>
        )}
      </div>
    </li>
  );
}
