#!/usr/bin/env node
// Prisma starts this file as if it were its native schema engine; the rest is TypeScript.
import { register } from "tsx/esm/api";

register();
await import("./main.ts");
