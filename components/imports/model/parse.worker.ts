import { guideFromQuestions } from "@/lib/domain/transcript";
import { UploadReading } from "@/lib/schemas/imports";
import type { Answer, Asked, Asks } from "./parser";
import { Parsing } from "./parsing";

// Runs beside the page: a text of a million lines is fetched, parsed and cut into rows here, and the page
// gets what it shows.

let open: Promise<Parsing> | undefined;

async function fetched(address: string): Promise<Parsing> {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(`${response.status}`);
  const unpacked = new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
  return new Parsing(UploadReading.parse(await unpacked.json()));
}

const opened = () => open ?? Promise.reject(new Error("nothing is open"));

const asks: Asks = {
  open: async ({ address }) => {
    open = fetched(address);
    await open;
    return null;
  },
  parse: async ({ choices, guide, half }) => (await opened()).parse(choices, guide, half),
  part: async ({ part }) => (await opened()).part(part),
  placeOf: async ({ offset }) => (await opened()).placeOf(offset),
  passages: async ({ passages, edit }) => (await opened()).passages(passages, edit),
  compare: async ({ base }) => (await opened()).compare(base),
  guide: async ({ files }) => {
    const asked = [];
    for (const { address, choices } of files) asked.push(...(await fetched(address)).asked(choices));
    return guideFromQuestions(asked);
  },
};

async function answer({ id, name, input }: Asked<keyof Asks>): Promise<Answer> {
  // Name and input were put together by the same type on the other side.
  const ask = asks[name] as (input: never) => Promise<unknown>;
  try {
    return { id, ok: true, value: await ask(input as never) };
  } catch (error) {
    return { id, ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

self.onmessage = async ({ data }: MessageEvent<Asked<keyof Asks>>) => {
  self.postMessage(await answer(data));
};
