import type { StudyScope } from "@/lib/access/scope";
import { joinPath } from "@/lib/domain/codebook";
import type { NewCode } from "@/lib/schemas/codebook";
import { addCodes } from "@/lib/server/codebook/mutations";
import { codebook } from "@/seeds/human-security/codebook";
import type { SampleCode } from "@/seeds/human-security/codebook/types";
import { idOf } from "@/seeds/ids";

export const codeIdOf = (path: string) => idOf("code", path);

export async function loadCodebook(scope: StudyScope): Promise<void> {
  const codes = codebook.flatMap((code) => withChildren(code, []));
  await addCodes(scope, { eventId: idOf("event", "codebook"), studyId: scope.studyId, codes });
}

/** The code and those below it, parents first. */
function withChildren({ children = [], ...code }: SampleCode, above: string[]): NewCode[] {
  const path = [...above, code.name];
  const parentId = above.length === 0 ? null : codeIdOf(joinPath(above));
  const own = { ...code, shortcut: code.shortcut ?? null, id: codeIdOf(joinPath(path)), parentId };
  return [own, ...children.flatMap((child) => withChildren(child, path))];
}
