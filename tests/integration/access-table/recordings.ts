import { randomUUID } from "node:crypto";
import { type AccessTable, inStudy } from "@/tests/support/access";
import { addRecording } from "@/tests/support/recordings";

export const table: AccessTable = {
  "actions.removeRecording": inStudy("recording.remove", async ({ a: { transcriptId } }) => ({
    eventId: randomUUID(),
    transcriptId,
    recordingId: await keptIn(transcriptId),
  })),
  "GET transcripts/[transcriptId]/hearing": inStudy("transcript.read", ({ a }) => ({
    params: { transcriptId: a.transcriptId },
  })),
  // Where something is hidden in the text, fewer may: tests/integration/recordings.test.ts.
  "GET transcripts/[transcriptId]/recordings/[recordingId]": inStudy(
    "recording.hear",
    async ({ a: { transcriptId } }) => ({
      params: { transcriptId, recordingId: await keptIn(transcriptId) },
    }),
  ),
  "PUT transcripts/[transcriptId]/recordings/[recordingId]": inStudy("recording.attach", ({ a }) => ({
    params: { transcriptId: a.transcriptId, recordingId: randomUUID() },
    headers: { "x-file-name": "sound.wav" },
    body: "RIFF    WAVEfmt ",
  })),
};

/** One recording for all who ask. */
const made = new Map<string, Promise<string>>();
function keptIn(transcriptId: string): Promise<string> {
  const kept = made.get(transcriptId) ?? addRecording(transcriptId);
  made.set(transcriptId, kept);
  return kept;
}
