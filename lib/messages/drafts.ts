import type { Messages } from "./types";

/** Work that is not saved yet: that the browser keeps it, that it is here again, and what to do when it can't be saved. */
export const drafts = {
  en: {
    found: "Your unsaved changes of {at} are here",
    foundBody: "They were not saved when the page was left. Go on with them, or discard them.",
    goOn: "Keep working",
    discard: "Discard them",
    discarded: "Your unsaved changes are discarded. Undo brings them back.",
    refused: "This browser does not keep what you change",
    refusedBody:
      "It may have no room left, or be a private window. You can go on; but until you save, your changes are in this page alone: do not close it.",
    signedOut: "You are no longer signed in",
    signedOutKept:
      "Nothing was saved, and nothing is lost: your changes are kept in this browser. Sign in again as the same person; you come back to this page, and your changes are here, ready to be saved.",
    signedOutHere:
      "Nothing was saved. This browser does not keep your changes, so leave this page open: sign in again in another tab, then try again here.",
    signIn: "Sign in again",
    otherAccount: "Another account is signed in in this browser now",
    otherAccountKept:
      "Nothing was saved under its name, and nothing is lost: your changes are kept in this browser as yours, for 30 days. Sign in as yourself; you come back to this page, and your changes are here, ready to be saved.",
    otherAccountHere:
      "Nothing was saved under its name. This browser does not keep your changes, so leave this page open: sign in as yourself in another tab, then try again here.",
    signInAsYourself: "Sign out and sign in as yourself",
    aside: "Some unsaved changes of {at} could not be laid over the text",
    asideBody:
      "The version that they belong to is no longer open to you; a name may have been hidden in it since. What you wrote stands below, to copy from.",
    forget: "Discard these words",
    left: {
      label: "Work that was not stored",
      title:
        "{count, plural, one {# change of yours was not stored} other {# changes of yours were not stored}}",
      body: "You can no longer open the transcripts that they are in, so they are kept in this browser alone. What you did and wrote stands here, without the words of the transcripts. Copy or download it, for whoever leads the study; should you be let in again, it is sent when you open the transcript.",
      ofStudy: "In a transcript of “{study}”",
      ofOther: "In a transcript of a study that you are no longer a member of",
      transcript: "Transcript {id}",
      more: "{count, plural, one {# more} other {# more}}",
      place: "characters {start} to {end}",
      codes: "{count, plural, one {# code} other {# codes}}",
      kinds: {
        apply: "Coded",
        uncode: "Took codes off",
        confirm: "Kept codes as they are meant now",
        resize: "Moved the borders of a segment",
        annotate: "Said of a segment",
        remove: "Removed a segment",
        recode: "Gave a segment another code",
        split: "Split a segment",
        unite: "United segments",
        undo: "Took a step back",
      },
      permission: {
        named: "may be cited by name",
        number: "may be cited by number",
        sector: "may be cited by sector only",
        paraphrase: "may be paraphrased only",
        withheld: "may not be cited",
      },
      copy: "Copy",
      copied: "Copied",
      notCopied: "The browser did not let this onto the clipboard. Download it instead.",
      download: "Download",
      file: "work that was not stored",
      letGo: {
        open: "Let go of it",
        title: "Let go of {count, plural, one {# change} other {# changes}}?",
        body: "They are kept in this browser alone and were never stored. They cannot be brought back.",
        submit: "Let go of it for good",
        done: "This browser keeps it no longer.",
      },
    },
  },
  ja: {
    found: "{at}の保存していない変更があります",
    foundBody: "保存する前にページが閉じられました。続けるか、破棄してください。",
    goOn: "作業を続ける",
    discard: "破棄する",
    discarded: "保存していない変更を破棄しました。元に戻すこともできます。",
    refused: "このブラウザーは変更を保管できません",
    refusedBody:
      "空き容量がないか、プライベートウィンドウの可能性があります。作業は続けられますが、保存するまで変更はこのページにしかありません。閉じないでください。",
    signedOut: "サインインが切れています",
    signedOutKept:
      "保存はされていませんが、失われたものもありません。変更はこのブラウザーに保管されています。同じアカウントでサインインし直すと、このページに戻り、変更をそのまま保存できます。",
    signedOutHere:
      "保存されていません。このブラウザーは変更を保管できないので、このページを開いたまま別のタブでサインインし直し、ここでもう一度試してください。",
    signIn: "サインインし直す",
    otherAccount: "このブラウザーでは今、別のアカウントがサインインしています",
    otherAccountKept:
      "そのアカウントの名前では何も保存されていません。あなたの変更はあなたのものとして、このブラウザーに30日間保管されています。自分のアカウントでサインインすると、このページに戻り、変更をそのまま保存できます。",
    otherAccountHere:
      "そのアカウントの名前では何も保存されていません。このブラウザーは変更を保管できないので、このページを開いたまま別のタブで自分のアカウントでサインインし、ここでもう一度試してください。",
    signInAsYourself: "サインアウトして自分でサインインする",
    aside: "{at}の保存していない変更の一部は、本文に重ねられませんでした",
    asideBody:
      "その変更がもとにした版は、もう開けません。名前が伏せられた可能性があります。書かれた言葉は下にあり、写し取れます。",
    forget: "この言葉を破棄する",
    left: {
      label: "保存されなかった作業",
      title: "{count, plural, other {#件の変更が保存されませんでした}}",
      body: "対象の逐語録はもう開けないため、変更はこのブラウザーにだけ残っています。行ったことと書いたことをここに示します。逐語録の言葉は含まれません。コピーかダウンロードをして、調査の責任者に渡せます。ふたたび参加できるようになったときは、その逐語録を開くと送信されます。",
      ofStudy: "「{study}」の逐語録",
      ofOther: "すでにメンバーではない調査の逐語録",
      transcript: "逐語録 {id}",
      more: "ほかに{count, plural, other {#件}}",
      place: "{start}～{end}文字目",
      codes: "コード{count, plural, other {#件}}",
      kinds: {
        apply: "コードを付けた",
        uncode: "コードを外した",
        confirm: "いまの意味でのコードとして残した",
        resize: "セグメントの範囲を変えた",
        annotate: "セグメントに記入した",
        remove: "セグメントを削除した",
        recode: "別のコードに替えた",
        split: "セグメントを分けた",
        unite: "セグメントをまとめた",
        undo: "操作を元に戻した",
      },
      permission: {
        named: "実名で引用可",
        number: "番号で引用可",
        sector: "部門のみで引用可",
        paraphrase: "要約のみ可",
        withheld: "引用不可",
      },
      copy: "コピー",
      copied: "コピーしました",
      notCopied: "ブラウザーがコピーを許可しませんでした。ダウンロードしてください。",
      download: "ダウンロード",
      file: "保存されなかった作業",
      letGo: {
        open: "手放す",
        title: "{count, plural, other {#件の変更}}を手放しますか？",
        body: "このブラウザーにだけあり、保存されたことはありません。手放すと元に戻せません。",
        submit: "完全に手放す",
        done: "このブラウザーから削除しました。",
      },
    },
  },
} as const satisfies Messages;
