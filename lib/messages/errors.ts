import type { Messages } from "./types";

/**
 * What went wrong, what was kept and what to do. The first nine keys are the closed list of codes
 * (lib/access/errors.ts); the others are said of one field of a form.
 */
export const errors = {
  en: {
    unauthenticated:
      "You are no longer signed in. What you typed is still here: sign in again in another tab, then repeat this step.",
    forbidden:
      "Your role in this study does not allow this. Nothing was changed. A lead of the study can do it, or can change your role.",
    not_found:
      "This does not exist, or is no longer open to you. Nothing was changed. Go back and choose another.",
    invalid: "Something in the form needs another look. Nothing was saved; what you typed is still here.",
    conflict:
      "Somebody else has just changed the same thing. Your change was not saved, and what you typed is still here. Reload to see theirs, then decide.",
    stale:
      "The text has a newer version than the one on your screen. Your change was not saved. Reload the page and make it again.",
    rate_limited: "Too many attempts. Wait a few minutes, then try again.",
    too_large:
      "This is larger than what can be taken in at once. Nothing was saved. Split it, and add the parts one by one.",
    unavailable:
      "The server could not be reached. Your change was not saved, and what you typed is still here. Check the connection, then try again.",
    required: "Fill this in.",
    wrong: "This does not look right.",
    too_short: "This is too short.",
    too_long: "This is too long.",
    too_small: "This number is too small.",
    too_big: "This number is too large.",
    not_a_number: "Write a whole number.",
    not_a_date: "Write a date, such as 2026-04-30.",
    not_an_email: "Write an e-mail address, such as name@example.org.",
    taken: "This is already in use. Choose another.",
    control_characters: "This holds characters that cannot be shown. Remove them, or type it anew.",
    too_simple: "Use more than two different characters.",
    wrong_password: "This is not your password.",
    rate_limited_wait:
      "Too many failed attempts. Wait {seconds, plural, one {# second} other {# seconds}}, then try again.",
  },
  ja: {
    unauthenticated:
      "サインインの期限が切れました。入力した内容は残っています。別のタブでサインインし直してから、もう一度操作してください。",
    forbidden:
      "この調査でのあなたの役割では、この操作はできません。何も変更されていません。調査のリードに依頼するか、役割を変えてもらってください。",
    not_found:
      "見つからないか、あなたには公開されていません。何も変更されていません。戻って別のものを選んでください。",
    invalid: "入力に見直しが必要なところがあります。まだ保存されていません。入力した内容は残っています。",
    conflict:
      "ほかの人が同じところを変更したばかりです。あなたの変更は保存されていませんが、入力した内容は残っています。再読み込みして相手の変更を確かめてください。",
    stale:
      "画面の本文より新しい版があります。変更は保存されていません。再読み込みして、もう一度操作してください。",
    rate_limited: "試行の回数が多すぎます。数分待ってから、もう一度試してください。",
    too_large:
      "一度に取り込める大きさを超えています。何も保存されていません。分割して一つずつ追加してください。",
    unavailable:
      "サーバーに接続できませんでした。変更は保存されていませんが、入力した内容は残っています。接続を確かめて、もう一度試してください。",
    required: "入力してください。",
    wrong: "入力内容を確かめてください。",
    too_short: "短すぎます。",
    too_long: "長すぎます。",
    too_small: "数が小さすぎます。",
    too_big: "数が大きすぎます。",
    not_a_number: "整数を入力してください。",
    not_a_date: "2026-04-30 のように日付を入力してください。",
    not_an_email: "name@example.org のようにメールアドレスを入力してください。",
    taken: "すでに使われています。別のものを選んでください。",
    control_characters: "表示できない文字が含まれています。取り除くか、入力し直してください。",
    too_simple: "三種類以上の文字を使ってください。",
    wrong_password: "パスワードが違います。",
    rate_limited_wait: "失敗が続きました。{seconds}秒待ってから、もう一度試してください。",
  },
} as const satisfies Messages;
