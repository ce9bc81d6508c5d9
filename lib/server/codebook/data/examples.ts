import "server-only";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import { citation, type Permission } from "@/lib/domain/permission";
import type { ExampleRow } from "@/lib/schemas/codebook-views";
import { named, seenSegments } from "@/lib/server/blind";
import { defaultsOf, frameOf } from "@/lib/server/compare/data";
import { pool } from "@/lib/server/db";
import { Contexts } from "@/lib/server/excerpts/data/contexts";

const examplesFor = (scope: StudyScope) => `
SELECT e."id", e."codeId", e."counter", s."id" AS "segmentId", s."versionId", s."start", s."end", s."quote", s."permission",
  t."id" AS "transcriptId", t."title", t."language"
FROM "CodeExample" e JOIN ${seenSegments(scope)} s ON s."id" = e."segmentId" AND s."deletedAt" IS NULL
JOIN "Transcript" t ON t."id" = s."transcriptId" JOIN "TranscriptVersion" v ON v."id" = s."versionId"
WHERE e."studyId" = $1 AND (v."current" OR $2) ORDER BY e."createdAt", e."id"`;

interface Row {
  id: string;
  codeId: string;
  counter: boolean;
  segmentId: string;
  versionId: string;
  start: number;
  end: number;
  quote: string;
  permission: Permission | null;
  transcriptId: string;
  title: string;
  language: string;
}

/**
 * The segments of this study that show what a code is, or is not, each with what the stricter of its own permission
 * and its interviewees' lets out to this role. What waits to be placed after a correction is for those who may read
 * transcripts.
 */
export async function listExamples(scope: StudyScope): Promise<ExampleRow[]> {
  const reads = can(scope.role, "transcript.read");
  const { rows } = await pool().query<Row>({
    ...named(scope, "codebook-examples"),
    text: examplesFor(scope),
    values: [scope.studyId, reads],
  });
  if (rows.length === 0) return [];
  const frame = await frameOf(scope);
  const people = new Map(frame.interviewees.map((person) => [person.id, person]));
  const sectors = new Map(frame.sectors.map(({ id, name }) => [id, name]));
  const contexts = await new Contexts(pool(), scope, defaultsOf(frame), {}).of(
    rows.map((row) => row.versionId),
  );
  return rows.map((row) => {
    const context = contexts.get(row.versionId);
    const voices = context?.voices(row);
    const out = citation({
      permission: voices?.permission ?? "withheld",
      intervieweeNumber: 0,
      sector: "",
      name: null,
    });
    const speakers = (voices?.intervieweeIds ?? []).flatMap((id) => people.get(id) ?? []);
    const numbered = out.number !== null;
    const quotable = out.quote && context?.kept(row) === false;
    const { id, codeId, counter, segmentId, language } = row;
    return {
      ...{ id, codeId, counter, segmentId, language },
      quote: quotable || can(scope.role, "withheld.view") ? row.quote : null,
      withheld: !quotable,
      numbers: numbered ? speakers.map(({ number }) => number).sort((a, b) => a - b) : null,
      sectors:
        out.sector === null
          ? null
          : [...new Set(speakers.map(({ sectorId }) => sectors.get(sectorId) ?? ""))],
      transcript: reads && numbered ? { id: row.transcriptId, title: row.title } : null,
    };
  });
}
