import { BASELINE_ID, useActions, useAppState } from '../../state';
import { districtOf, formatWhole, HEATING_WORDS, indexOf, USE_WORDS } from '../../state/view';
import { formatNumber, formatQuantity } from '../../units';
import { Icon } from '../parts/Icon';

const count = (values: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
};

/** The baseline has no measures: the facts it stands on. */
export function PresentDay() {
  const district = useAppState((state) => districtOf(state, BASELINE_ID));
  const weather = useAppState((state) => state.loaded?.weather ?? null);
  const actions = useActions();
  if (district === null || weather === null) return null;
  const { buildings, network } = district;
  const areaM2 = indexOf(district).floorAreaM2.reduce((sum, area) => sum + area, 0);
  const households = buildings.reduce((sum, building) => sum + building.households, 0);
  const facts: readonly (readonly [string, string])[] = [
    ['Buildings', formatQuantity(buildings.length, 'count')],
    ['Households', formatQuantity(households, 'count')],
    ['Floor area', `${formatNumber(areaM2)} m²`],
    ['Transformers', formatWhole(network?.transformers.length ?? 0)],
    ['Lines', formatWhole(network?.lines.length ?? 0)],
    [
      'Weather',
      `${weather.name}${weather.name.includes('synthetic') ? '' : weather.origin === 'synthetic' ? ' (synthetic)' : ' (EPW file)'}`,
    ],
  ];
  return (
    <>
      <p className="callout">The baseline has no measures. Make a scenario from it to change something.</p>
      <button type="button" className="button primary" onClick={() => actions.createScenario(BASELINE_ID)}>
        <Icon name="plus" />
        <span>New scenario from Baseline</span>
      </button>
      <h3>The district today</h3>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Breakdown title="Uses" words={USE_WORDS} values={buildings.map(({ use }) => use)} />
      <Breakdown title="Heating" words={HEATING_WORDS} values={buildings.map(({ heating }) => heating)} />
      {network?.sizingRule === undefined ? null : (
        <details>
          <summary>How the network was sized</summary>
          <p className="small-text pre">{network.sizingRule}</p>
        </details>
      )}
    </>
  );
}

function Breakdown({
  title,
  words,
  values,
}: {
  readonly title: string;
  readonly words: Readonly<Record<string, string>>;
  readonly values: readonly string[];
}) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="bars">
        {count(values).map(([value, number]) => (
          <li key={value}>
            <span>{words[value] ?? value}</span>
            <meter min={0} max={values.length} value={number} aria-label={words[value] ?? value} />
            <span className="number">{number}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
