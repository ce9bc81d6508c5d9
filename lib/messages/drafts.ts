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
  },
} as const satisfies Messages;
