import { DeadEnd } from "@/components/shell/dead-end";
import { translator } from "@/lib/server/i18n";

export default async function NotFound() {
  const t = await translator("shell");
  return (
    <>
      {/* Where a layout's own title is of what was not found, nothing else gives the page one. */}
      <title>{`${t("notFound.title")} · Kikitori`}</title>
      <DeadEnd kind="notFound" />
    </>
  );
}
