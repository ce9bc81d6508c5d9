import { createHash } from "node:crypto";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { pool, prisma } from "@/lib/server/db";
import { mutate } from "@/lib/server/history";
import { accounts } from "./human-security/accounts";
import { codebook } from "./human-security/codebook";
import { guide } from "./human-security/guide";
import { readInterviews } from "./human-security/interviews";
import { interviewees, sectors } from "./human-security/people";
import { sources } from "./human-security/sources";
import { study } from "./human-security/study";
import { idOf } from "./ids";
import { removeSample } from "./remove";
import { loadAccounts } from "./steps/accounts";
import { loadCodebook } from "./steps/codebook";
import { loadGuide } from "./steps/guide";
import { loadPeople } from "./steps/people";
import { loadSources } from "./steps/sources";
import { loadStudy, studyId } from "./steps/study";
import { loadTranscripts } from "./steps/transcripts";

export interface Loaded {
  studyId: string;
  /** Whether anything was written. */
  loaded: boolean;
}

/**
 * Loads the sample study, once. A sample that is whole stays as it is; where its content has changed
 * since, it is loaded anew if nobody has worked in it, and kept if somebody has. One that was broken
 * off is made whole: every write carries an id that follows from its content's names, so that those
 * which are done are not done again.
 */
export async function loadSample(): Promise<Loaded> {
  // A crash may cost the last writes, which the next load makes anew: no need to wait for the disk after each.
  pool().options.onConnect = async (client) => {
    await client.query("SET synchronous_commit TO off");
  };
  const interviews = readInterviews();
  const content = { accounts, study, sectors, interviewees, guide, codebook, interviews, sources };
  const stamp = createHash("sha1").update(JSON.stringify(content)).digest("hex");
  const last = await lastState();
  if (last.finished && (last.stamp === stamp || last.worked)) return { studyId, loaded: false };
  if (last.stamp !== null && last.stamp !== stamp) await removeSample(studyId);

  await loadAccounts();
  const scope = await loadStudy();
  await note(scope, "sample.begun", stamp);
  await loadPeople(scope);
  await loadGuide(scope);
  await loadCodebook(scope);
  await loadTranscripts(scope, interviews);
  await loadSources(scope, sources);
  await note(scope, "sample.loaded", stamp);
  return { studyId, loaded: true };
}

interface LastState {
  /** Of the content that was loaded, or begun to be; null where the study is not there. */
  stamp: string | null;
  finished: boolean;
  /** Whether anything was written after it was loaded. */
  worked: boolean;
}

async function lastState(): Promise<LastState> {
  const there = await prisma().study.findUnique({ where: { id: studyId }, select: { seq: true } });
  const notes = await prisma().historyEvent.findMany({
    where: { studyId, kind: { in: ["sample.begun", "sample.loaded"] } },
    orderBy: { seq: "desc" },
  });
  const stamp = notes[0]?.after;
  const finished = notes.find((event) => event.kind === "sample.loaded");
  return {
    stamp: there ? String(stamp ?? "") : null,
    finished: finished !== undefined,
    worked: finished !== undefined && there !== null && there.seq > finished.seq,
  };
}

async function note(scope: { studyId: string; userId: string }, kind: string, stamp: string): Promise<void> {
  await mutate(scope, { id: idOf("event", kind, stamp), kind }, async () => ({ after: stamp }));
}

/** Run by itself: loads the sample into DATABASE_URL and says what it did. */
if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const started = Date.now();
  const { loaded } = await loadSample();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    loaded ? `Sample study loaded in ${seconds} s.\n` : "The sample study is there already.\n",
  );
  await prisma().$disconnect();
  await pool().end();
}
