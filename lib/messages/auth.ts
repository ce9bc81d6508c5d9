import type { Messages } from "./types";

/** Signing in, the first account, taking an invitation, one's own account. */
export const auth = {
  en: {
    signIn: {
      title: "Sign in",
      email: "E-mail address",
      password: "Password",
      submit: "Sign in",
      with: "Sign in with {provider}",
      or: "or",
      wrong: "The address or the password is not right. Your address is still here; try the password again.",
      rateLimited:
        "Too many failed attempts. For safety, wait {minutes, plural, one {# minute} other {# minutes}}, then try again.",
      noAccount:
        "Nobody here has an account with this address. Ask the owner of a study for an invitation, open its link, then sign in again.",
      unverified:
        "The other service did not say that your e-mail address is yours, so it cannot tell us who you are. Verify the address there, or sign in with your password.",
      provider:
        "The other service did not sign you in. Either you turned back there, or it cannot be reached. Try again; if it goes on, tell whoever runs this server.",
      failed:
        "A fault of the server kept it from looking. Your password may be right. Try again in a minute; if it goes on, tell whoever runs this server.",
      unreachable: "The server could not be reached. Check the connection, then try again.",
      invited: "No account yet? The owner or a lead of a study can send you a link that makes one.",
    },
    sample: {
      title: "Look around as a member of the sample study",
      description: "One press signs in. The accounts differ in what their role may do.",
    },
    setUp: {
      title: "Make the first account",
      description:
        "This account makes the first study and invites others. It can also close and reopen accounts of this installation.",
      submit: "Make the account",
      over: "This link is not open",
      overBody:
        "It was used, or the server has started again since and printed another. Look at what the server printed last.",
      toSignIn: "To the sign-in page",
    },
    fields: {
      name: "Name",
      nameHint: "As the other members of a study see it.",
      newPassword: "New password",
      passwordHint:
        "At least {count, number} characters. A few words that do not belong together are easier to remember, and harder to guess, than signs in place of letters.",
      currentPassword: "Current password",
    },
    invitation: {
      page: "Invitation",
      title: "Join “{study}”",
      description: "{invitedBy} invites {email} to this study, in the role of {role}.",
      asNew: "Choose a name and a password. They make your account.",
      submitNew: "Make the account and join",
      join: "Join the study",
      signInFirst: "{email} has an account here. Sign in with it, and this page comes back.",
      toSignIn: "Sign in",
      otherAccount:
        "You are signed in as {signedInAs}, but the invitation is for {email}. Sign out, then open the link again.",
      signOut: "Sign out",
      over: "This invitation is not open",
      overBody:
        "It was used or revoked, or its week is over. Ask whoever invited you for a new one; it takes them a minute.",
    },
    account: {
      title: "Your account",
      sample: "This is an account of the sample: it has no password, and works only in sample mode.",
      password: "Change the password",
      passwordSubmit: "Change it",
      passwordHint: "It ends your sessions on all other devices.",
      passwordDone: "The password is changed, and your other sessions have ended.",
      sessions: "Sessions",
      sessionsBody: "Ends your sessions on all devices, this one too. Then sign in again.",
      sessionsSubmit: "End all sessions",
      close: "Close the account",
      closeBody:
        "You can no longer sign in, and your sessions end at once. What you coded stays in its studies under your name. Only the first account of this installation can open yours again.",
      closeSubmit: "Close my account",
      installerStays:
        "This is the first account of the installation. It cannot be closed, because only it can open others again.",
      others: "Accounts of this installation",
      othersBody: "Closing an account ends its sessions at once and takes nothing away from its studies.",
      name: "Name",
      email: "E-mail",
      state: "State",
      open: "Open",
      closed: "Closed",
      actions: "Actions",
      disable: "Close",
      disableNamed: "Close the account of {name}",
      disabled: "The account of {name} is closed.",
      enable: "Open again",
      enableNamed: "Open the account of {name} again",
      enabled: "The account of {name} is open again.",
      you: "you",
    },
    roles: {
      owner: "owner",
      lead: "lead",
      coder: "coder",
      trainee: "trainee",
      viewer: "viewer",
    },
  },
  ja: {
    signIn: {
      title: "サインイン",
      email: "メールアドレス",
      password: "パスワード",
      submit: "サインイン",
      with: "{provider}でサインイン",
      or: "または",
      wrong: "アドレスかパスワードが違います。アドレスは残っています。パスワードを入れ直してください。",
      rateLimited:
        "失敗が続いたため、安全のために{minutes, plural, other {#分}}待ってから、もう一度試してください。",
      noAccount:
        "このアドレスのアカウントはありません。調査の所有者に招待を頼み、そのリンクを開いてから、もう一度サインインしてください。",
      unverified:
        "ほかのサービスで、メールアドレスがあなたのものと確認されていません。そこでアドレスを確認するか、パスワードでサインインしてください。",
      provider:
        "ほかのサービスでサインインできませんでした。途中で戻ったか、そのサービスに接続できません。もう一度試し、続くときはこのサーバーの管理者に知らせてください。",
      failed:
        "サーバーの不具合で確かめられませんでした。パスワードは正しいかもしれません。少し待って試し、続くときはこのサーバーの管理者に知らせてください。",
      unreachable: "サーバーに接続できませんでした。接続を確かめて、もう一度試してください。",
      invited:
        "アカウントがまだないときは、調査の所有者かリードに、アカウントを作るリンクを送ってもらってください。",
    },
    sample: {
      title: "サンプル調査の参加者として試す",
      description: "押すだけでサインインします。役割によって、できることが違います。",
    },
    setUp: {
      title: "最初のアカウントを作る",
      description:
        "このアカウントで最初の調査を作り、ほかの人を招待します。このサーバーのアカウントを閉じたり、再び開いたりすることもできます。",
      submit: "アカウントを作る",
      over: "このリンクは使えません",
      overBody:
        "使用済みか、その後サーバーが再び起動して別のリンクを表示しています。サーバーの最新の表示を見てください。",
      toSignIn: "サインインのページへ",
    },
    fields: {
      name: "名前",
      nameHint: "調査のほかの参加者に表示されます。",
      newPassword: "新しいパスワード",
      passwordHint:
        "{count, number}文字以上。つながりのない言葉をいくつか並べると、記号に置き換えたものより覚えやすく、推測されにくくなります。",
      currentPassword: "現在のパスワード",
    },
    invitation: {
      page: "招待",
      title: "「{study}」に参加する",
      description: "{invitedBy}さんが、{email}をこの調査に{role}として招待しています。",
      asNew: "名前とパスワードを決めると、アカウントができます。",
      submitNew: "アカウントを作って参加する",
      join: "調査に参加する",
      signInFirst: "{email}のアカウントはすでにあります。サインインすると、このページに戻ります。",
      toSignIn: "サインイン",
      otherAccount:
        "{signedInAs}としてサインインしていますが、この招待は{email}に宛てたものです。サインアウトしてから、もう一度リンクを開いてください。",
      signOut: "サインアウト",
      over: "この招待は使えません",
      overBody:
        "使用済みか、取り消されたか、一週間の期限が過ぎています。招待した人に新しいリンクを頼んでください。すぐに作れます。",
    },
    account: {
      title: "アカウント",
      sample: "サンプルのアカウントです。パスワードはなく、サンプルモードでだけ使えます。",
      password: "パスワードの変更",
      passwordSubmit: "変更する",
      passwordHint: "ほかの端末のサインインはすべて終わります。",
      passwordDone: "パスワードを変更しました。ほかの端末のサインインは終わりました。",
      sessions: "サインイン中の端末",
      sessionsBody:
        "この端末を含むすべての端末のサインインを終えます。その後、もう一度サインインしてください。",
      sessionsSubmit: "すべて終える",
      close: "アカウントを閉じる",
      closeBody:
        "サインインできなくなり、すべての端末のサインインがすぐに終わります。行ったコーディングは、あなたの名前で調査に残ります。再び開けるのは、このサーバーの最初のアカウントだけです。",
      closeSubmit: "自分のアカウントを閉じる",
      installerStays:
        "このサーバーの最初のアカウントです。ほかのアカウントを再び開けるのはこのアカウントだけなので、閉じられません。",
      others: "このサーバーのアカウント",
      othersBody: "アカウントを閉じると、そのサインインはすぐに終わります。調査からは何も失われません。",
      name: "名前",
      email: "メール",
      state: "状態",
      open: "利用中",
      closed: "閉鎖",
      actions: "操作",
      disable: "閉じる",
      disableNamed: "{name}さんのアカウントを閉じる",
      disabled: "{name}さんのアカウントを閉じました。",
      enable: "再び開く",
      enableNamed: "{name}さんのアカウントを再び開く",
      enabled: "{name}さんのアカウントを再び開きました。",
      you: "あなた",
    },
    roles: {
      owner: "所有者",
      lead: "リード",
      coder: "コーダー",
      trainee: "研修生",
      viewer: "閲覧者",
    },
  },
} as const satisfies Messages;
