import type { TranscriptText } from "@/lib/schemas/transcripts";

/** A version of these lines, a turn each, whose first letter says who speaks. */
export function version(lines: readonly string[], speakers = ["Q", "A"]): TranscriptText {
  let end = 0;
  const turns = lines.map((line): TranscriptText["turns"][number] => {
    const start = end;
    end += line.length;
    return [start, start + line.indexOf(" ") + 1, end, speakers.indexOf(line[0] ?? ""), null, null];
  });
  return {
    ...{ versionId: crypto.randomUUID(), number: 1, length: end, language: "en", text: lines.join("") },
    ...{ turns, passages: [], redactions: [] },
    speakers: speakers.map((label) => ({
      ...{ label, intervieweeNumber: null },
      role: label === "A" ? ("interviewee" as const) : ("interviewer" as const),
    })),
  };
}
