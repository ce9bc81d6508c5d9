/** Where a file's reading is had. The encoding names no other file, but another reading of it. */
export const readingAddress = (batchId: string, uploadId: string, encoding: string | null) =>
  `/api/imports/${batchId}/uploads/${uploadId}/reading${encoding ? `?as=${encoding}` : ""}`;
