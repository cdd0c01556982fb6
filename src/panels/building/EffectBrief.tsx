import type { Building } from '../../model/building';
import {
  activePackageId,
  runOf,
  useAppState,
  worsePartsState,
  type AppState,
  type BuildingState,
} from '../../state';
import { MISSING } from '../../units';
import { useStates } from './useStates';
import { useTexts } from './useTexts';

interface Brief {
  readonly id: 'bill' | 'carbon' | 'peak' | 'transformer';
  readonly unit: string;
  readonly of: (state: BuildingState) => number;
}

const transformerOf = ({ parts }: BuildingState): number =>
  parts.find(({ part }) => part === 'transformer')?.percent ?? Number.NaN;

const BRIEFS: readonly Brief[] = [
  { id: 'bill', unit: 'EUR', of: ({ figures }) => figures?.totalBillEur ?? Number.NaN },
  { id: 'carbon', unit: 't CO₂e', of: ({ figures }) => (figures?.carbonKg ?? Number.NaN) / 1000 },
  { id: 'peak', unit: 'kW', of: ({ figures }) => (figures?.peakW ?? Number.NaN) / 1000 },
  { id: 'transformer', unit: '%', of: transformerOf },
];

/** The answer to a measure beside the measures: bill, emissions, peak and transformer, before and after. */
export function EffectBrief({ building }: { readonly building: Building }) {
  const texts = useTexts();
  const { words } = texts;
  const states = useStates(building);
  const activeId = useAppState(activePackageId);
  const today = states[0];
  const own = states.find(({ scenario }) => scenario.id === activeId) ?? null;
  const todayRuns = useAppState(isUnderWay(today?.scenario.id));
  const ownRuns = useAppState(isUnderWay(own?.scenario.id));
  if (today === undefined) return null;
  const parts = own === null ? today.partsState : worsePartsState(today.partsState, own.partsState);
  const text = (brief: Brief, state: BuildingState) => {
    const value = brief.of(state);
    if (Number.isFinite(value)) return texts.number(value);
    const isNetworkComing = state === today ? todayRuns : ownRuns;
    return isComing(brief.id, state, isNetworkComing) ? '…' : MISSING;
  };
  return (
    <div role="group" aria-label={words('building.brief.label')} className="brief" data-testid="effect-brief">
      <dl className="effect-brief">
        {BRIEFS.map((brief) => (
          <div key={brief.id} data-brief={brief.id}>
            <dt>
              {words(`building.brief.${brief.id}`)} <span className="unit">{brief.unit}</span>
            </dt>
            <dd>
              {fromTo(text(brief, today), own === null ? null : text(brief, own))}
              {brief.id === 'transformer' && (parts === 'provisional' || parts === 'old') ? (
                <span className="muted small-text block">
                  {words(parts === 'old' ? 'building.effect.partsState.old' : 'building.brief.provisional')}
                </span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const isUnderWay =
  (scenarioId: string | undefined) =>
  (state: AppState): boolean => {
    const status = scenarioId === undefined ? null : runOf(state, scenarioId).status;
    return status === 'waiting' || status === 'running';
  };

/** Whether a figure that is not there is being computed: else nobody waits for it. */
export const isComing = (
  id: Brief['id'],
  { figures, failure, partsState }: Pick<BuildingState, 'figures' | 'failure' | 'partsState'>,
  isRunUnderWay: boolean,
): boolean =>
  id === 'transformer' ? partsState === 'none' && isRunUnderWay : figures === null && failure === null;

/** `8130 → 5180`. */
function fromTo(before: string, after: string | null) {
  if (after === null) return <b>{before}</b>;
  return (
    <>
      {before} → <b>{after}</b>
    </>
  );
}
