/** Long enough to be read out behind others; then nobody who goes through the page comes upon it. In milliseconds. */
const STAYS = 10_000;

const inside = new WeakMap<Element, ShadowRoot>();
let current: ShadowRoot | null = null;

/** Takes the element in which things are told. They stand apart from the page, in which the same words are seen. */
export function tellIn(host: HTMLElement | null): void {
  if (!host) return;
  current = inside.get(host) ?? host.attachShadow({ mode: "closed" });
  inside.set(host, current);
}

/** Tells those who listen, when they have heard what is being read. What they see says the same. */
export function announce(words: string): void {
  const line = document.createElement("p");
  line.textContent = words;
  current?.append(line);
  setTimeout(() => line.remove(), STAYS);
}
