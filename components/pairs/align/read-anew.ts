import type { Keeper } from "@/components/drafts/keeper";
import { nextPaint } from "@/components/reader/model/next-paint";

/**
 * Reads the page anew once the browser has what is not saved yet: a page that is gone may not end what it began to write,
 * and one that knows of nothing kept asks whether to leave.
 */
export async function readAnew(
  keeper: Pick<Keeper<unknown>, "flush">,
  reload = () => window.location.reload(),
  shown: () => Promise<void> = nextPaint,
): Promise<void> {
  await keeper.flush();
  await shown();
  reload();
}
