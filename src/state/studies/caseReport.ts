import { ENGINE_VERSION, PROGRAM_VERSION } from '../../engine/version';
import type { Comparison } from '../../study/comparison';

/** A report as it is saved, and what stands beside the button. */
export interface CaseReport {
  readonly html: string;
  readonly bytes: number;
  readonly programVersion: string;
  readonly engineVersion: string;
}

/** The self-contained report of a comparison, as the command line writes it. Its writer loads with the first one. */
export async function caseReport(comparison: Comparison): Promise<CaseReport> {
  const { writeReport } = await import('../../io/report');
  const createdBy = { program: 'gridtwin', version: PROGRAM_VERSION, runtime: 'web browser' };
  const html = writeReport(comparison, { createdBy });
  const bytes = new TextEncoder().encode(html).length;
  return { html, bytes, programVersion: PROGRAM_VERSION, engineVersion: ENGINE_VERSION };
}
