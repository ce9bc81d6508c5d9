import type { Metadata } from "next";
import { RefusedFile } from "@/components/shell/refused-file";
import { RefusedFileParams } from "@/lib/schemas/shell";
import { translator } from "@/lib/server/i18n";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("shell");
  return { title: t("refusedFile.title") };
}

/** Where a file was asked for and could not be had: an answer of ours instead of the browser's own. */
export default async function RefusedFilePage({ searchParams }: PageProps<"/refused">) {
  return <RefusedFile {...RefusedFileParams.parse(await searchParams)} />;
}
