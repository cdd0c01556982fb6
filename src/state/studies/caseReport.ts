import { ENGINE_VERSION, PROGRAM_VERSION } from '../../engine/version';
import type { Comparison } from '../../study/comparison';
import type { Language } from '../../words';

/** A report as it is saved, and what stands beside the button. */
export interface CaseReport {
  readonly html: string;
  readonly bytes: number;
  readonly programVersion: string;
  readonly engineVersion: string;
}

/**
 * Writes the self-contained report of a comparison, as the command line does, in the language of the page; fetched with the first
 * one. `madeOn`: the day, ISO 8601, where it is to stand in it.
 */
export async function caseReportWriter(
  language: Language = 'en',
  madeOn?: string,
): Promise<(comparison: Comparison) => CaseReport> {
  const [{ writeReport }, { loadReportSpeech }] = await Promise.all([
    import('../../io/report'),
    import('../../words/report'),
  ]);
  const speech = await loadReportSpeech(language);
  const createdBy = { program: 'gridtwin', version: PROGRAM_VERSION, runtime: 'web browser' };
  return (comparison) => {
    const html = writeReport(comparison, {
      createdBy,
      ...(madeOn === undefined ? {} : { madeOn }),
      ...(speech === undefined ? {} : { speech }),
    });
    const bytes = new TextEncoder().encode(html).length;
    return { html, bytes, programVersion: PROGRAM_VERSION, engineVersion: ENGINE_VERSION };
  };
}
