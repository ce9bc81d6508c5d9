import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { buildDocument } from "@/components/reader/model/document";
import type { Saying } from "@/components/reader/model/session";
import { signal } from "@/components/reader/model/signal";
import { tellExtended, tellParagraph, tellWords } from "@/components/reader/model/tell-place";
import type { Range } from "@/lib/domain/segment";
import { reader } from "@/lib/messages/reader";
import { apply, ME, newStore, payload, TEXT } from "./support";

const speak = createTranslator({ locale: "en", messages: reader.en.say as Record<string, unknown> });

/** Somebody in the text, who hears what is said to them as words. */
function listener(...codings: [start: number, end: number, codeId: string][]) {
  const document = buildDocument({ ...payload, redactions: [[22, 31]] });
  const store = newStore(document);
  for (const [start, end, codeId] of codings) store.perform(apply(start, end, codeId));
  const codes = new Map([...Array(9).keys()].map((at) => [`code-${at}`, { name: `Code ${at}` }]));
  const saying = signal<Saying | null>(null);
  const filter = signal({ coderId: null, codeIds: null });
  const session = { codes: codes as never, document, filter, saying, frame: { me: ME }, store };
  const heard = (tell: () => void) => {
    tell();
    const said = saying.get();
    return said && speak(said.key as never, said.values as never);
  };
  return {
    paragraph: (offset: number) => heard(() => tellParagraph(session, offset)),
    words: (words: Range, from: number) => heard(() => tellWords(session, words, { from, to: words.start })),
    extended: (before: Range, after: Range) => heard(() => tellExtended(session, before, after)),
  };
}

const at = (words: string): Range => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
});

describe("a paragraph that the caret comes to", () => {
  it("is told with its question, who speaks, and what is coded in it", () => {
    const { paragraph } = listener([22, 26, "code-1"]);
    expect(paragraph(0)).toBe("Interviewer: One river 🌊 ran.");
    expect(paragraph(20)).toBe(
      "i.1 Which rivers? · Int. 4: rivers ran; 川は流れる。 (with a pseudonym) · coded: Code 1",
    );
    expect(paragraph(TEXT.length)).toBe("End of the text");
  });

  it("is told with few of many codes, and how many there are", () => {
    const codings = [...Array(9).keys()].map((each): [number, number, string] => [0, 3, `code-${each}`]);
    expect(listener(...codings).paragraph(0)).toMatch(
      / · coded: Code 0, Code 1, Code 2, Code 3, Code 4 \+4$/,
    );
  });
});

describe("words that the caret stands at", () => {
  it("are told with the segments that begin and end there, once", () => {
    const { words } = listener([4, 9, "code-1"], [10, 12, "code-2"]);
    expect(words(at("river"), 0)).toBe("river · coded: Code 1");
    expect(words({ start: 5, end: 6 }, 4)).toBe("i");
    expect(words(at("🌊"), 4)).toBe("🌊 · end of Code 1 · coded: Code 2");
  });

  it("are told by their name where nothing of them is heard", () => {
    const { words } = listener();
    expect(words({ start: 3, end: 4 }, 2)).toBe("Space");
    expect(words({ start: 17, end: 18 }, 16)).toBe("End of the paragraph");
  });
});

describe("what is selected", () => {
  it("is told by what came to it or went from it, at either end", () => {
    const { extended } = listener();
    expect(extended({ start: 0, end: 3 }, { start: 0, end: 9 })).toBe("river, selected");
    expect(extended({ start: 0, end: 9 }, { start: 0, end: 3 })).toBe("river, no longer selected");
    expect(extended({ start: 4, end: 9 }, { start: 0, end: 9 })).toBe("One, selected");
  });

  it("is told whole where it has turned round", () => {
    expect(listener().extended({ start: 4, end: 9 }, { start: 0, end: 4 })).toBe("One, selected");
  });
});
