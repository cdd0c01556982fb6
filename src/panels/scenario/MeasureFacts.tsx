import {
  legalStatusOf,
  payerOf,
  unitCarbonOf,
  unitCostsOf,
  type LegalStatus,
  type MeasureDefinition,
} from '../../measures';
import type { Measure, Scenario } from '../../model/scenario';
import { useSpeech, useWords } from '../../state';
import { sourceText } from '../../state/view';
import { costBasisWords, measureWords, type Words } from '../../words';
import { LegalDisclosure } from './LegalDisclosure';

function legalText(legal: LegalStatus, words: Words): string {
  if (legal.status === 'unknown') return words('scenario.legalUnknown');
  const { status, source, date } = legal;
  return words(`scenario.legalStatus.${status}`, { source, date });
}

/** Who pays at first, and whether it may be done where that is known. */
function Standing({
  definition,
  scenario,
}: {
  readonly definition: MeasureDefinition;
  readonly scenario: Scenario;
}) {
  const words = useWords();
  return (
    <>
      <div>
        <dt>{words('scenario.paidBy')}</dt>
        <dd>{words(`scenario.payers.${payerOf(definition)}`)}</dd>
      </div>
      <div>
        <dt>{words('scenario.legal')}</dt>
        <dd>
          {legalText(legalStatusOf(definition, scenario.legal), words)}
          <LegalDisclosure type={definition.type} scenario={scenario} />
        </dd>
      </div>
    </>
  );
}

/** What the work costs, how long it lasts and how much it disturbs, and where the figures come from. */
export function MeasureFacts({
  definition,
  parameters,
  scenario,
}: {
  readonly definition: MeasureDefinition;
  readonly scenario: Scenario;
  readonly parameters: Measure['parameters'];
}) {
  const { words, number, typed, language } = useSpeech();
  const { work, type } = definition;
  const { label } = measureWords(language, type);
  if (work === undefined) {
    return (
      <dl className="facts" aria-label={words('scenario.work', { measure: label })}>
        <Standing definition={definition} scenario={scenario} />
      </dl>
    );
  }
  const costs = unitCostsOf(definition, { parameters });
  const carbon = unitCarbonOf(definition, { parameters });
  const life = work.lifetimeYears === undefined ? [] : [work.lifetimeYears];
  const sources = new Set(
    [...costs, ...carbon, ...life].map(({ source, quality }) => sourceText(source, quality, language)),
  );
  return (
    <>
      <dl className="facts" aria-label={words('scenario.work', { measure: label })}>
        {costs.map(({ low, typical, high, unit, of }) => (
          <div key={of}>
            <dt>{words('scenario.cost', costBasisWords(language, unit, of))}</dt>
            <dd>
              {typical === 0
                ? words('scenario.costNone')
                : words('scenario.costRange', {
                    typical: number(typical),
                    low: number(low),
                    high: number(high),
                  })}
            </dd>
          </div>
        ))}
        {life.map(({ value }) => (
          <div key="life">
            <dt>{words('scenario.lifetime')}</dt>
            <dd>{words('scenario.years', { years: typed(value) })}</dd>
          </div>
        ))}
        <div>
          <dt>{words('scenario.disruption')}</dt>
          <dd>{words(`scenario.disruptions.${work.disruption}`)}</dd>
        </div>
        {carbon.map(({ kgCO2e, unit, of }) => (
          <div key={of}>
            <dt>{words('scenario.embodied', costBasisWords(language, unit, of))}</dt>
            <dd>{number(kgCO2e)}</dd>
          </div>
        ))}
        {carbon.length > 0 ? null : (
          <div>
            <dt>{words('scenario.embodiedTitle')}</dt>
            <dd>{words('scenario.noSource')}</dd>
          </div>
        )}
        <Standing definition={definition} scenario={scenario} />
      </dl>
      <p className="muted small-text">{words('scenario.sources', { list: [...sources].join('; ') })}</p>
    </>
  );
}
