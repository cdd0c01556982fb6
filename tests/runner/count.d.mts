export interface TestCount {
  passed: number;
  failed: number;
  skipped: number;
}
export function countReport(report: {
  success?: boolean;
  testResults?: readonly {
    status: string;
    assertionResults: readonly { status: string }[];
  }[];
}): TestCount;
export function countLine(count: TestCount): string;
