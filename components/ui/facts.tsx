import { Fragment } from "react";

/** Short facts in one line. Each keeps its own direction, so that an Arabic name does not turn its neighbours around. */
export function Facts({ facts }: { facts: readonly string[] }) {
  return facts.map((fact, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same fact may stand there twice.
    <Fragment key={at}>
      {at > 0 && " · "}
      <bdi>{fact}</bdi>
    </Fragment>
  ));
}
