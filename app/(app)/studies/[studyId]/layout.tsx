import type { Metadata } from "next";
import type { ReactNode } from "react";
import { StudyShell } from "@/components/shell/study-shell";
import { loadShell } from "@/lib/server/studies/loaders";

interface StudyLayoutProps {
  params: Promise<{ studyId: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: StudyLayoutProps): Promise<Metadata> {
  const { study } = await loadShell((await params).studyId);
  return { title: { default: study.title, template: `%s · ${study.title} · Kikitori` } };
}

export default async function StudyLayout({ params, children }: StudyLayoutProps) {
  const { studyId } = await params;
  return <StudyShell shell={await loadShell(studyId)}>{children}</StudyShell>;
}
