import { afterEach, beforeEach } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import type { ImportChoices } from "@/lib/schemas/imports";
import { offlineScope } from "@/lib/server/access/offline";
import { addUploads, type Worker } from "@/lib/server/imports/mutations";
import { truncateAll } from "@/tests/support/database";
import { buildFixture, type Fixture } from "@/tests/support/fixture";
import { importChoices } from "./batch";
import * as files from "./files";

interface Open {
  fixture: Fixture;
  coder: StudyScope;
  batchId: string;
}

/**
 * Where a coder brings files in: a study and an empty batch for each test, cleared after it with the workers
 * that the test let begin. To be called once, at the top of a file of tests.
 */
export function importDesk() {
  const workers: Worker[] = [];
  let open: Open | undefined;
  const now = (): Open => {
    if (!open) throw new Error("no test runs");
    return open;
  };
  beforeEach(async () => {
    const fixture = await buildFixture();
    const coder = await offlineScope(fixture.a.members.coder.userId, fixture.a.studyId);
    open = { fixture, coder, batchId: await files.newBatch(coder) };
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    await truncateAll();
  });
  return {
    get fixture() {
      return now().fixture;
    },
    get coder() {
      return now().coder;
    },
    get batchId() {
      return now().batchId;
    },
    /** Sends a file of a few words, and answers its id. */
    send: (file?: Parameters<typeof files.send>[2]) => files.send(now().coder, now().batchId, file),
    /** Hands a file on to be stored under what a person chose. */
    add: (id: string, fields: Partial<ImportChoices> = {}) =>
      addUploads(now().coder, now().batchId, [{ id, choices: importChoices(fields) }]),
    /** Lets a worker of this process begin; it ends with the test, or before. */
    work(options?: Parameters<typeof files.startWorker>[0]): Worker {
      const worker = files.startWorker(options);
      workers.push(worker);
      return worker;
    },
  };
}
