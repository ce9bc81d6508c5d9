"use client";

import { MakeCode } from "@/components/codebook/make-code";
import { useSession } from "../context";
import { applyCodes } from "../model/commands";
import { readerCode } from "../model/new-code";
import { learnCode } from "../model/session";
import { useSignal } from "../model/signal";

interface NewCodeProps {
  name: string;
  /** Beside which code it was typed: the new one stands under the same parent, unless another is chosen. */
  parentId: string | null;
  /** Codes marked besides, which are applied in the same step. */
  also: readonly string[];
  onMade: () => void;
}

/** Makes a code of the words typed and applies it, or one much like it instead. */
export function NewCode({ name, parentId, also, onMade }: NewCodeProps) {
  const session = useSession();
  const tree = useSignal(session.codebook);
  if (!session.frame.mayEditCodebook) return null;
  const take = (codeId: string) => {
    applyCodes(session, [...also, codeId]);
    onMade();
  };
  return (
    <MakeCode
      studyId={session.frame.study.id}
      tree={tree}
      name={name}
      parentId={parentId}
      onMade={(code) => {
        learnCode(session, readerCode(code));
        take(code.id);
      }}
      onTake={take}
    />
  );
}
