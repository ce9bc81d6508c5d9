import type { Metadata } from "next";
import { NewStudyForm } from "@/components/studies/new-study-form";
import { Page } from "@/components/ui/page";
import { translator } from "@/lib/server/i18n";
import { loadShareable } from "@/lib/server/studies/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("studies");
  return { title: t("new.title") };
}

export default async function NewStudyPage() {
  const shareable = await loadShareable({});
  const t = await translator("studies");
  return (
    <Page title={t("new.title")} description={t("new.description")} width="narrow">
      <NewStudyForm {...shareable} />
    </Page>
  );
}
