import type { Messages } from "./types";

/** Erasing somebody or something for good, as where a consent is withdrawn. */
export const erasure = {
  en: {
    person: {
      open: "Erase for good …",
      title: "Erase interviewee {number} for good",
      lead: "For a withdrawn consent, or when the agreed time is over. Everything that the person said and everything that was made of it goes. Nobody can take it back.",
      about:
        "Deleting can be taken back for a time. Where a consent was withdrawn, erase: everything that the person said goes for good.",
      confirm: "To confirm, type the interviewee's number: {number}",
      submit: "Erase interviewee {number}",
      done: "Interviewee {number} is erased",
    },
    text: {
      open: "Erase this transcript for good …",
      title: "Erase the transcript “{title}” for good",
      lead: "The text with all its versions and everything that was made of it goes. Nobody can take it back. What is known of the interviewee, and other transcripts of the interview, stay.",
      about: "The text, its versions, codings, memos, files and recordings go for good.",
      confirm: "To confirm, type: {word}",
      word: "erase",
      submit: "Erase the transcript",
      done: "The transcript is erased",
    },
    looking: "Counting what goes …",
    goes: "What goes",
    gone: "What went",
    counts: {
      person: "the name, the sector, the position and all attributes of the interviewee",
      interviews: "{count, plural, one {# interview} other {# interviews}}",
      transcripts:
        "{count, plural, one {# transcript} other {# transcripts}}, in {versions, plural, one {# version} other {# versions}}",
      segments:
        "{count, plural, one {# segment} other {# segments}} with {codings, plural, one {# code} other {# codes}}",
      passages: "{count, plural, one {# passage} other {# passages}} tied to questions",
      memos: "{count, plural, one {# memo} other {# memos}} on them, with answers",
      examples: "{count, plural, one {# example} other {# examples}} in the codebook",
      recordings: "{count, plural, one {# recording} other {# recordings}}",
      files: "{count, plural, one {# file} other {# files}} as handed in",
      pseudonyms: "{count, plural, one {# pseudonym} other {# pseudonyms}} used nowhere else",
      events:
        "what {count, plural, one {# event} other {# events}} of the history held; that something was done there, by whom and when, stays",
    },
    titles: "Transcripts",
    whose: "Whose segments",
    coder: "Coder",
    segments: "Segments",
    you: "{name} (you)",
    others: "This takes the work of others along. Tell them before you go on.",
    stays: "What stays",
    staysLog:
      "One entry in the history: that it was erased, by you, when, for which reason, and these counts. No word of the content, and no name.",
    backups:
      "Backups that were made before still hold all of it, and so do files that somebody downloaded. Delete those backups, or erase again after one is brought back; README, “A withdrawn consent”, says how.",
    shared: {
      label: "Others were interviewed together with this person",
      with: "{count, plural, one {# transcript} other {# transcripts}} together with {numbers}",
      number: "interviewee {number}",
      whole: "Erase these interviews too",
      wholeHint:
        "The person's words are in them. What the others said there goes as well; the others themselves stay.",
      person: "Keep them, and erase the person alone",
      personHint:
        "Their words, and the speaker's label, stay in the text. Only their name, number and attributes go, and what else is theirs alone.",
    },
    elsewhere: {
      lead: "The name also stands where this does not reach. Look there yourself:",
      memos: "{count, plural, one {# memo} other {# memos}} on other things",
      reasons: "{count, plural, one {# reason} other {# reasons}} of versions of other transcripts",
      interviews: "{count, plural, one {# interview} other {# interviews}} of others",
      codebook: "{count, plural, one {# code} other {# codes}} of the codebook",
    },
    reason: "Reason",
    reasons: {
      consent: "The consent was withdrawn",
      agreed_time: "The agreed time is over",
      mistake: "It should not have been brought in",
      other: "Another reason",
    },
    reasonHint: "The reason stays in the history. It is chosen, not written, so that nothing is told by it.",
    working:
      "Erasing. A long transcript takes some seconds, in which nobody else in the study is saved; their work waits. It happens as a whole or not at all: closing this page does not stop it.",
    cancel: "Cancel",
    close: "Close",
    page: {
      title: "This transcript was erased",
      body: "It was erased for good on {at}, as where a consent is withdrawn. Nothing of it is left, and nobody can bring it back.",
      dropped:
        "{count, plural, one {# change of yours that was} other {# changes of yours that were}} not saved yet belonged to it and cannot be stored any more. This browser has dropped {count, plural, one {it} other {them}}, with everything else that it kept of the transcript.",
      clean: "This browser keeps nothing of it either.",
      back: "To the transcripts",
    },
  },
  ja: {
    person: {
      open: "完全に消去…",
      title: "協力者{number}を完全に消去する",
      lead: "同意が撤回されたときや、取り決めた期間が終わったときのためのものです。この人が話したことと、そこから作られたものがすべて消えます。誰にも元に戻せません。",
      about:
        "削除はしばらくの間、取り消せます。同意が撤回されたときは消去してください。この人が話したことがすべて完全に消えます。",
      confirm: "確認のため、協力者の番号「{number}」を入力してください",
      submit: "協力者{number}を消去",
      done: "協力者{number}を消去しました",
    },
    text: {
      open: "この逐語録を完全に消去…",
      title: "逐語録「{title}」を完全に消去する",
      lead: "本文とそのすべての版、そこから作られたものがすべて消えます。誰にも元に戻せません。協力者についての情報と、同じ面接のほかの逐語録は残ります。",
      about: "本文、版、コーディング、メモ、ファイル、録音が完全に消えます。",
      confirm: "確認のため、「{word}」と入力してください",
      word: "消去",
      submit: "逐語録を消去",
      done: "逐語録を消去しました",
    },
    looking: "消えるものを数えています…",
    goes: "消えるもの",
    gone: "消えたもの",
    counts: {
      person: "協力者の氏名、部門、立場、すべての属性",
      interviews: "面接{count}件",
      transcripts: "逐語録{count}件（{versions}版）",
      segments: "セグメント{count}件（コード{codings}件）",
      passages: "質問に結び付けた箇所{count}件",
      memos: "それらについてのメモ{count}件（返信を含む）",
      examples: "コードブックの例{count}件",
      recordings: "録音{count}件",
      files: "持ち込まれたファイル{count}件",
      pseudonyms: "ほかで使われていない仮名{count}件",
      events: "履歴{count}件の内容。何かが行われたこと、行った人と日時は残ります",
    },
    titles: "逐語録",
    whose: "誰のセグメントか",
    coder: "コーダー",
    segments: "セグメント",
    you: "{name}（自分）",
    others: "ほかの人の作業も一緒に消えます。先に伝えてください。",
    stays: "残るもの",
    staysLog:
      "履歴の一項目だけです。消去したこと、行った人、日時、理由、上の件数が残ります。内容は一語も残らず、氏名も残りません。",
    backups:
      "以前に作られたバックアップと、誰かがダウンロードしたファイルには、まだすべてが残っています。そのバックアップを削除するか、復元したあとにもう一度消去してください。方法はREADMEの「A withdrawn consent」にあります。",
    shared: {
      label: "この人と一緒に面接を受けた人がいます",
      with: "{numbers}と一緒の逐語録{count}件",
      number: "協力者{number}",
      whole: "それらの面接も消去する",
      wholeHint:
        "この人の言葉が含まれています。そこでほかの人が話したことも消えますが、ほかの人自身は残ります。",
      person: "面接は残し、この人だけを消去する",
      personHint:
        "この人の言葉と話し手の表示は本文に残ります。氏名、番号、属性と、この人だけに関わるものが消えます。",
    },
    elsewhere: {
      lead: "この氏名は、消去の及ばないところにもあります。ご自分で確認してください。",
      memos: "ほかのものについてのメモ{count}件",
      reasons: "ほかの逐語録の版の理由{count}件",
      interviews: "ほかの人の面接{count}件",
      codebook: "コードブックのコード{count}件",
    },
    reason: "理由",
    reasons: {
      consent: "同意が撤回された",
      agreed_time: "取り決めた期間が終わった",
      mistake: "持ち込むべきでなかった",
      other: "その他の理由",
    },
    reasonHint: "理由は履歴に残ります。書くのではなく選ぶので、そこから何かが伝わることはありません。",
    working:
      "消去しています。長い逐語録では数秒かかり、その間、この調査ではほかの人の保存が待たされます。すべてが行われるか、何も行われないかのどちらかで、このページを閉じても止まりません。",
    cancel: "キャンセル",
    close: "閉じる",
    page: {
      title: "この逐語録は消去されました",
      body: "同意の撤回などにより、{at}に完全に消去されました。何も残っておらず、誰にも元に戻せません。",
      dropped:
        "まだ保存されていなかった自分の変更{count}件はこの逐語録のもので、もう保存できません。このブラウザーは、それらと、この逐語録について保存していたすべてのものを消しました。",
      clean: "このブラウザーにも何も残っていません。",
      back: "逐語録の一覧へ",
    },
  },
} satisfies Messages;
