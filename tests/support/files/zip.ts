import { deflateRawSync } from "node:zlib";
import { crc32 } from "./crc32";

export interface ZipPart {
  name: string;
  data: Uint8Array | string;
  /** What the archive claims that the part unpacks to, where that is a lie. */
  claims?: number;
  /** Marked as locked with a password. */
  locked?: boolean;
  stored?: boolean;
}

/** An archive as programs write it, and, where asked, with names and sizes that no program writes. */
export function zip(parts: readonly ZipPart[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claims, locked = false, stored = false } of parts) {
    const raw = Buffer.from(data);
    const packed = stored ? raw : deflateRawSync(raw, { level: 9 });
    const label = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((locked ? 1 : 0) | 0x800, 2);
    fields.writeUInt16LE(stored ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(raw), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims ?? raw.length, 18);
    fields.writeUInt16LE(label.length, 22);
    const head = Buffer.concat([Buffer.from("PK\x03\x04"), fields, label]);
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(offset, 10);
    // In the directory the version that made it comes first, and comments and the place follow the fields.
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), fields, entry.subarray(0, 14), label]));
    local.push(head, packed);
    offset += head.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, directory, end]));
}
