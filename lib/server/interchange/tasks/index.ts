import "server-only";
import type { Task } from "../safely/task";
import { align } from "./align";
import { compose, draft } from "./compose";
import { keep, read } from "./read";
import { propose, revise } from "./revise";

/** Does a task in this process: takes what it is about and its bytes, gives pieces on the way, answers its value. */
export type Perform = (
  about: unknown,
  bytes: Uint8Array,
  give: (piece: unknown) => Promise<void>,
) => Promise<unknown>;

const TASKS: Record<Task["kind"], Perform> = { read, keep, compose, draft, align, revise, propose };

export const perform = (kind: Task["kind"], ...task: Parameters<Perform>) => TASKS[kind](...task);
