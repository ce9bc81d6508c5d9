import { NAME_LIMIT } from "@/lib/schemas/codebook";
import { addCodes } from "@/lib/server/codebook/actions";
import type { ReaderCode } from "./frame";
import { learnCode, type ReaderSession } from "./session";

/** A code that is about to be made, as the last one under its parent and in its colour. */
export function newCode({ codes }: ReaderSession, name: string, parentId: string | null): ReaderCode {
  const hue = (parentId ? codes.get(parentId)?.hue : undefined) ?? codes.size % 6;
  return readerCode({ id: crypto.randomUUID(), parentId, name, hue });
}

/** A code that was just made, which has a name and a place and nothing else. */
export function readerCode(made: Pick<ReaderCode, "id" | "parentId" | "name" | "hue">): ReaderCode {
  return {
    ...made,
    position: Number.MAX_SAFE_INTEGER,
    shortcut: null,
    ...{ definition: "", whenToUse: "", whenNotToUse: "" },
    meaningSince: 0,
    retired: false,
  };
}

/** What the server is asked for, so that it is made. */
function inputFor(session: ReaderSession, { id, parentId, name, hue }: ReaderCode) {
  return {
    eventId: crypto.randomUUID(),
    studyId: session.frame.study.id,
    codes: [{ id, parentId, name, hue }],
  };
}

/** Selected words as a code's name: in one line, without the separator of paths, no longer than a name may be. */
export function nameFrom(words: string): string {
  const line = words.replaceAll(/[\s>]+/g, " ").trim();
  return [...line]
    .slice(0, NAME_LIMIT / 2)
    .join("")
    .trim();
}

/** Makes a code in the codebook and takes it up here. Answers whether it was; that the server cannot be reached is a no like others. */
export async function makeCode(session: ReaderSession, code: ReaderCode): Promise<boolean> {
  try {
    const result = await addCodes(inputFor(session, code));
    if (result.ok) learnCode(session, code);
    return result.ok;
  } catch {
    return false;
  }
}
