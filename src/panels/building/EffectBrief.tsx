import type { Building } from '../../model/building';
import { activePackageId, useAppState, worsePartsState, type BuildingState } from '../../state';
import { useStates } from './useStates';
import { useTexts, type Texts } from './useTexts';

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
  if (today === undefined) return null;
  const parts = own === null ? today.partsState : worsePartsState(today.partsState, own.partsState);
  return (
    <div role="group" aria-label={words('building.brief.label')} className="brief" data-testid="effect-brief">
      <dl className="effect-brief">
        {BRIEFS.map(({ id, unit, of }) => (
          <div key={id} data-brief={id}>
            <dt>
              {words(`building.brief.${id}`)} <span className="unit">{unit}</span>
            </dt>
            <dd>
              {fromTo(texts, of(today), own === null ? null : of(own))}
              {id === 'transformer' && parts === 'provisional' ? (
                <span className="muted small-text block">{words('building.brief.provisional')}</span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** `8130 → 5180`; dots while the second is computed. */
function fromTo({ number }: Texts, before: number, after: number | null) {
  const text = (value: number) => (Number.isFinite(value) ? number(value) : '…');
  if (after === null) return <b>{text(before)}</b>;
  return (
    <>
      {text(before)} → <b>{text(after)}</b>
    </>
  );
}
