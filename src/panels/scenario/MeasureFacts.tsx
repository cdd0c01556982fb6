import {
  legalStatusOf,
  legalWords,
  payerOf,
  unitCarbonOf,
  unitCostsOf,
  type Disruption,
  type MeasureDefinition,
} from '../../measures';
import type { QualityClass } from '../../model/building';
import type { Measure } from '../../model/scenario';
import { PAYER_WORDS } from '../../state/view';
import { formatNumber } from '../../units';

const DISRUPTION_WORDS: Readonly<Record<Disruption, string>> = {
  none: 'people stay, no room is closed',
  someRooms: 'people stay, some rooms are closed for a while',
  moveOut: 'people move out for the time of the work',
};

/** A source as text, with how sure it is. */
export function sourceText(source: string, quality: QualityClass): string {
  return `${source} (${quality.replaceAll('_', ' ')})`;
}

/** Who pays at first, and whether it may be done where that is known. */
function Standing({ definition }: { readonly definition: MeasureDefinition }) {
  const legal = legalStatusOf(definition);
  return (
    <>
      <div>
        <dt>Paid by</dt>
        <dd>{PAYER_WORDS[payerOf(definition)]}</dd>
      </div>
      <div>
        <dt>Legal status</dt>
        <dd>{legal.status === 'unknown' ? 'not known' : legalWords(legal)}</dd>
      </div>
    </>
  );
}

const unitText = (unit: string) => unit.replace('m2', 'm²');

/** What the work costs, how long it lasts and how much it disturbs, and where the figures come from. */
export function MeasureFacts({
  definition,
  parameters,
}: {
  readonly definition: MeasureDefinition;
  readonly parameters: Measure['parameters'];
}) {
  const { work, label } = definition;
  if (work === undefined) {
    return (
      <dl className="facts" aria-label={`${label}: the work`}>
        <Standing definition={definition} />
      </dl>
    );
  }
  const costs = unitCostsOf(definition, { parameters });
  const carbon = unitCarbonOf(definition, { parameters });
  const life = work.lifetimeYears === undefined ? [] : [work.lifetimeYears];
  const sources = new Set(
    [...costs, ...carbon, ...life].map(({ source, quality }) => sourceText(source, quality)),
  );
  return (
    <>
      <dl className="facts" aria-label={`${label}: the work`}>
        {costs.map(({ low, typical, high, unit, of }) => (
          <div key={of}>
            <dt>{`Cost, ${unitText(unit)} ${of}`}</dt>
            <dd>
              {typical === 0
                ? 'none'
                : `${formatNumber(typical)} (${formatNumber(low)} to ${formatNumber(high)})`}
            </dd>
          </div>
        ))}
        {life.map(({ value }) => (
          <div key="life">
            <dt>Lifetime</dt>
            <dd>{value} years</dd>
          </div>
        ))}
        <div>
          <dt>Disruption</dt>
          <dd>{DISRUPTION_WORDS[work.disruption]}</dd>
        </div>
        {carbon.map(({ kgCO2e, unit, of }) => (
          <div key={of}>
            <dt>{`CO₂e built in, ${unitText(unit)} ${of}`}</dt>
            <dd>{formatNumber(kgCO2e)}</dd>
          </div>
        ))}
        {carbon.length > 0 ? null : (
          <div>
            <dt>CO₂e built in</dt>
            <dd>no source at hand</dd>
          </div>
        )}
        <Standing definition={definition} />
      </dl>
      <p className="muted small-text">Figures: {[...sources].join('; ')}. Ranges: engineering values.</p>
    </>
  );
}
