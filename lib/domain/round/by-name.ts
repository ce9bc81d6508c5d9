/**
 * People by their names as somebody who reads `locale` (BCP 47) looks for them, numbers in them by their value; those of one
 * name in the order in which they came. Names in the letters of another script stand apart from them.
 */
export function byName<Person extends { name: string }>(people: readonly Person[], locale: string): Person[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return people.toSorted((a, b) => compare(a.name, b.name));
}
