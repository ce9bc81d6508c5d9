/** The words of one language: ICU messages by key, in groups where that helps to find them. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** The words of one feature, both languages side by side; tests/unit/messages holds them to the same keys and arguments. */
export interface Messages {
  readonly en: MessageTree;
  readonly ja: MessageTree;
}
