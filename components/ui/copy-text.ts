/** Puts a text on the clipboard, and answers whether it is there: browsers have none on plain http, and may refuse. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
