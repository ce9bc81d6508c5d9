/** A recording of so many seconds as a WAV file: a quiet tone, so that no two seconds are alike. */
export function tone(seconds: number): Buffer {
  const rate = 8_000;
  const samples = rate * seconds;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples, 40);
  const body = Buffer.alloc(samples);
  for (let at = 0; at < samples; at += 1)
    body[at] = 128 + Math.round(6 * Math.sin((at * (200 + Math.floor(at / rate))) / rate));
  return Buffer.concat([head, body]);
}
