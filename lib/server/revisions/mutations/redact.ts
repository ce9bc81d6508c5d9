import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { withoutNames } from "@/lib/domain/revision";
import type { Corrected, RedactInput, TakeBackInput } from "@/lib/schemas/revisions";
import { recordEvent, type Tx } from "@/lib/server/history";
import { onceAtATime } from "./correct";
import { makeCurrent, textToChange, versionToChange } from "./version";

type Redaction = z.output<typeof RedactInput>;

/**
 * Puts a pseudonym in the place of a name, at the places given, in one or several transcripts: a new
 * version of each, all in one transaction. Segments that have a part of the name come to hold the
 * pseudonym whole. Quotes of segments that wait in the queue lose the name as well. Throws `stale` where
 * a version given is no longer current, `not_found` where a transcript is not this study's.
 */
export function redact(scope: StudyScope, input: Redaction): Promise<Corrected> {
  const { eventId, words, pseudonym, places } = input;
  const [main, ...others] = places;
  const ids = new Set(places.map((place) => place.transcriptId));
  if (!main || ids.size < places.length) throw new AppError("invalid");
  const { transcriptId } = main;
  const also = others.map((place) => place.transcriptId);
  return onceAtATime(scope, { id: eventId, transcriptId, also }, async (tx) => {
    for (const place of others) {
      const after = await redactOne(tx, scope, input, place);
      const event = { id: randomUUID(), kind: "transcript.correct", transcriptId: place.transcriptId };
      await recordEvent(tx, scope, { ...event, after });
    }
    const { studyId } = scope;
    await tx.pseudonym.upsert({
      where: { studyId_original: { studyId, original: words } },
      create: { id: randomUUID(), studyId, original: words, replacement: pseudonym },
      update: { replacement: pseudonym },
    });
    return redactOne(tx, scope, input, main);
  });
}

async function redactOne(
  tx: Tx,
  scope: StudyScope,
  { words, pseudonym, labels }: Redaction,
  { transcriptId, versionId, ranges }: Redaction["places"][number],
): Promise<Corrected> {
  const marks = ranges.map(([start, end]) => ({ start, end, pseudonym }));
  const former = await versionToChange(tx, scope, transcriptId, versionId);
  const from = await textToChange(tx, former);
  if (marks.some(({ start, end }) => end <= start || end > from.text.length)) throw new AppError("invalid");
  if (labels) await renameLabels(tx, transcriptId, former.title, new Map([[words, pseudonym]]));
  const next = { transcriptId, former, from, change: "redacted" as const, reason: "" };
  return makeCurrent(tx, scope, { ...next, step: { kind: "hide", marks } });
}

/**
 * Puts the words behind some pseudonyms back, as a new version; segments keep their places. Throws
 * `stale` where another version has become current, `not_found` where no pseudonym begins there.
 */
export function takeBackRedactions(
  scope: StudyScope,
  { eventId, transcriptId, fromVersionId, starts }: z.output<typeof TakeBackInput>,
): Promise<Corrected> {
  return onceAtATime(scope, { id: eventId, transcriptId }, async (tx) => {
    const former = await versionToChange(tx, scope, transcriptId, fromVersionId);
    const wanted = [...new Set(starts)];
    const found = await tx.redaction.count({ where: { versionId: former.id, start: { in: wanted } } });
    if (found < wanted.length) throw new AppError("not_found");
    const from = await textToChange(tx, former);
    const next = { transcriptId, former, from, change: "redacted" as const, reason: "" };
    return makeCurrent(tx, scope, { ...next, step: { kind: "unhide", starts: wanted } });
  });
}

/** Titles, and labels of speakers, are shown beside the text and exported with it. */
async function renameLabels(
  tx: Tx,
  transcriptId: string,
  title: string,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const renamed = withoutNames(title, names);
  if (renamed !== title)
    await tx.transcript.update({ where: { id: transcriptId }, data: { title: renamed } });
  const speakers = await tx.speaker.findMany({ where: { transcriptId } });
  const taken = new Set(speakers.map(({ label }) => label));
  for (const speaker of speakers) {
    const aliases = speaker.aliases.map((alias) => withoutNames(alias, names));
    let label = withoutNames(speaker.label, names);
    const same = label === speaker.label && aliases.every((alias, index) => alias === speaker.aliases[index]);
    if (same) continue;
    // Two people who come to be called alike stay two.
    for (let count = 2; label !== speaker.label && taken.has(label); count += 1)
      label = `${withoutNames(speaker.label, names)} ${count}`;
    taken.add(label);
    await tx.speaker.update({ where: { id: speaker.id }, data: { label, aliases } });
  }
}
