import { archetypeOf } from '../../model/archetypes';
import { OVERRIDABLE, type Building, type EvidenceAttribute } from '../../model/building';
import { BASELINE_ID, nameOfBuilding, useAppState } from '../../state';
import { districtOf, floorAreaM2 } from '../../state/view';
import { sourceWords } from '../../words';
import { BuildingLandmarks } from '../inspector/BuildingLandmarks';
import { stationOf } from '../inspector/station';
import { OldMark } from '../parts/OldMark';
import { useTexts } from './useTexts';

/** What follows names numbers by their fields: they are told in words beside it. */
const OWN_VALUES = '; own values: ';

/** What the building is, and where each fact comes from. */
export function BuildingCard({ building }: { readonly building: Building }) {
  const texts = useTexts();
  const { words } = texts;
  const language = useAppState((state) => state.language);
  const district = useAppState((state) => districtOf(state, BASELINE_ID));
  if (district === null) return null;
  const archetype = archetypeOf(building, district.archetypeRegion);
  const own = OVERRIDABLE.filter((name) => building.overrides?.[name] !== undefined).map((name) =>
    words(`figures.names.${name}`),
  );
  const station = stationOf(district, building);
  const origin = (attribute: EvidenceAttribute) => building.evidence[attribute] ?? 'given';
  const { connection } = building;
  const facts: readonly (readonly [name: string, label: string, value: string, origin: EvidenceAttribute])[] =
    [
      ['use', words('building.card.use'), words(`building.uses.${building.use}`), 'use'],
      ['year', words('building.card.year'), String(building.constructionYear), 'constructionYear'],
      [
        'area',
        words('building.card.area'),
        `${texts.inUnit(floorAreaM2(building), 'm²')} (${words('building.card.levels', { count: building.levels })}; ${words('building.card.areaNote')})`,
        'levels',
      ],
      ['heating', words('building.card.heating'), words(`building.heatings.${building.heating}`), 'heating'],
      ...(building.households === 0
        ? []
        : ([
            ['households', words('building.card.households'), String(building.households), 'households'],
          ] as const)),
      [
        'connection',
        words('building.card.connection'),
        connection === null
          ? words('building.card.noConnection')
          : words('building.card.connectionValue', {
              phases: connection.phases.join(' '),
              fuse: texts.number(connection.mainFuseA),
            }),
        'connection',
      ],
    ];
  return (
    <article className="building-card" data-testid="building-card" aria-label={nameOfBuilding(building)}>
      <p className="headline">{nameOfBuilding(building)}</p>
      <p className="muted small-text">{building.id}</p>
      <dl className="facts with-origin">
        {facts.map(([name, label, value, attribute]) => (
          <div key={name} data-fact={name}>
            <dt>{label}</dt>
            <dd>{value}</dd>
            <dd className={`origin ${origin(attribute)}`}>{words(`building.card.${origin(attribute)}`)}</dd>
          </div>
        ))}
        <div data-fact="archetype">
          <dt>{words('building.card.archetype')}</dt>
          <dd>
            {words(`building.envelopes.${archetype.envelopeClass}`)},{' '}
            {words(`building.periods.${archetype.period}`)},{' '}
            {words(`building.envelopeStates.${building.envelope}`)}
            <span className="muted small-text block">
              {words('building.card.source')}: {sourceWords(language, archetype.source.split(OWN_VALUES)[0]!)}
            </span>
            {own.length === 0 ? null : (
              <span className="muted small-text block" data-testid="own-numbers">
                {words('building.card.ownNumbers', { names: own.join(', ') })}
              </span>
            )}
          </dd>
          <dd className="origin derived">{words('building.card.derived')}</dd>
        </div>
        {station === null ? null : (
          <div data-fact="transformer">
            <dt>{words('building.card.transformer')}</dt>
            <dd>{station}</dd>
          </div>
        )}
      </dl>
      <OldMark scenarioId={BASELINE_ID} />
      <BuildingLandmarks building={building} scenarioId={BASELINE_ID} />
    </article>
  );
}
