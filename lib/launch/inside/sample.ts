import { loadSample } from "@/seeds/load";

await loadSample();
// The pool of connections would keep this process for a while.
process.exit(0);
