import "server-only";
import type { XmlHandlers, XmlTag } from "../xml";

/** Hands on everything but what lies inside of elements that are to be skipped, and those themselves. */
export function skipping(isSkipped: (tag: XmlTag) => boolean, handlers: XmlHandlers): XmlHandlers {
  let depth = 0;
  return {
    open(tag) {
      if (depth > 0 || isSkipped(tag)) depth++;
      else handlers.open(tag);
    },
    close(tag) {
      if (depth > 0) depth--;
      else handlers.close(tag);
    },
    text(words) {
      if (depth === 0) handlers.text(words);
    },
  };
}
