import "server-only";

/**
 * The same values, each asked for while the one before it is in use: the database reads the next chunk while
 * something is made of this one. Left early, it waits for what it has asked for, and ends the source.
 */
export async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = source.next();
      // Whoever goes on meets the error; whoever leaves does not want to hear of it.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await next.catch(() => undefined);
    await source.return(undefined);
  }
}
