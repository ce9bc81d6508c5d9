import "server-only";

export { cancelUploads, openBatch } from "./batch";
export { addUploads, keepBatchChoices, keepChoices, readAgain } from "./choose";
export { receiveUpload, type SentFile } from "./receive";
export { claim, type Job } from "./work/lease";
export type { ReadFile } from "./work/read";
export { readFile } from "./work/read-file";
export { storeUpload } from "./work/store";
export { Worker, type WorkerOptions } from "./work/worker";
