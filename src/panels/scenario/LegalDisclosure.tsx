import { lazy, useState } from 'react';
import type { MeasureType, Scenario } from '../../model/scenario';
import { BASELINE_ID, useSpeech } from '../../state';
import { measureWords } from '../../words';
import { LazyPart } from '../parts/LazyPart';

const LegalForm = lazy(() => import('./LegalForm').then((module) => ({ default: module.LegalForm })));

/** Where the library has no source, somebody who knows can say it; the form loads when it is opened. */
export function LegalDisclosure({
  type,
  scenario,
}: {
  readonly type: MeasureType;
  readonly scenario: Scenario;
}) {
  const { words, language } = useSpeech();
  const [open, setOpen] = useState(false);
  if (scenario.id === BASELINE_ID) return null;
  const isOwn = scenario.legal?.some((one) => one.type === type) === true;
  const measure = measureWords(language, type).label;
  return (
    <>
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words(isOwn ? 'scenario.legalChange' : 'scenario.legalOwn')}
        <span className="hidden">{words('scenario.legalOf', { measure })}</span>
      </button>
      {open ? (
        <LazyPart fallback={null}>
          <LegalForm type={type} scenario={scenario} onDone={() => setOpen(false)} />
        </LazyPart>
      ) : null}
    </>
  );
}
