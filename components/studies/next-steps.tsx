"use client";

import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { can, type StudyAction } from "@/lib/access/can";
import type { Overview } from "@/lib/schemas/overview";
import { Section } from "./section";

type Step = "people" | "guide" | "codebook" | "transcripts" | "coding";

interface Offer {
  step: Step;
  needs: StudyAction;
  done: boolean;
  href: Route;
}

/** What a study still lacks, in the order in which it is mostly set up; and of that, what this role may do. */
function openSteps(studyId: string, { role, sectors, clusters, codes, transcripts }: Overview): Offer[] {
  const coded = transcripts?.shown.some(({ segments }) => segments > 0) ?? true;
  const some = (transcripts?.total ?? 0) > 0;
  const offers: Offer[] = [
    {
      step: "people",
      needs: "people.edit",
      done: sectors.some((each) => each.interviewees > 0),
      href: studyRoute(studyId, "people"),
    },
    { step: "guide", needs: "guide.edit", done: clusters.length > 0, href: studyRoute(studyId, "guide") },
    { step: "codebook", needs: "codebook.edit", done: codes > 0, href: studyRoute(studyId, "codebook") },
    {
      step: "transcripts",
      needs: "transcript.add",
      done: some,
      href: studyRoute(studyId, "transcripts", "/new"),
    },
    {
      step: "coding",
      needs: "coding.write",
      done: coded || !some || codes === 0,
      href: studyRoute(studyId, "transcripts"),
    },
  ];
  return offers.filter(({ done, needs }) => !done && can(role, needs));
}

/** What to do next while a study is being set up; nothing once it is. */
export function NextSteps({ studyId, overview }: { studyId: string; overview: Overview }) {
  const t = useTranslations("studies.overview");
  const steps = openSteps(studyId, overview);
  const empty = overview.sectors.length === 0 && overview.clusters.length === 0 && overview.codes === 0;
  if (steps.length === 0) return empty ? <p className="text-soft">{t("nothingYet")}</p> : null;
  return (
    <Section title={t("next")} description={t("nextBody")}>
      <ol className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {steps.map(({ step, href }, index) => (
          <li key={step}>
            <Card className="grid h-full content-start gap-1">
              <h3 className="font-semibold">{t(`steps.${step}.title`)}</h3>
              <p className="text-soft">{t(`steps.${step}.body`)}</p>
              <div className="mt-auto pt-2">
                <Button asChild variant={index === 0 ? "primary" : "secondary"} size="sm">
                  <Link href={href}>{t(`steps.${step}.action`)}</Link>
                </Button>
              </div>
            </Card>
          </li>
        ))}
      </ol>
    </Section>
  );
}
