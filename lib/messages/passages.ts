import type { Messages } from "./types";

/** The guide's questions beside a transcript: which it asks, which it answers, and tying turns to them by hand. */
export const passages = {
  en: {
    title: "Questions",
    counts: "{answered, number} answered · {asked, number} asked, no answer · {open, number} not asked",
    loading: "The questions are being fetched …",
    failed: "The questions could not be fetched.",
    retry: "Try again",
    none: "This study’s guide has no questions yet. With questions, each interview shows which it asks and answers.",
    state: {
      answered: "Answered",
      asked_unanswered: "Asked, no answer",
      not_asked: "Not asked",
    },
    elsewhere: "in the other language",
    go: "Go to what {key} is tied to",
    change: "Change question {key}",
    tie: "Tie the place at hand to it",
    tieUnanswered: "Tie the place at hand to it: asked, no answer",
    noPlace: "Select words in the text first",
    markAnswered: "It is answered here",
    markUnanswered: "Asked here, without an answer",
    remove: "Take away from here",
    done: {
      tied: "Question {key} is tied to the turns at hand.",
      marked: "Question {key} is changed.",
      removed: "Question {key} is no longer tied to this place.",
    },
    undo: "Undo",
    stale:
      "The text was corrected meanwhile. Open the transcript again, and tie the question in its present text.",
  },
  ja: {
    title: "質問",
    counts: "回答あり{answered, number}・質問のみ{asked, number}・未質問{open, number}",
    loading: "質問を読み込んでいます…",
    failed: "質問を読み込めませんでした。",
    retry: "もう一度",
    none: "この調査のガイドにはまだ質問がありません。質問があると、どれが聞かれ、答えられたかがインタビューごとに分かります。",
    state: {
      answered: "回答あり",
      asked_unanswered: "質問のみ、回答なし",
      not_asked: "未質問",
    },
    elsewhere: "別の言語で",
    go: "{key}の箇所へ移動",
    change: "質問{key}を変更",
    tie: "今の箇所をこの質問に結びつける",
    tieUnanswered: "今の箇所を結びつける：質問のみ、回答なし",
    noPlace: "まず本文で言葉を選んでください",
    markAnswered: "ここで答えられている",
    markUnanswered: "ここで聞かれたが、回答なし",
    remove: "この箇所から外す",
    done: {
      tied: "質問{key}を今の発言に結びつけました。",
      marked: "質問{key}を変更しました。",
      removed: "質問{key}をこの箇所から外しました。",
    },
    undo: "元に戻す",
    stale: "その間に本文が訂正されました。逐語録を開き直して、今の本文で結びつけてください。",
  },
} as const satisfies Messages;
