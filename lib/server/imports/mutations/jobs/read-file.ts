import "server-only";
import { readSafely } from "@/lib/server/interchange/read-safely";
import type { ReadFile } from "./read";

export const readFile: ReadFile = (name, bytes, encoding) => readSafely(name, bytes, { encoding });
