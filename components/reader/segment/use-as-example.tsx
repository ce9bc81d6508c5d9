"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { DropdownMenu, MenuItem } from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { useToastError } from "@/components/ui/use-toast-error";
import type { SegmentState } from "@/lib/domain/coding";
import { addExample } from "@/lib/server/codebook/actions";
import { useSession } from "../context";

/** Makes the segment an example of its code, or of what that is not, in one press; of several codes, one is chosen. */
export function UseAsExample({ segment }: { segment: SegmentState }) {
  const session = useSession();
  const codes = session.store.codingsOf(segment.id).flatMap(({ codeId }) => session.codes.get(codeId) ?? []);
  if (codes.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-1.5">
      {[false, true].map((counter) => (
        <Use key={String(counter)} segmentId={segment.id} codes={codes} counter={counter} />
      ))}
    </div>
  );
}

interface UseProps {
  segmentId: string;
  codes: readonly { id: string; name: string }[];
  counter: boolean;
}

function Use({ segmentId, codes, counter }: UseProps) {
  const t = useTranslations("codebook.examples");
  const add = async ({ id: codeId, name }: { id: string; name: string }) => {
    const ids = { eventId: crypto.randomUUID(), id: crypto.randomUUID() };
    const answer = await addExample({ ...ids, segmentId, codeId, counter });
    return answer.ok ? { ok: true as const, value: name } : answer;
  };
  const { run, pending } = useAction(add, {
    onFailed: useToastError(),
    onDone: (name) => toast({ kind: "success", message: t(counter ? "addedCounter" : "added", { name }) }),
  });
  const words = t(counter ? "useCounter" : "use");
  const [only, ...others] = codes;
  if (only && others.length === 0) {
    return (
      <Button size="sm" variant="quiet" busy={pending} onClick={() => run(only)}>
        {words}
      </Button>
    );
  }
  return (
    <DropdownMenu
      trigger={
        <Button size="sm" variant="quiet" busy={pending}>
          {words}…
        </Button>
      }
    >
      {codes.map((code) => (
        <MenuItem key={code.id} onSelect={() => run(code)}>
          {code.name}
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
