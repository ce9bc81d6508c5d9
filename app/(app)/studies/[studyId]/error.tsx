"use client";

import { DeadEnd } from "@/components/shell/dead-end";

/** Keeps the study's bar, so that one can go elsewhere. */
export default function StudyErrorPage(props: { error: Error & { digest?: string }; retry: () => void }) {
  return <DeadEnd kind="broken" digest={props.error.digest} onRetry={props.retry} />;
}
