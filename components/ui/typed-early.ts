type TextField = HTMLInputElement | HTMLTextAreaElement;

/** What somebody has typed before the page came alive, by its field. */
const typed = new Map<TextField, string>();

function note(field: EventTarget | null): void {
  const text =
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && !["checkbox", "radio", "file", "hidden"].includes(field.type));
  if (text && field.value !== field.defaultValue) typed.set(field, field.value);
}

const onInput = ({ target }: Event) => note(target);

/** Before React takes the page over, which puts back what the server wrote into fields that it holds. */
export function keepTypedEarly(): void {
  for (const field of document.querySelectorAll("input, textarea")) note(field);
  document.addEventListener("input", onInput, true);
}

/** Once it has: what was typed is typed again where it is gone, so that the page learns of it. */
export function giveBackTypedEarly(): void {
  document.removeEventListener("input", onInput, true);
  for (const [field, value] of typed) {
    if (!field.isConnected || field.value === value) continue;
    // React notes what is set through the field itself, and would take this for no change.
    const { prototype } = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  typed.clear();
}
