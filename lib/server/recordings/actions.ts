"use server";

import { RemoveRecording } from "@/lib/schemas/recordings";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import * as mutations from "./mutations";

/** Deletes the recording of a transcript for good. */
export const removeRecording = defineAction({
  input: RemoveRecording,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "recording.remove"),
  run: mutations.removeRecording,
});
