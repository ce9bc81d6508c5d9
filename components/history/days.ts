/** A year below it is one of which not all digits are typed. */
const FIRST_YEAR = 1000;

/** The beginning of a day of this browser's calendar, so many days on; undefined of a field that holds no day as yet. */
export function momentOf(day: string, on: number): string | undefined {
  const [year, month, date] = day.split("-").map(Number);
  if (!year || year < FIRST_YEAR || !month || !date) return undefined;
  return new Date(year, month - 1, date + on).toISOString();
}

/** The day on which a moment falls here, so many days on, as a date field holds it. */
export function dayOf(moment: string, on: number): string {
  const at = new Date(moment);
  at.setDate(at.getDate() + on);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
