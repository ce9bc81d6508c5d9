/** What a recording may be: the media types of what browsers play. */
export const RECORDING_KINDS = [
  "audio/mpeg",
  "audio/mp4",
  "audio/aac",
  "audio/wav",
  "audio/ogg",
  "audio/flac",
  "audio/webm",
] as const;
export type RecordingKind = (typeof RECORDING_KINDS)[number];

/** Pictures that come in the same kind of box as sound. */
const PICTURES = /^(?:heic|heif|heix|mif1|msf1|avif|avis|crx )/;

/**
 * What the first bytes of a file say that it is, whatever its name claims; null where browsers would not play it. Some
 * dozens of bytes are enough. A film in the same kind of box as sound is taken for sound: its sound is what is played.
 */
export function kindOfRecording(bytes: Uint8Array): RecordingKind | null {
  const at = (offset: number, signature: string) =>
    [...signature].every((letter, index) => bytes[offset + index] === letter.charCodeAt(0));
  if (at(0, "RIFF")) return at(8, "WAVE") ? "audio/wav" : null;
  if (at(0, "OggS")) return "audio/ogg";
  if (at(0, "fLaC")) return "audio/flac";
  if (at(0, "ID3")) return "audio/mpeg";
  if (at(0, "\x1aE\xdf\xa3")) return includes(bytes, "webm") ? "audio/webm" : null;
  if (at(4, "ftyp")) return PICTURES.test(letters(bytes, 8, 4)) ? null : "audio/mp4";
  return kindOfFrame(bytes);
}

/** Without any heading: a frame of MPEG sound begins with eleven or twelve ones. */
function kindOfFrame([first = 0, second = 0, third = 0]: Uint8Array): RecordingKind | null {
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null;
  const layer = (second >> 1) & 3;
  if (layer === 0) return (second & 0xf6) === 0xf0 ? "audio/aac" : null;
  // Nobody writes the first layer any more, and a text in UTF-16 begins alike.
  if (layer === 3) return null;
  const [version, rate, bits] = [(second >> 3) & 3, (third >> 2) & 3, third >> 4];
  // Values that no encoder writes: other files begin with two such bytes, too.
  return version === 1 || rate === 3 || bits === 15 || bits === 0 ? null : "audio/mpeg";
}

const letters = (bytes: Uint8Array, offset: number, count: number) =>
  String.fromCharCode(...bytes.subarray(offset, offset + count));

/** Where a box of this kind says what it holds: near its beginning. */
const includes = (bytes: Uint8Array, word: string) =>
  letters(bytes, 0, Math.min(bytes.length, 80)).includes(word);
