import { expect, it } from "vitest";
import { languageOfWords } from "@/components/reader/model/language";

it.each([
  ["What is safety?", "ja", "en"],
  ["安全とは何ですか。", "en", "ja"],
  ["恐怖", "en", "ja"],
  ["恐怖", "zh-Hant", "zh-Hant"],
  ["Was ist Sicherheit?", "de", "de"],
])("%s among words of %s is read in %s", (words, around, language) => {
  expect(languageOfWords(words, around)).toBe(language);
});
