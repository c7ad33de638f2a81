/** Counting tests over the parts of a run and saying how it went. Plain JavaScript, no packages. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, runTool, TOOLS } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number, output: string }} Outcome
 */

/** Adds up the parts of a run and prints a line for each. */
export class Tally {
  passed = 0;
  failed = 0;

  /**
   * Runs one part. An error in it counts as one failed test; later parts run all the same.
   *
   * @param {string} title
   * @param {() => Promise<Outcome>} part
   */
  async part(title, part) {
    const started = Date.now();
    const outcome = await part().catch((error) => ({
      passed: 0,
      failed: 1,
      output: error instanceof Error ? error.message : String(error),
    }));
    this.passed += outcome.passed;
    this.failed += outcome.failed;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    const result =
      outcome.failed > 0 ? `${outcome.failed} FAILED, ${outcome.passed} passed` : `${outcome.passed} passed`;
    console.log(`${outcome.failed > 0 ? '✗' : '✓'} ${title}: ${result} (${seconds} s)`);
    if (outcome.failed > 0) console.log(`\n${outcome.output.trim()}\n`);
    return outcome;
  }

  /**
   * Writes the sums to artifacts/results and ends the process. The line of sums is left to the caller's caller with
   * HARK_SUM_LATER, which adds several runs up.
   */
  finish(name) {
    const file = join(ROOT, 'artifacts', 'results', `${name}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ passed: this.passed, failed: this.failed }));
    if (!process.env.HARK_SUM_LATER) console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exit(this.failed > 0 ? 1 : 0);
  }
}

/**
 * Makes an outcome of one program or step that counts as one test.
 *
 * @param {{ code: number, output?: string }} ended
 * @returns {Outcome}
 */
export function asOneTest({ code, output = '' }) {
  return code === 0 ? { passed: 1, failed: 0, output: '' } : { passed: 0, failed: 1, output };
}

/**
 * Runs vitest and counts its tests.
 *
 * @param {string} name for the file of results.
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, timeout?: number }} [options]
 * @returns {Promise<Outcome>}
 */
export async function runVitest(name, args, options) {
  const file = join(ROOT, 'artifacts', 'results', `vitest-${name}.json`);
  rmSync(file, { force: true });
  const { code, output } = await runTool(
    TOOLS.vitest,
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    options,
  );
  const { passed, failed } = countTests(file);
  // A crash, an error outside of any test or a time-out fails a run without a failed test.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, output };
}

function countTests(file) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0 };
  }
  // A file that cannot be loaded has no tests to fail.
  const broken = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.every(({ status }) => status !== 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}
