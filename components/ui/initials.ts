/** The first letters of two names, or the first character of one, such as a Japanese one. */
export function initials(name: string): string {
  const letters = name
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => [...part][0] ?? "");
  return letters.join("").toUpperCase() || "?";
}
