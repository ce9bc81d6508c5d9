import type { Generated } from "../generate";

/** A kind of search: what is asked, and the least that anyone could ask of PostgreSQL for it. */
export interface Kind {
  name: string;
  q: string;
  filter?: Record<string, string | undefined>;
  /** A condition on the folded stretches, without who speaks, questions, places, whole words and contexts. */
  floor: { text: string; value: string | string[] };
}

const like = (words: string) => ({ text: `s."folded" LIKE $2`, value: `%${words}%` });
const key = (short: string) => ({ text: `s."short" @> $2::text[]`, value: [short] });
const matches = (expression: string) => ({ text: `s."folded" ~ $2`, value: expression });

/** Planted words are rare, the others are those of the generator. */
export function kinds({ codeIds, sectorIds, clusterIds }: Generated): Kind[] {
  const word = { q: "kari", floor: like("kari") };
  return [
    { name: "a rare word", q: "zephyrine", floor: like("zephyrine") },
    { name: "a common word", ...word },
    { name: "a word of every third text", q: "quillwort", floor: like("quillwort") },
    { name: "a word that is nowhere", q: "nowheretobefound", floor: like("nowheretobefound") },
    { name: "a phrase", q: '"zephyrine quillwort"', floor: like("zephyrine quillwort") },
    { name: "a phrase of common words", q: '"ka ri"', floor: like("ka ri") },
    { name: "… that is nowhere", q: '"ka kari mori neka"', floor: like("ka kari mori neka") },
    { name: "two words in one turn", q: "quillwort AND marigold", floor: like("quillwort") },
    { name: "a wildcard at the end", q: "zephyr*", floor: like("zephyr") },
    { name: "… on both sides", q: "*phyr*", floor: like("phyr") },
    { name: "*un*, common", q: "*un*", floor: like("un") },
    { name: "*qz*, rare", q: "*qz*", floor: like("qz") },
    { name: "an expression with letters", q: "/zephyr[a-z]+/", floor: matches("zephyr[a-z]+") },
    { name: "… without, common", q: "/[A-Z]../", floor: matches("[A-Z]..") },
    { name: "… without, nowhere", q: "/[0-9]{4}/", floor: matches("[0-9]{4}") },
    { name: "English, two letters, common", q: "ka", floor: key("ka") },
    { name: "English, two letters, rare", q: "qz", floor: key("qz") },
    { name: "English, one letter, nowhere", q: "x", floor: key("x") },
    { name: "Japanese, four characters", q: "安全保障", floor: like("安全保障") },
    { name: "Japanese, two, in every tenth text", q: "保障", floor: key("保障") },
    { name: "Japanese, one, common", q: "の", floor: key("の") },
    { name: "Japanese, one, rare", q: "何", floor: key("何") },
    { name: "a common word within a code", ...word, filter: { within: codeIds[3] } },
    { name: "… without a code", ...word, filter: { without: codeIds[0] } },
    { name: "… by interviewers", ...word, filter: { speakers: "interviewer" } },
    { name: "… in a cluster", ...word, filter: { clusters: clusterIds[2] } },
    { name: "… of a sector", ...word, filter: { sectors: sectorIds[3] } },
  ];
}
