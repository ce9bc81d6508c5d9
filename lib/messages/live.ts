import type { Messages } from "./types";

/** Who else is there, and what changed meanwhile. */
export const live = {
  en: {
    here: "{count, plural, one {# other person is here} other {# other people are here}}: {names}",
    title: "Here now",
    inStudy: "in the study",
    onThis: "on this transcript",
    reads: "in",
    more: "+{count}",
    changed: "{count, plural, one {# change since these counts} other {# changes since these counts}}",
    changedSome: "Changed since these counts",
    refresh: "Count anew",
    conflict: {
      title: "This was changed elsewhere while you edited it",
      mine: "Yours",
      theirs: "There now",
      empty: "(empty)",
      keep: "Keep mine",
      take: "Take theirs",
    },
  },
  ja: {
    here: "ほかに{count}人が見ています：{names}",
    title: "いまここにいる人",
    inStudy: "調査の画面",
    onThis: "この逐語録",
    reads: "閲覧中：",
    more: "+{count}",
    changed: "集計のあとに{count}件の変更",
    changedSome: "集計のあとに変更がありました",
    refresh: "集計し直す",
    conflict: {
      title: "編集しているあいだに、別のところで変更されました",
      mine: "自分の内容",
      theirs: "現在の内容",
      empty: "（空欄）",
      keep: "自分の内容にする",
      take: "現在の内容にする",
    },
  },
} as const satisfies Messages;
