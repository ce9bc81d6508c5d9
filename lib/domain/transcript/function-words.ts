/**
 * Words that hold sentences together, by language (BCP 47): few, short, in every sentence, and hardly ever
 * borrowed. A word of several languages is listed in each of them, so that it tells none of them from the other.
 */
const WORDS: readonly [string, string][] = [
  [
    "en",
    "the and that you was with have this of to is it for they are not we were be from what there their would which when she he but had been my our your if how who do did don't it's i'm because about then as or at by",
  ],
  [
    "fr",
    "les est une dans pas vous c'est qui pour le la des et que je nous il elle sont ne sur avec mais au aux ce cette du en était être avait ont leur leurs où donc très aussi plus sans j'ai qu'il d'un d'une n'est l'on parce quand comme on mon ma mes de",
  ],
  [
    "de",
    "der die und ist nicht das ich wir auch mit es ein eine einen einer dem den des zu für auf sich war waren haben hat sind wie aber oder wenn von im sie er wird noch nur dass weil bei nach was uns mir mich als man mein meine kein keine hatte hatten",
  ],
  [
    "es",
    "los el una pero muy para como que está la las un y en de no se del por con lo es su sus más al era eran yo nosotros también cuando donde porque hay fue ha han le les nos mi este esta eso si qué cómo todo",
  ],
  [
    "pt",
    "não uma você com para isso mais que os o a e um as de do da dos das em no na nos nas por se ao é era eram eu nós também quando onde porque há foi tem ele ela são muito mas meu minha como está este esta seu sua foram tinha ou",
  ],
  [
    "it",
    "il lo la gli le che di e è un una non per con si del della dei delle nel nella sono era erano ho hai ha abbiamo hanno anche ma come quando dove perché io noi lui lei questo questa mio mia più molto al alla ci mi c'era c'è poi da",
  ],
  [
    "nl",
    "de het een en van ik je dat niet is zijn was waren met voor op aan er maar om ook wij we hij zij te in naar bij dan nog wel geen als wat hoe wie mijn ons heeft hebben hebt kan werd toen daar omdat deze die",
  ],
  [
    "id",
    "yang dan tidak itu dengan untuk saya di dari ini ada akan juga karena kami kita mereka pada ke bisa sudah atau apa dia adalah oleh kalau jadi lalu tetapi",
  ],
  [
    "vi",
    "và là của không có được cho tôi chúng một những các này người với đã trong khi để thì nhưng anh chị họ rất cũng đó ở từ đến vì gì nào",
  ],
  [
    "sv",
    "och att det som en på är av för med den till har inte om ett men var jag sig vi när hade eller från så kan ut vad mycket då där hur också min mitt ska skulle efter",
  ],
  [
    "pl",
    "nie się jest to że na do i z w jak ale co był była było były czy po dla od przez już tylko bardzo kiedy oraz mój moja ja my oni który która które bo tak ich",
  ],
  [
    "tr",
    "ve bir bu için çok ama da de ne var yok gibi daha ben biz onlar ile kadar sonra her değil mi mı olarak olan oldu nasıl niye çünkü şey benim bizim",
  ],
];

const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, words] of WORDS) {
  for (const word of words.split(" ")) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
}

const WORD = /\p{L}+(?:['’]\p{L}+)?/gu;

/** How many words of a text are listed in each language. In proportion to its length. */
export function functionWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(WORD)) {
    for (const language of LANGUAGES_OF.get(word.toLowerCase().replace("’", "'")) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return counts;
}
