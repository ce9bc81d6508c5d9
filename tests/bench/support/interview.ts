import { Chance } from "./generate/chance";

const WORDS =
  "the harbour was quiet that year and nobody asked who would mend nets or carry water when boats stayed in we waited listened learned what people need before they say it".split(
    " ",
  );

/** An interview as a file of text: labels, questions and answers, of so many words. */
export function interview(words: number, seed: number): string {
  const chance = new Chance(seed);
  const lines: string[] = [];
  for (let left = words, turn = 0; left > 0; turn += 1) {
    const length = Math.min(left, turn % 2 === 0 ? 12 : 90);
    const said = Array.from({ length }, () => chance.pick(WORDS)).join(" ");
    lines.push(turn % 2 === 0 ? `Interviewer: ${said}?` : `Participant: ${said}.`);
    left -= length;
  }
  return `${lines.join("\n")}\n`;
}
