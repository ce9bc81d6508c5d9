import { DeadEnd } from "@/components/shell/dead-end";

export default function StudyForbidden() {
  return <DeadEnd kind="forbidden" />;
}
