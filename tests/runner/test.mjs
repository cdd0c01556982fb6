/**
 * `npm test`: every test, those in a real browser included. Arguments go to Vitest (`npm test -- tests/sim`). The last
 * line counts the tests from Vitest's own report.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/sources.mjs';
import { countLine, countReport } from './count.mjs';

const report = join(ROOT, '.cache', 'test-report.json');
mkdirSync(join(ROOT, '.cache'), { recursive: true });
rmSync(report, { force: true });

const run = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: 'inherit' },
);

const count = existsSync(report)
  ? countReport(JSON.parse(readFileSync(report, 'utf8')))
  : { passed: 0, failed: 1, skipped: 0 };
// Vitest also fails on errors outside any test; they are in its exit code only.
if (run.status !== 0 && count.failed === 0) count.failed = 1;
console.log(countLine(count));
process.exitCode = count.failed > 0 ? 1 : 0;
