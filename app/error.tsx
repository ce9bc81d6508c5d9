"use client";

import { DeadEnd } from "@/components/shell/dead-end";

export default function ErrorPage(props: { error: Error & { digest?: string }; retry: () => void }) {
  return <DeadEnd kind="broken" digest={props.error.digest} onRetry={props.retry} />;
}
