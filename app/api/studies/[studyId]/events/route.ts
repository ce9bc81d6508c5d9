import { AppError } from "@/lib/access/errors";
import { followedFrom } from "@/lib/access/live";
import { LiveRequest, Position } from "@/lib/schemas/live";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { hub, standpointOf } from "@/lib/server/live";
import { currentSession } from "@/lib/server/session";

/** What happens in a study, as it happens (server-sent events): see lib/server/live. */
export const GET = defineRoute({
  input: LiveRequest,
  scope: ({ studyId }) => scopeOf("study", studyId, "study.view"),
  respond: async (scope, { after, at }, request) => {
    const claim = await currentSession();
    if (!claim) throw new AppError("unauthenticated");
    const last = Position.safeParse(request.headers.get("last-event-id")).data;
    const { studyId, userId, role } = scope;
    const seen = { epoch: claim.epoch, transcriptId: at ?? null, sources: followedFrom(scope) };
    const viewer = { studyId, userId, role, ...seen, ...(await standpointOf(scope)) };
    return new Response(await hub().open(viewer, last ?? after, request.signal), {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        // Not to be changed on the way: a proxy that compresses would hold events back.
        "cache-control": "private, no-cache, no-transform",
        "x-accel-buffering": "no",
      },
    });
  },
});
