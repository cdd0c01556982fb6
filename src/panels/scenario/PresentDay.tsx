import { BASELINE_ID, useActions, useAppState, useSpeech } from '../../state';
import { districtOf, indexOf } from '../../state/view';
import { catalogueOf, sizingRuleWords } from '../../words';
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
  const { words, number, quantity, whole, language } = useSpeech();
  if (district === null || weather === null) return null;
  const { buildings, network } = district;
  const areaM2 = indexOf(district).floorAreaM2.reduce((sum, area) => sum + area, 0);
  const households = buildings.reduce((sum, building) => sum + building.households, 0);
  // The English word in the name of a made year, which the page says in its own language.
  const weatherName = weather.name.replace(/ \(synthetic\)$/, '');
  const isSaid = weatherName.includes('synthetic');
  const origin = isSaid ? '' : words(weather.origin === 'synthetic' ? 'scenario.synthetic' : 'scenario.epw');
  const facts: readonly (readonly [string, string])[] = [
    [words('scenario.facts.buildings'), quantity(buildings.length, 'count')],
    [words('scenario.facts.households'), quantity(households, 'count')],
    [words('scenario.facts.area'), `${number(areaM2)} m²`],
    [words('scenario.facts.transformers'), whole(network?.transformers.length ?? 0)],
    [words('scenario.facts.lines'), whole(network?.lines.length ?? 0)],
    [words('scenario.facts.weather'), `${weatherName}${origin}`],
  ];
  const { uses, heatings } = catalogueOf(language).facts;
  return (
    <>
      <p className="callout">{words('scenario.callout')}</p>
      <button type="button" className="button primary" onClick={() => actions.createScenario(BASELINE_ID)}>
        <Icon name="plus" />
        <span>{words('scenario.newFromBaseline')}</span>
      </button>
      <h3>{words('scenario.today')}</h3>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Breakdown title={words('scenario.uses')} names={uses} values={buildings.map(({ use }) => use)} />
      <Breakdown
        title={words('scenario.heating')}
        names={heatings}
        values={buildings.map(({ heating }) => heating)}
      />
      {network?.sizingRule === undefined ? null : (
        <details>
          <summary>{words('scenario.sizing')}</summary>
          <p className="small-text pre">{sizingRuleWords(language, network.sizingRule)}</p>
        </details>
      )}
    </>
  );
}

function Breakdown({
  title,
  names,
  values,
}: {
  readonly title: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: readonly string[];
}) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="bars">
        {count(values).map(([value, number]) => (
          <li key={value}>
            <span>{names[value] ?? value}</span>
            <meter min={0} max={values.length} value={number} aria-label={names[value] ?? value} />
            <span className="number">{number}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
