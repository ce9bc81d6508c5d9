import type { Formats } from "use-intl/core";

/** Named formats, so that a date or a share looks the same wherever it stands. */
export const formats = {
  dateTime: {
    /** A calendar day without a time, such as the day of an interview: stored as midnight UTC. */
    day: { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" },
    /** A moment, in the time zone of the server. */
    moment: { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" },
  },
  number: {
    share: { style: "percent", maximumFractionDigits: 0 },
  },
  list: {
    and: { style: "long", type: "conjunction" },
  },
} as const satisfies Formats;
