import "server-only";
import { keepSafely } from "@/lib/server/interchange/keep-safely";
import type { ReadFile } from "./read";

export const readFile: ReadFile = keepSafely;
