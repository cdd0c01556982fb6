import { useState } from 'react';
import { caseReportWriter, useActions, useAppState, useSpeech, type CaseReport } from '../../state';
import { comparisonWith } from '../../state/view';
import { downloadText, fileNameOf } from '../parts/download';
import { IconButton } from '../parts/IconButton';
import { today } from '../parts/today';
import { baselineOf, useRanking, type Shown } from './shown';

const BYTES_PER_KB = 1000;

/** Saves one file with everything that is compared here, and says how large it is and what made it. */
export function ReportButton({ shown }: { readonly shown: Shown }) {
  const { words, number, language } = useSpeech();
  const actions = useActions();
  const [saved, setSaved] = useState<string | null>(null);
  const difference = useAppState((state) => state.difference);
  const { decision } = useRanking(shown);
  const { comparison, keys, names } = shown;
  const keep = (write: (of: typeof comparison) => CaseReport) => {
    const baseline = baselineOf(shown);
    const isOfThis =
      difference?.from === baseline.scenario &&
      comparison.scenarios.some(({ scenario }) => scenario === difference.to);
    const attributed =
      isOfThis && difference.found !== null ? { toId: difference.to.id, found: difference.found } : null;
    const report = write(comparisonWith(comparison, keys, decision, attributed));
    const { name } = baseline.year.district;
    downloadText(`${fileNameOf(name, 'comparison')}.html`, report.html, 'text/html');
    setSaved(
      words('compare.report.saved', {
        size: `${number(report.bytes / BYTES_PER_KB)} kB`,
        engine: report.engineVersion,
        program: report.programVersion,
        partial: comparison.status === 'partial' ? words('compare.report.partial') : '',
      }),
    );
  };
  const save = () => actions.whenFetched('report', () => caseReportWriter(language, today()), keep);
  return (
    <>
      <IconButton
        icon="download"
        label={words('compare.report.label', { names: keys.map((key) => names.get(key)!).join(', ') })}
        text={words('compare.report.text')}
        className="primary"
        onClick={() => void save()}
      />
      <p className="muted small-text" role="status" data-testid="report-saved">
        {saved}
      </p>
    </>
  );
}
