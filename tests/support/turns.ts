/** How many turns others had in this process while something was done, and what came of it. */
export async function turnsDuring<Result>(work: Promise<Result>): Promise<[turns: number, result: Result]> {
  let turns = 0;
  let ended = false;
  const turn = () => {
    turns += 1;
    if (!ended) setImmediate(turn);
  };
  turn();
  const result = await work;
  ended = true;
  return [turns, result];
}
