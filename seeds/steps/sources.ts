import type { StudyScope } from "@/lib/access/scope";
import { splitParagraphs } from "@/lib/domain/text";
import { addTranscript } from "@/lib/server/transcripts/mutations";
import { idOf } from "@/seeds/ids";
import { quoteIn } from "@/seeds/quote";
import type { SampleSource } from "@/seeds/source";
import { loadCodings } from "./codings";

/** Adds every source beside the interviews, and codes it. Its paragraphs are turns that nobody speaks. */
export async function loadSources(scope: StudyScope, sources: readonly SampleSource[]): Promise<void> {
  for (const { key, kind, title, publisher, date, paragraphs, codings } of sources) {
    const text = paragraphs.map((words) => `${words}\n`).join("");
    const places = splitParagraphs(text);
    const { id: transcriptId, versionId } = await addTranscript(scope, {
      eventId: idOf("event", "source", key),
      id: idOf("source", key),
      versionId: idOf("version", "source", key, 1),
      title,
      language: "en",
      interviewId: null,
      pairWith: null,
      source: { kind, publisher, date },
      text,
      turns: places.map(({ start, end }) => ({
        start,
        bodyStart: start,
        end,
        speaker: null,
        atMs: null,
        align: null,
      })),
      speakers: [],
      passages: [],
      points: [],
    });
    const excerpts = codings.map(({ paragraph, ...said }) => ({
      ...said,
      ...quoteIn(text, places[paragraph], said.quote),
    }));
    await loadCodings(excerpts, { transcriptId, versionId });
  }
}
