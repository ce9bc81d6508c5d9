import "server-only";
/** The pieces as a stream that asks for the next one only when the last is on its way. */
export function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}

/**
 * The header that saves an answer as a file of this name (RFC 6266): the name in full as RFC 5987 has it,
 * and for old clients one of plain letters.
 */
export function attachment(name: string): string {
  // Neither a path nor what file systems refuse.
  const safe = name
    .replace(/[\p{C}/\\:*?"<>|]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const plain = safe.replace(/[^\x20-\x7e]/g, "_");
  const full = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
