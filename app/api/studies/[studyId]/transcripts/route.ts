import { AppError } from "@/lib/access/errors";
import { AddChoices, UploadParams } from "@/lib/schemas/transcripts";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { fieldErrors } from "@/lib/server/errors";
import { receiveFile } from "@/lib/server/interchange/upload";
import { importTranscript } from "@/lib/server/transcripts/mutations";

/** Adds the transcript that an uploaded file holds, under the choices in its field `choices`. */
export const POST = defineRoute({
  input: UploadParams,
  scope: ({ studyId }) => scopeOf("study", studyId, "transcript.add"),
  respond: async (scope, _input, request) => {
    const { name, bytes, fields } = await receiveFile(request);
    const choices = AddChoices.safeParse(jsonOf(fields.choices));
    if (!choices.success) throw new AppError("invalid", { fields: fieldErrors(choices.error) });
    return Response.json(await importTranscript(scope, { name, bytes }, choices.data), { status: 201 });
  },
});

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
