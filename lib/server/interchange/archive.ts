import "server-only";
import type { Readable } from "node:stream";
import yauzl from "yauzl";
import { ENTRIES_LIMIT, PART_LIMIT, RATIO_FROM, RATIO_LIMIT, UNPACKED_LIMIT, Unreadable } from "./limits";

/** A zip archive, of which only named parts are ever unpacked, in memory, up to a limit. */
export interface Archive {
  names: readonly string[];
  /** The bytes of a part as they are unpacked; null where there is no such part. */
  part(name: string): AsyncGenerator<Uint8Array> | null;
}

/**
 * Opens an archive from its bytes. Its names decide nothing but which part is read: no file is written,
 * so a name that leads elsewhere is a name like any other. What the archive states about sizes is only
 * believed where it is a reason to refuse; real bytes are counted while they are unpacked.
 *
 * Throws an Error where the directory at its end is not there or not whole, and Unreadable above limits.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const entries = new Map<string, yauzl.Entry>();
  for (const entry of await entriesOf(zip)) {
    const name = yauzl.getFileNameLowLevel(
      entry.generalPurposeBitFlag,
      entry.fileNameRaw,
      entry.extraFields,
      false,
    );
    if (!entries.has(name)) entries.set(name, entry);
  }
  let unpacked = 0;
  return {
    names: [...entries.keys()],
    part(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      if (entry.isEncrypted()) throw new Unreadable("locked_office");
      if (entry.uncompressedSize > PART_LIMIT) throw new Unreadable("unpacks_too_large");
      return bounded(zip, entry, (size) => {
        unpacked += size;
        return unpacked <= UNPACKED_LIMIT;
      });
    },
  };
}

function open(buffer: Buffer): Promise<yauzl.ZipFile> {
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true };
  return new Promise((resolve, reject) =>
    yauzl.fromBuffer(buffer, options, (error, zip) => (error ? reject(error) : resolve(zip))),
  );
}

function entriesOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  if (zip.entryCount > ENTRIES_LIMIT) throw new Unreadable("unpacks_too_large");
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    zip.on("error", reject);
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: yauzl.Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

async function* bounded(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  fits: (size: number) => boolean,
): AsyncGenerator<Uint8Array> {
  const stream = await new Promise<Readable>((resolve, reject) =>
    zip.openReadStream(entry, (error, readable) => (error ? reject(error) : resolve(readable))),
  );
  let size = 0;
  try {
    for await (const chunk of stream) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError("a part of an archive is bytes");
      size += chunk.byteLength;
      const tooTight = size > RATIO_FROM && size > entry.compressedSize * RATIO_LIMIT;
      if (size > PART_LIMIT || tooTight || !fits(chunk.byteLength)) throw new Unreadable("unpacks_too_large");
      yield chunk;
    }
  } finally {
    stream.destroy();
  }
}
