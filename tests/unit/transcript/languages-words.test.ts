import { describe, expect, test } from "vitest";
import { guessLanguage, parseText, splitLanguages } from "@/lib/domain/transcript";

/** One talk, turn by turn, as people say it: a long answer, a short one, one that no function word tells. */
const TALK = {
  en: [
    "When did you begin with the work at the harbour, and who was there?",
    "It was in the spring after the flood. There were four of us, and we had no boat of our own.",
    "And what did the town do for you?",
    "Nothing.",
    "Was that because they did not know, or because they would not?",
    "They knew. I had told them, and my brother wrote to the mayor about it.",
    "Thank you.",
    "With pleasure.",
  ],
  de: [
    "Wann haben Sie mit der Arbeit im Hafen angefangen, und wer war dabei?",
    "Das war im Frühjahr nach der Flut. Wir waren zu viert, und wir hatten kein eigenes Boot.",
    "Und was hat die Stadt für Sie getan?",
    "Nichts.",
    "War das, weil sie es nicht wussten, oder weil sie nicht wollten?",
    "Sie wussten es. Ich hatte es ihnen gesagt, und mein Bruder hat dem Bürgermeister geschrieben.",
    "Danke.",
    "Gern geschehen.",
  ],
  fr: [
    "Quand est-ce que vous avez commencé le travail au port, et qui était là ?",
    "C'était au printemps, après la crue. Nous étions quatre, et nous n'avions pas de bateau à nous.",
    "Et qu'est-ce que la ville a fait pour vous ?",
    "Rien.",
    "Est-ce que c'est parce qu'ils ne savaient pas, ou parce qu'ils ne voulaient pas ?",
    "Ils savaient. Je leur avais dit, et mon frère a écrit au maire avec une liste des noms.",
    "Merci.",
    "Avec plaisir.",
  ],
  es: [
    "¿Cuándo empezaron ustedes con el trabajo en el puerto, y quién estaba?",
    "Fue en la primavera, después de la crecida. Éramos cuatro y no teníamos un barco que fuera nuestro.",
    "¿Y qué hizo la ciudad por ustedes?",
    "Nada.",
    "¿Fue porque no lo sabían, o porque no lo querían?",
    "Lo sabían. Yo se lo había dicho, y mi hermano le escribió al alcalde con los nombres.",
    "Gracias.",
    "De nada.",
  ],
  pt: [
    "Quando é que vocês começaram com o trabalho no porto, e quem estava lá?",
    "Foi na primavera, depois da cheia. Éramos quatro e não tínhamos um barco que fosse nosso.",
    "E o que é que a cidade fez por vocês?",
    "Nada.",
    "Foi porque não sabiam, ou porque não queriam?",
    "Sabiam. Eu tinha dito isso, e o meu irmão escreveu uma carta ao prefeito com os nomes.",
    "Obrigado.",
    "De nada.",
  ],
  it: [
    "Quando avete cominciato con il lavoro al porto, e chi c'era?",
    "È stato in primavera, dopo la piena. Eravamo in quattro e non avevamo una barca che fosse nostra.",
    "E che cosa ha fatto la città per voi?",
    "Niente.",
    "Perché non lo sapevano, o perché non volevano?",
    "Lo sapevano. Io gli avevo detto tutto, e mio fratello ha scritto al sindaco con i nomi della gente.",
    "Grazie.",
    "Con piacere.",
  ],
  nl: [
    "Wanneer bent u met het werk in de haven begonnen, en wie was er toen bij?",
    "Dat was in het voorjaar, na de overstroming. We waren met ons vieren en we hadden geen eigen boot.",
    "En wat heeft de stad toen voor u gedaan?",
    "Niets.",
    "Was dat omdat ze het niet wisten, of omdat ze niet wilden?",
    "Ze wisten het wel. Ik had het hun gezegd, en mijn broer heeft er de burgemeester over geschreven.",
    "Dank u.",
    "Graag gedaan.",
  ],
  id: [
    "Kapan Anda mulai bekerja di pelabuhan itu, dan siapa yang ada di sana?",
    "Itu pada musim hujan sesudah banjir. Kami berempat, dan kami tidak punya perahu untuk dipakai.",
    "Dan apa yang dilakukan oleh kota itu untuk Anda?",
    "Nihil.",
    "Apakah itu karena mereka tidak tahu, atau karena mereka tidak mau?",
    "Mereka sudah tahu. Saya bilang kepada mereka, dan kakak saya juga menulis surat untuk wali kota.",
    "Terima kasih.",
    "Sama-sama.",
  ],
  vi: [
    "Anh chị đã bắt đầu làm việc ở bến cảng từ khi nào, và có những người nào ở đó?",
    "Đó là vào mùa xuân, sau trận lụt. Chúng tôi có bốn người, và chúng tôi không có thuyền của mình.",
    "Và thành phố đã làm gì cho anh chị?",
    "Chẳng gì.",
    "Đó là vì họ không biết, hay là vì họ không muốn?",
    "Họ biết rất rõ. Tôi đã nói với họ, và anh của tôi cũng viết thư cho ông thị trưởng để hỏi.",
    "Cảm ơn.",
    "Rất vui.",
  ],
  sv: [
    "När började du med arbetet i hamnen, och var det någon mer som var där då?",
    "Det var på våren efter översvämningen. Vi var fyra stycken och vi hade inte någon egen båt.",
    "Och vad har staden gjort för er?",
    "Ingenting.",
    "Var det för att de inte visste, eller för att de inte ville?",
    "De visste det. Jag hade sagt det till dem, och min bror skrev också till borgmästaren om det.",
    "Tack.",
    "Så gärna.",
  ],
  pl: [
    "Kiedy zaczęli państwo pracę w porcie i kto tam był oprócz was?",
    "To było na wiosnę, już po powodzi. Było nas czworo i nie było dla nas łodzi, którą można by wziąć.",
    "A co miasto dla was zrobiło, czy to był ktoś z ratusza?",
    "Nic.",
    "Czy to dlatego, że nie wiedzieli, czy że nie chcieli?",
    "Wiedzieli bardzo dobrze. Ja im to mówiłam, a mój brat napisał o tym do burmistrza, ale nie było odpowiedzi.",
    "Dziękuję.",
    "Proszę.",
  ],
  tr: [
    "Limandaki işe ne zaman başladınız ve sizinle orada kim var mı?",
    "Baharda, selden sonra oldu. Biz dört kişiydik ve bizim için bir tekne yok gibi bir şey.",
    "Peki şehir sizin için ne yaptı, bir yardım var mı?",
    "Hiç.",
    "Bu bilmedikleri için mi, yoksa çok istemedikleri için mi?",
    "Onlar her şeyi biliyordu. Ben söyledim ve benim kardeşim de belediye başkanına bir mektup ile anlattı.",
    "Sağ olun.",
    "Rica ederim.",
  ],
};
type Language = keyof typeof TALK;
const LANGUAGES = Object.keys(TALK) as Language[];
const PAIRS = LANGUAGES.flatMap((one, index) =>
  LANGUAGES.slice(index + 1).map((other) => [one, other] as const),
);

