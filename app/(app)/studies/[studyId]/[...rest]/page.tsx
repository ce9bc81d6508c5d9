import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { translator } from "@/lib/server/i18n";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("shell");
  return { title: t("notFound.title") };
}

/** An address below a study that leads nowhere: said inside the study, with its bar, so that one can go elsewhere. */
export default function NoSuchRoom(): never {
  notFound();
}
