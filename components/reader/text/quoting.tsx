import { useLocale } from "use-intl";

interface QuotingProps {
  /** A sentence of the interface. */
  words: string;
  /** What it quotes. */
  quote: string;
  /** The language of the quoted text. */
  language: string;
}

/** A sentence of the interface that quotes a text in another language: a voice that reads it changes for the quotation. */
export function Quoting({ words, quote, language }: QuotingProps) {
  const locale = useLocale();
  const at = quote === "" || language === locale ? -1 : words.indexOf(quote);
  if (at < 0) return words;
  return (
    <>
      {words.slice(0, at)}
      <span lang={language}>{quote}</span>
      {words.slice(at + quote.length)}
    </>
  );
}
