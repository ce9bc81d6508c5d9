/** Puts a text on the clipboard, and answers whether it is there: browsers may refuse. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyAsPage(text);
  }
}

/** On plain http a page has no clipboard of its own to write to: as if the person copied this text themselves. */
function copyAsPage(text: string): boolean {
  let put = false;
  const write = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData("text/plain", text);
    put = true;
  };
  window.addEventListener("copy", write, { capture: true });
  document.execCommand("copy");
  window.removeEventListener("copy", write, { capture: true });
  return put;
}
