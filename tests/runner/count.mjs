/**
 * Counts a Vitest JSON report. A test file that could not be loaded has no tests in it: it counts as one failure, so
 * that a syntax error cannot look like a clean run; so does a report with nothing in it.
 */
export function countReport(report) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults ?? []) {
    for (const { status } of file.assertionResults) {
      if (status === 'passed') count.passed += 1;
      else if (status === 'failed') count.failed += 1;
      else count.skipped += 1;
    }
    const hasFailure = file.assertionResults.some(({ status }) => status === 'failed');
    if (file.status === 'failed' && !hasFailure) count.failed += 1;
  }
  if (report.success === false && count.failed === 0) count.failed = 1;
  if (count.passed + count.failed + count.skipped === 0) count.failed = 1;
  return count;
}

export function countLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
