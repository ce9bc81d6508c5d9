import { z } from "zod";
import { eventId, id } from "./fields";

/** The largest recording that is kept, in bytes: eight hours of speech as most recorders write it, or an hour without loss. */
export const RECORDING_LIMIT = 500 * 1024 * 1024;

export const RecordingAddress = z.object({ transcriptId: id, recordingId: id });
export const HearingParams = z.object({ transcriptId: id });
export const RemoveRecording = z.object({ eventId, transcriptId: id, recordingId: id });

/** The recording that is kept with a transcript, or with its other half. */
export const KeptRecording = z.object({
  id: z.uuid(),
  /** The transcript that it was sent to. */
  transcriptId: z.uuid(),
  /** The file's name, for those who see names. */
  name: z.string().nullable(),
  /** Bytes. */
  size: z.int(),
  /** Whether the person may play it. */
  hears: z.boolean(),
});
export type KeptRecording = z.infer<typeof KeptRecording>;

/** GET /api/transcripts/[transcriptId]/hearing: what it takes to hear a text. */
export const Hearing = z.object({
  versionId: z.uuid(),
  /** Offset into the text of the version, in UTF-16 code units, and milliseconds; in the order of offsets. */
  points: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
  recording: KeptRecording.nullable(),
});
export type Hearing = z.infer<typeof Hearing>;
