/** How many random cases a fuzzer runs: some in every run of the tests, and as many as FUZZ_RUNS says in a longer one. */
export const fuzzRuns = (usual: number): number => Number(process.env.FUZZ_RUNS) || usual;
