import type { Messages } from "./types";

/** The frame around every page: bars, switches, palette, shortcuts. */
export const shell = {
  en: {
    about: "Code interview transcripts, compare what the sectors said, and take the quotations away.",
    skip: "Skip to the content",
    home: "(all studies)",
    allStudies: "All studies",
    newStudy: "New study",
    menu: "Menu",
    nav: {
      label: "Study",
      overview: "Overview",
      transcripts: "Transcripts",
      search: "Search",
      codebook: "Codebook",
      compare: "Compare",
      excerpts: "Excerpts",
      people: "People",
      guide: "Guide",
      memos: "Memos",
      history: "History",
      settings: "Settings",
    },
    language: "Language",
    theme: { label: "Theme", system: "As the system", light: "Light", dark: "Dark" },
    account: { label: "Account of {name}", settings: "Your account", signOut: "Sign out" },
    sample:
      "Sample mode: the words of the sample study are invented for illustration; anyone at this computer can sign in.",
    sampleShort: "Sample mode: anyone at this computer can sign in.",
    noticeLabel: "Notice",
    noticeMore: "Show all",
    noticeLess: "Show less",
    palette: {
      title: "Find anything",
      open: "Find a code, transcript, command",
      short: "Find",
      placeholder: "Type a code, a transcript or a command",
      results: "{count, plural, =0 {Nothing found} one {# result} other {# results}}",
      none: "Nothing goes by that name. Try fewer letters.",
      coming: "Transcripts and codes are being fetched …",
      failed: "Transcripts and codes could not be fetched. What is listed works all the same.",
      group: { go: "Go to", transcripts: "Transcripts", codes: "Codes", view: "View", page: "On every page" },
    },
    shortcuts: {
      title: "Keyboard shortcuts",
      open: "Show the keyboard shortcuts",
      description: "What the keys do on this page.",
      singleKeys: "Single-key shortcuts",
      singleKeysHint:
        "Switch off if keys are pressed by accident or by voice input. Those with Ctrl or ⌘ stay.",
      nextKey: "then",
    },
    refusedFile: {
      title: "This file can't be had",
      back: "Back to where you were",
      signIn: "Sign in again",
      unauthenticated:
        "You are no longer signed in, so nothing was downloaded. Sign in again; you come back to where you were, and can ask for the file once more.",
      forbidden:
        "Your role in this study does not reach this file, so nothing was downloaded. A lead of the study can open it to you.",
      not_found:
        "It was removed, or it belongs to a study that you are not a member of. Nothing was downloaded, and nothing was changed.",
      unavailable:
        "The server has too much to do at the moment. Nothing was downloaded, and nothing is lost: go back, wait a few seconds, and ask for the file again.",
      other:
        "The address asks for something that there is not, such as a filter of another release. Nothing was downloaded: go back, and ask for the file from there.",
    },
    notFound: {
      title: "There is no such page",
      body: "The address may be wrong, or what stood here was removed, or it belongs to a study that you are not a member of. Nothing was changed.",
    },
    forbidden: {
      title: "Your role does not reach this page",
      body: "You are a member of this study, but this part of it is for other roles. Nothing was changed. A lead of the study can open it to you.",
    },
    broken: {
      title: "This page could not be shown",
      body: "Something went wrong on our side. What was saved is safe, and unsent codings wait in this browser. Try again; if it happens twice, tell whoever runs this server.",
      reference: "Reference for the server's log: {digest}",
    },
  },
  ja: {
    about: "面接の逐語録にコードを付け、部門ごとに何が語られたかを比べ、引用を取り出します。",
    skip: "本文へ移動",
    home: "（調査の一覧）",
    allStudies: "調査の一覧",
    newStudy: "新しい調査",
    menu: "メニュー",
    nav: {
      label: "調査",
      overview: "概要",
      transcripts: "逐語録",
      search: "検索",
      codebook: "コードブック",
      compare: "比較",
      excerpts: "抜粋",
      people: "協力者",
      guide: "質問項目",
      memos: "メモ",
      history: "履歴",
      settings: "設定",
    },
    language: "言語",
    theme: { label: "配色", system: "システムに合わせる", light: "明るい", dark: "暗い" },
    account: { label: "{name}さんのアカウント", settings: "アカウントの設定", signOut: "サインアウト" },
    sample:
      "サンプルモード：サンプル調査の発言は説明のための創作です。このコンピューターを使う人は誰でもサインインできます。",
    sampleShort: "サンプルモード：このコンピューターを使う人は誰でもサインインできます。",
    noticeLabel: "お知らせ",
    noticeMore: "全文を表示",
    noticeLess: "たたむ",
    palette: {
      title: "探す",
      open: "コード・逐語録・操作を探す",
      short: "探す",
      placeholder: "コード、逐語録、操作の名前を入力",
      results: "{count, plural, =0 {見つかりません} other {#件}}",
      none: "その名前のものはありません。文字を減らして試してください。",
      coming: "逐語録とコードを読み込んでいます…",
      failed: "逐語録とコードを読み込めませんでした。表示されている操作は使えます。",
      group: { go: "移動", transcripts: "逐語録", codes: "コード", view: "表示", page: "どのページでも" },
    },
    shortcuts: {
      title: "キーボード操作",
      open: "キーボード操作の一覧を表示",
      description: "このページで使えるキーです。",
      singleKeys: "一文字のショートカット",
      singleKeysHint:
        "誤って押してしまうときや音声入力を使うときは切ってください。Ctrl や ⌘ との組み合わせは残ります。",
      nextKey: "続けて",
    },
    refusedFile: {
      title: "このファイルは取得できません",
      back: "前のページへ戻る",
      signIn: "サインインし直す",
      unauthenticated:
        "サインインが切れているため、何もダウンロードされていません。サインインし直すと前のページに戻るので、もう一度ダウンロードしてください。",
      forbidden:
        "この調査でのあなたの役割では、このファイルは取得できません。何もダウンロードされていません。必要であれば調査のリードに依頼してください。",
      not_found:
        "削除されたか、あなたが参加していない調査のものです。何もダウンロードされておらず、何も変更されていません。",
      unavailable:
        "サーバーが今、混み合っています。何もダウンロードされていませんが、失われたものもありません。前のページに戻り、数秒待ってからもう一度ダウンロードしてください。",
      other:
        "このアドレスに当たるものがありません。別の版の絞り込み条件かもしれません。何もダウンロードされていません。前のページに戻り、そこからもう一度ダウンロードしてください。",
    },
    notFound: {
      title: "ページが見つかりません",
      body: "アドレスが違うか、削除されたか、あなたが参加していない調査のものです。何も変更されていません。",
    },
    forbidden: {
      title: "このページを見る権限がありません",
      body: "あなたはこの調査の参加者ですが、この部分はほかの役割の人のものです。何も変更されていません。調査のリードに依頼してください。",
    },
    broken: {
      title: "このページを表示できませんでした",
      body: "こちら側で問題が起きました。保存されたものは無事で、未送信のコーディングはこのブラウザーに残っています。もう一度試し、繰り返すときはサーバーの管理者に伝えてください。",
      reference: "サーバーの記録の照会番号：{digest}",
    },
  },
} as const satisfies Messages;
