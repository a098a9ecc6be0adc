/** Something a person can mend: what happened, and what to do. Anything else is a defect and keeps its stack. */
export class SetUpProblem extends Error {
  /**
   * @param {string} happened one sentence
   * @param {string} advice what to do
   */
  constructor(happened, advice) {
    super(`${happened}\n  What to do: ${advice}`);
    this.name = 'SetUpProblem';
  }
}

/**
 * Runs a command's main part; a problem that a person can mend ends it with its sentences and exit code 1.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    console.error(error instanceof Error && error.name === 'SetUpProblem' ? `\n${error.message}\n` : error);
  }
}
