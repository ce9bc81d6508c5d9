import "server-only";
import { SaxesParser } from "saxes";
import { DEPTH_LIMIT, Unreadable } from "./limits";

export interface XmlTag {
  /** The name without its prefix, which producers choose as they like. */
  name: string;
  /** The namespace. */
  uri: string;
  /** The value of an attribute by its name without prefix. */
  attribute(name: string): string | undefined;
}

export interface XmlHandlers {
  open(tag: XmlTag): void;
  close(tag: XmlTag): void;
  text(words: string): void;
}

/**
 * Reads XML as it comes, keeping nothing of it. A document type is refused, since only it could declare
 * entities; others than XML's own five are errors. Throws Unreadable, and Error where it is not well-formed.
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  const open: XmlTag[] = [];
  parser.on("doctype", () => {
    throw new Unreadable("forbidden_xml");
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    depth++;
    if (depth > DEPTH_LIMIT) throw new Unreadable("nested_too_deep");
    const tag: XmlTag = {
      name: local,
      uri,
      attribute: (name) => Object.values(attributes).find((each) => each.local === name)?.value,
    };
    open.push(tag);
    handlers.open(tag);
  });
  parser.on("closetag", () => {
    depth--;
    const tag = open.pop();
    if (tag) handlers.close(tag);
  });
  parser.on("text", (words) => handlers.text(words));
  parser.on("cdata", (words) => handlers.text(words));
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  if (decoder) parser.write(decoder.decode());
  parser.close();
}

/** XML in these containers is UTF-8, or UTF-16 with a mark. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
