import { HORIZON_YEARS, paybackOf, type BuildingState, type Payback } from '../../state';
import { Named } from './Named';
import { useTexts, type Texts } from './useTexts';

/** The year of the curve from which on nothing is lost; `isShort` in a column of figures. */
export function paybackText({ words }: Texts, payback: Payback, isShort = false): string {
  switch (payback.kind) {
    case 'years': {
      const { years, firstYears } = payback;
      return isShort || firstYears === years
        ? words('building.effect.paybackYears', { count: years })
        : words('building.effect.paybackTwice', { count: years, first: firstYears });
    }
    case 'atOnce':
      return words('building.effect.paybackAtOnce');
    case 'notWithin':
      return words('building.effect.paybackNotWithin', { years: HORIZON_YEARS });
    case 'never':
      return words(isShort ? 'building.effect.paybackNeverShort' : 'building.effect.paybackNever');
    case 'notKnown':
      return words('building.effect.paybackNotKnown');
  }
}

/** What the package costs, and when it has paid for itself. */
export function Money({ today, own }: { readonly today: BuildingState; readonly own: BuildingState }) {
  const texts = useTexts();
  const { words } = texts;
  const { costs } = own;
  if (costs === null) return null;
  const facts: readonly (readonly [id: string, label: string, value: string])[] = [
    ['investment', words('building.effect.rows.investment'), texts.inUnit(costs.typicalEur, 'EUR')],
    [
      'range',
      words('building.effect.rows.range'),
      words('building.offers.capex', { low: texts.number(costs.lowEur), high: texts.number(costs.highEur) }),
    ],
    ['grant', words('building.effect.rows.grant'), texts.inUnit(costs.grantEur, 'EUR')],
    ['upkeep', words('building.effect.rows.upkeep'), texts.inUnit(costs.runningEurPerYear, 'EUR/a')],
    [
      'payback',
      words('building.effect.rows.payback'),
      own.money === null || today.money === null
        ? words('building.effect.computing')
        : paybackText(texts, paybackOf(own.money, today.money)),
    ],
  ];
  return (
    <section aria-label={words('building.effect.money')} data-testid="money">
      <h4>{words('building.effect.money')}</h4>
      <dl className="money">
        {facts.map(([id, label, value]) => (
          <div key={id} data-money={id}>
            <dt>
              <Named id={id} label={label} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="muted small-text">
        {costs.unpriced === 0 ? '' : `${words('building.effect.unpriced', { count: costs.unpriced })} `}
        {words('building.effect.moneyNote')}
      </p>
    </section>
  );
}
