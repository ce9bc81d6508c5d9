import type { StudyScope } from "@/lib/access/scope";
import type { Draft } from "@/lib/domain/transcript";
import { addTranscript } from "@/lib/server/transcripts/mutations";
import { type ComposedTranscript, compose, languagesOf, locate } from "@/seeds/compose";
import { idOf } from "@/seeds/ids";
import type { SampleInterview, SampleLanguage } from "@/seeds/interview";
import { loadCodings } from "./codings";
import { questionIdOf } from "./guide";
import { intervieweeIdOf, interviewIdOf } from "./people";

export const transcriptIdOf = (number: number, language: SampleLanguage) =>
  idOf("transcript", number, language);

const titles = {
  en: (number: number) => `Interviewee ${number}`,
  ja: (number: number) => `協力者${number}（日本語の原文）`,
};

/** Adds every transcript, a pair's second after its first, and codes it. */
export async function loadTranscripts(scope: StudyScope, interviews: SampleInterview[]): Promise<void> {
  for (const interview of interviews) {
    for (const language of languagesOf(interview)) {
      const number = interview.interviewee;
      const composed = compose(interview, language);
      const { id: transcriptId, versionId } = await addTranscript(scope, {
        eventId: idOf("event", "transcript", number, language),
        id: transcriptIdOf(number, language),
        versionId: idOf("version", number, language, 1),
        title: titles[language](number),
        language,
        interviewId: interviewIdOf(number),
        pairWith: language === "en" ? null : transcriptIdOf(number, "en"),
        ...draftOf(composed, number, language),
      });
      const excerpts = interview.codings
        .filter((excerpt) => excerpt.language === language)
        .map((excerpt) => ({ ...excerpt, ...locate(composed, excerpt) }));
      await loadCodings(excerpts, { transcriptId, versionId });
    }
  }
}

/** Speakers by their letters: interviewers as Interviewer A to D, the interviewee by number. */
function draftOf(
  { text, turns, passages }: ComposedTranscript,
  number: number,
  language: SampleLanguage,
): Draft {
  const letters = [...new Set(turns.map((turn) => turn.speaker))];
  const interviewer = language === "ja" ? "聞き手" : "Interviewer ";
  const interviewee = language === "ja" ? "協力者" : "Interviewee ";
  return {
    text,
    speakers: letters.map((letter) => ({
      label: letter === "I" ? `${interviewee}${number}` : `${interviewer}${letter}`,
      aliases: [],
      role: letter === "I" ? "interviewee" : "interviewer",
      intervieweeId: letter === "I" ? intervieweeIdOf(number) : null,
    })),
    turns: turns.map(({ speaker, ...turn }) => ({ ...turn, speaker: letters.indexOf(speaker) })),
    points: [],
    passages: passages.map(({ questionKey, answered, ...range }) => ({
      ...range,
      questionId: questionIdOf(questionKey),
      status: answered ? "answered" : "unanswered",
    })),
  };
}
