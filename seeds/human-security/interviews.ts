import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { SampleInterview } from "@/seeds/interview";

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "interviews");

/** The sample's interviews in the order of their numbers. Throws where a file is not as its schema says. */
export function readInterviews(): SampleInterview[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names
    .sort()
    .map((name) => SampleInterview.parse(JSON.parse(readFileSync(path.join(folder, name), "utf8"))));
}
