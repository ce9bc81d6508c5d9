import type { Metadata } from "next";
import Link from "next/link";
import { LeftWork } from "@/components/left-work/left-work";
import { NEW_STUDY } from "@/components/shell/routes";
import { StudyCards } from "@/components/studies/study-cards";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { translator } from "@/lib/server/i18n";
import { loadStudies } from "@/lib/server/studies/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("studies");
  return { title: t("list.title") };
}

export default async function StudiesPage() {
  const { me, studies } = await loadStudies({});
  const t = await translator("studies");
  const newStudy = (
    <Button asChild variant="primary">
      <Link href={NEW_STUDY}>{t("list.new")}</Link>
    </Button>
  );
  if (studies.length === 0) {
    return (
      <Page title={t("list.title")}>
        <LeftWork personId={me} />
        <EmptyState title={t("list.empty")} action={newStudy}>
          {t("list.emptyBody")}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t("list.title")} description={t("list.description")} actions={newStudy}>
      <LeftWork personId={me} />
      <StudyCards studies={studies} />
    </Page>
  );
}
