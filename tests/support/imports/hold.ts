import { scopeOfJob } from "@/lib/server/access/job";
import { Worker } from "@/lib/server/imports/mutations";

// A server that takes a file and hangs in the middle of it; the test ends it the hard way. Says on its
// output which file it has.
new Worker({
  scopeOf: (job) => scopeOfJob(job, "transcript.add"),
  atOnce: 1,
  lease: Number(process.argv[2]),
  read: (name) => {
    process.stdout.write(`${name}\n`);
    return new Promise(() => undefined);
  },
});
setInterval(() => undefined, 1_000_000);
