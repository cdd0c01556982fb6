import { expect, test } from 'vitest';
import { countLine, countReport } from './count.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

test('the count tells passed, failed and skipped tests apart', () => {
  const report = {
    success: false,
    testResults: [file('failed', 'passed', 'failed'), file('passed', 'passed', 'skipped', 'todo', 'pending')],
  };
  expect(countLine(countReport(report))).toBe('2 passed, 1 failed, 3 skipped');
});

test('a test file that does not load counts as a failure', () => {
  const report = { success: false, testResults: [file('passed', 'passed'), file('failed')] };
  expect(countReport(report)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a run that found no test, or failed outside every test, is a failure', () => {
  expect(countReport({ success: true, testResults: [] }).failed).toBe(1);
  expect(countReport({ success: false, testResults: [file('passed', 'passed')] }).failed).toBe(1);
});
