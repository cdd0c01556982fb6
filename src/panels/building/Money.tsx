import { paybackOf, type BuildingState, type Payback } from '../../state';
import { useTexts, type Texts } from './useTexts';

export function paybackText({ words, number }: Texts, payback: Payback): string {
  switch (payback.kind) {
    case 'years':
      return words('building.effect.paybackYears', { years: number(payback.years, 2) });
    case 'atOnce':
      return words('building.effect.paybackAtOnce');
    case 'never':
      return words('building.effect.paybackNever');
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
            <dt>{label}</dt>
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
