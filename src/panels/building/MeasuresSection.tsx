import { useId } from 'react';
import type { Building } from '../../model/building';
import {
  activePackageId,
  measureIn,
  namesBuilding,
  nextLetter,
  OFFER_GROUPS,
  offersShown,
  packagesOf,
  runOf,
  scenarioOf,
  scenariosOf,
  useActions,
  useAppState,
  type AppState,
  type Offer,
  type OfferedType,
  type OfferGroup,
} from '../../state';
import { Icon } from '../parts/Icon';
import { EffectBrief } from './EffectBrief';
import { OfferParameters } from './OfferParameters';
import { useTexts, type Texts } from './useTexts';

const GROUPS = Object.entries(OFFER_GROUPS) as readonly (readonly [OfferGroup, readonly OfferedType[]])[];
/** Open at first: what is asked most. */
const OPEN: readonly OfferGroup[] = ['envelope', 'heating', 'electricity'];

/** What can be done to the building: price, life, disruption, and why not where it cannot. */
export function MeasuresSection({ building }: { readonly building: Building }) {
  const texts = useTexts();
  const { words } = texts;
  const offers = useAppState(offersShown);
  const refusal = useAppState((state) => state.building.refusal);
  const letter = useAppState((state) => {
    const id = activePackageId(state);
    return packagesOf(scenariosOf(state), building.id).find(({ scenario }) => scenario.id === id)?.letter;
  });
  const latest = useAppState((state) => latestMeasure(state, building.id));
  const next = useAppState((state) => nextLetter(scenariosOf(state), building.id));
  if (offers === null) return null;
  return (
    <div data-testid="measures">
      <p className="muted">
        {letter !== undefined || next !== 'A'
          ? words('building.offers.into', { letter: letter ?? next ?? '–' })
          : words('building.offers.first')}
      </p>
      {latest === null ? <EffectBrief building={building} /> : null}
      {refusal === null ? null : (
        <p className="callout bad" role="alert" data-testid="refusal">
          {words('building.offers.refused', {
            measure: texts.measure(refusal.type as OfferedType),
            reason: texts.reason(refusal.reason),
          })}
        </p>
      )}
      {GROUPS.map(([group, types]) => (
        <details
          key={group}
          className="measure-group"
          open={OPEN.includes(group) || types.some((type) => offers.get(type)?.isChosen === true)}
        >
          <summary>
            <h4>{words(`building.groups.${group}`)}</h4>
          </summary>
          <ul className="offers">
            {types.map((type) => {
              const offer = offers.get(type);
              return offer === undefined ? null : (
                <OfferRow key={type} offer={offer} answers={type === latest ? building : null} />
              );
            })}
          </ul>
        </details>
      ))}
    </div>
  );
}

function capexText({ words, number }: Texts, { investment }: Offer): string {
  if (!investment.known) return words('building.offers.noCapex');
  if (investment.high === 0) return words('building.offers.free');
  return words('building.offers.capex', {
    low: number(investment.low, 2),
    high: number(investment.high, 2),
  });
}

function sizeText({ words, number }: Texts, { size }: Offer): string | null {
  if (size === null) return null;
  if (size.unit === 'cars') return words('building.offers.sizes.cars', { count: size.value });
  const value = number(size.unit === 'Wp' ? size.value / 1000 : size.value / 3.6e6);
  return words(`building.offers.sizes.${size.unit}`, { value });
}

/** The measure of the package on screen that was added last: the answer stands under it. */
function latestMeasure(state: AppState, buildingId: string): OfferedType | null {
  const id = activePackageId(state);
  const scenario = id === null ? undefined : scenarioOf(state, id);
  const own = scenario?.measures.filter((measure) => namesBuilding(measure, buildingId)) ?? [];
  return (own.at(-1)?.type as OfferedType | undefined) ?? null;
}

function OfferRow({
  offer,
  answers,
}: {
  readonly offer: Offer;
  /** The building, where its answer stands under this measure. */
  readonly answers: Building | null;
}) {
  const texts = useTexts();
  const { words } = texts;
  const actions = useActions();
  const id = useId();
  const { type, isChosen, refusal } = offer;
  const name = texts.measure(type);
  const packageId = useAppState(activePackageId);
  const hasNoEffect = useAppState((state) => hasWarning(state, packageId, type));
  const size = sizeText(texts, offer);
  const facts = [
    ...(size === null || refusal !== null ? [] : [size]),
    ...(refusal === null ? [capexText(texts, offer)] : []),
    offer.lifetimeYears === null
      ? words('building.offers.noLife')
      : words('building.offers.life', { years: texts.number(offer.lifetimeYears) }),
    offer.disruption === null
      ? words('building.offers.noDisruption')
      : words(`building.offers.disruption.${offer.disruption}`),
  ];
  return (
    <li
      className={`offer ${isChosen ? 'chosen' : ''} ${refusal === null ? '' : 'refused'}`}
      data-measure={type}
      data-chosen={isChosen}
    >
      <div className="offer-name">
        <b id={`${id}-name`}>{name}</b>
        {offer.isInherited ? <span className="tag">{words('building.offers.inherited')}</span> : null}
      </div>
      <p id={`${id}-facts`} className="muted small-text offer-facts">
        {refusal === null ? facts.join(' · ') : texts.reason(refusal)}
      </p>
      {isChosen && hasNoEffect ? (
        <p className="small-text warn-text">{words('building.offers.noEffect')}</p>
      ) : null}
      <button
        type="button"
        className={isChosen ? 'button held offer-button' : 'button offer-button'}
        aria-pressed={isChosen}
        aria-disabled={refusal !== null}
        aria-label={`${name}: ${words(isChosen ? 'building.offers.remove' : refusal === null ? 'building.offers.add' : 'building.offers.notNow')}`}
        aria-describedby={`${id}-facts`}
        onClick={() =>
          isChosen && packageId !== null
            ? actions.building.remove(packageId, type)
            : actions.building.add(type)
        }
      >
        <Icon name={isChosen ? 'check' : refusal === null ? 'plus' : 'close'} />
        <span>
          {words(
            isChosen
              ? 'building.offers.added'
              : refusal === null
                ? 'building.offers.add'
                : 'building.offers.notNow',
          )}
        </span>
      </button>
      {answers === null ? null : <EffectBrief building={answers} />}
      {isChosen ? <OfferParameters type={type} /> : null}
    </li>
  );
}

/** The run says of a measure that it reaches nobody, as the package stands. */
function hasWarning(
  state: Parameters<typeof activePackageId>[0],
  packageId: string | null,
  type: OfferedType,
): boolean {
  const { selection } = state;
  const scenario = packageId === null ? undefined : scenarioOf(state, packageId);
  const measure =
    scenario === undefined || selection === null ? undefined : measureIn(scenario, type, selection.id);
  if (packageId === null || measure === undefined) return false;
  return runOf(state, packageId).issues.some(
    ({ where, severity, code }) =>
      where === measure.id && severity === 'warning' && code !== 'measure-caveat',
  );
}
