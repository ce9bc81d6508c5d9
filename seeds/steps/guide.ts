import type { StudyScope } from "@/lib/access/scope";
import { addClusters } from "@/lib/server/guide/mutations";
import { guide } from "@/seeds/human-security/guide";
import { idOf } from "@/seeds/ids";

export const questionIdOf = (key: string) => idOf("question", key);

export async function loadGuide(scope: StudyScope): Promise<void> {
  const clusters = guide.map((cluster) => ({
    ...cluster,
    id: idOf("cluster", cluster.key),
    questions: cluster.questions.map((question) => ({ ...question, id: questionIdOf(question.key) })),
  }));
  await addClusters(scope, { eventId: idOf("event", "guide"), studyId: scope.studyId, clusters });
}
