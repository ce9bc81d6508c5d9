import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { ownProgram } from "@/lib/launch/step";
import type { MadeStudy, WantedStudy } from "./wanted";

export type { MadeStudy, WantedStudy, WantedTalk } from "./wanted";

interface Maker {
  ask(wanted: WantedStudy): void;
  answers: AsyncIterator<string>;
}

let maker: Maker | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Makes a study of the sample's owner, as the app itself does but without its screens: a new one at each call,
 * so that a journey begins in a place that is known, also at its second try.
 */
export function made(wanted: WantedStudy): Promise<MadeStudy> {
  const answer = last.then(async () => {
    maker ??= start();
    maker.ask(wanted);
    const { value = '{"error":"it ended"}' } = await maker.answers.next();
    const study = JSON.parse(value);
    if (study.error) throw new Error(`“${wanted.title}” could not be made: ${study.error}`);
    return study;
  });
  last = answer.catch(() => undefined);
  return answer;
}

/** One for each process of the tests, since starting takes a second and making some hundredths. */
function start(): Maker {
  const { program, args } = ownProgram("tests/support/e2e/made/maker.ts");
  const child: ChildProcess = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error("it has no ends to speak with");
  return {
    ask: (wanted) => void stdin.write(`${JSON.stringify(wanted)}\n`),
    answers: createInterface({ input: stdout })[Symbol.asyncIterator](),
  };
}
