import { appendFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Counts of one run, as the closing line tells them. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The closing line: skipped tests are only mentioned when there are any. */
export const tallyLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/**
 * Prints the closing line of a vitest run, or, under `npm test`, hands the counts over in the file
 * named by `MOTCUA_TALLY_FILE` so that one line can be printed for the whole.
 */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const tally = count(modules, errors.length);
    const file = process.env['MOTCUA_TALLY_FILE'];
    if (file) appendFileSync(file, `${JSON.stringify(tally)}\n`);
    else process.on('exit', () => console.log(tallyLine(tally)));
  }
}

function count(modules: readonly TestModule[], errors: number): Tally {
  let passed = 0;
  let failed = errors;
  let skipped = 0;
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      else if (state === 'failed') failedHere += 1;
      else skipped += 1;
    }
    // A file that breaks outside its tests (an import, a hook) would otherwise count as nothing.
    failed += failedHere === 0 && !module.ok() ? 1 : failedHere;
  }
  return { passed, failed, skipped };
}
