import { DeadEnd } from "@/components/shell/dead-end";

export default function StudyNotFound() {
  return <DeadEnd kind="notFound" />;
}