const label = (index: number) => (index % 2 === 0 ? "Interviewer" : "Participant");
const turn = (language: Language, index: number) => `${label(index)}: ${TALK[language][index]}\n`;
const all = TALK.en.map((_, index) => index);
const talk = (language: Language) => all.map((index) => turn(language, index)).join("");

const wordsOf = (text: string | undefined) =>
  (text ?? "").split("\n").flatMap((line) => (line ? [line.replace(/^\w+: /u, "")] : []));

describe("two languages in one script", () => {
  test.each(PAIRS)(
    "%s and %s in paragraphs of a turn, of which some turns have more or fewer",
    (one, other) => {
      const text = all
        .map((index) => {
          // One turn is in the first language alone, one in three paragraphs.
          const more = index === 5 ? `${TALK[one][1]}\n` : "";
          return `${turn(one, index)}${more}${index === 6 ? "" : `${TALK[other][index]}\n`}`;
        })
        .join("");
      const both = splitLanguages(parseText(text));
      expect(both?.map(({ language }) => language)).toEqual([one, other]);
      expect(wordsOf(both?.[1].text)).toEqual(TALK[other].filter((_, index) => index !== 6));
      expect(wordsOf(both?.[0].text)).toHaveLength(TALK[one].length + 1);
    },
  );

  test.each(PAIRS)("%s and %s in turns of their own, and one talk after the other", (one, other) => {
    for (const text of [
      all.map((index) => turn(one, index) + turn(other, index)).join(""),
      talk(one) + talk(other),
    ]) {
      const both = splitLanguages(parseText(text));
      expect(both?.map(({ language }) => language)).toEqual([one, other]);
      expect(both?.map((half) => wordsOf(half.text))).toEqual([[...TALK[one]], [...TALK[other]]]);
    }
  });

  test.each(LANGUAGES)("not in a talk in %s alone, nor with some words quoted in another", (language) => {
    expect(guessLanguage(talk(language))).toBe(language);
    expect(splitLanguages(parseText(talk(language).repeat(6)))).toBeNull();
    const other = language === "en" ? "de" : "en";
    const quoting = `${talk(language).repeat(3)}Participant: ${TALK[other][1]}\n`;
    expect(splitLanguages(parseText(quoting))).toBeNull();
  });

  test("not where each of two people answers in their own, nor where the answers are in another than the questions", () => {
    const group = all
      .map((index) =>
        index % 2 === 0 ? turn("en", index) : `Ada: ${TALK.en[index]}\nBea: ${TALK.fr[index]}\n`,
      )
      .join("");
    expect(splitLanguages(parseText(group.repeat(3)))).toBeNull();
    const across = all.map((index) => turn(index % 2 === 0 ? "en" : "fr", index)).join("");
    expect(splitLanguages(parseText(across.repeat(3)))).toBeNull();
  });
});
