interface Named {
  label: string;
}

/** Width and case make no difference. */
const fold = (text: string) => text.normalize("NFKC").toLowerCase().trim();

/**
 * Makes options findable by parts of their labels, divided by spaces, all of which must be there. The label
 * that is just what was typed comes first, then those that hold it in one piece, then the others, each in
 * the order given.
 */
export function finder<Option extends Named>(options: readonly Option[]): (query: string) => Option[] {
  const folded = options.map((option) => ({ option, text: fold(option.label) }));
  return (query) => {
    const whole = fold(query);
    const parts = whole.split(/\s+/).filter(Boolean);
    const rank = (text: string) => (text === whole ? 0 : text.includes(whole) ? 1 : 2);
    return folded
      .filter(({ text }) => parts.every((part) => text.includes(part)))
      .map(({ option, text }) => ({ option, rank: rank(text) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ option }) => option);
  };
}
