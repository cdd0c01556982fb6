import { FACTORS } from '../../kpi';
import type { QuantityItem } from '../../measures';
import { RULE } from '../../synthesis/network/rule';
import { networkInvestment } from '../scenarioCosts/networkPrices';

/** A planning figure of a published tool beside the default that this program uses. */
export interface PlanningDefault {
  readonly what: string;
  readonly source: string;
  readonly published: number;
  readonly unit: string;
  /** The default, and the range it is used with where it has one. */
  readonly ours: number;
  readonly range?: readonly [low: number, high: number];
  readonly verdict: 'same' | 'in range' | 'differs' | 'not used';
  readonly note: string;
}

const EDISGO = 'eDisGo 06804bf5, config_grid_expansion_default.cfg';
const DING0 = 'ding0, config_calc.cfg';
const ROUNDING = 1e-9;

type Row = Omit<PlanningDefault, 'verdict' | 'note'> & { readonly note?: string };

function verdictOf({ published, ours, range }: Row): PlanningDefault['verdict'] {
  if (Number.isNaN(ours)) return 'not used';
  if (Math.abs(ours - published) <= ROUNDING * published) return 'same';
  const [low, high] = range ?? [ours, ours];
  return published >= low && published <= high ? 'in range' : 'differs';
}

/** What is built, priced as scenarios price it, kEUR. */
function priced(items: readonly QuantityItem[], amount: number, ratedVa?: number) {
  const size = ratedVa === undefined ? {} : { ratedVa };
  const quantities = items.map((item) => ({ elementId: 'planning', item, amount, ...size }));
  const investment = networkInvestment(quantities, FACTORS);
  if (!investment.known) return { ours: NaN };
  const { low, typical, high } = investment;
  return { ours: typical / 1000, range: [low / 1000, high / 1000] as const };
}

/** Reinforcement costs and voltage budgets that planners' tools publish, each beside the default here. */
export function planningDefaults(): PlanningDefault[] {
  const kilometre = { unit: 'kEUR/km', source: `${EDISGO} (dena-Verteilnetzstudie)` };
  const lv = priced(['lvCable', 'lvTrench'], 1000);
  const mv = priced(['mvCable', 'mvTrench'], 1000);
  const share = (value: number) => ({ ours: 100 * value, unit: '%' });
  const rows: Row[] = [
    { what: 'LV cable with earthwork, urban', published: 100, ...kilometre, ...lv },
    { what: 'LV cable with earthwork, rural', published: 60, ...kilometre, ...lv, note: 'the low end' },
    { what: 'MV cable with earthwork, urban', published: 140, ...kilometre, ...mv },
    { what: 'MV cable with earthwork, rural', published: 80, ...kilometre, ...mv, note: 'the low end' },
    {
      what: 'MV/LV transformer, 630 kVA',
      ...{ published: 10, unit: 'kEUR', source: EDISGO },
      ...{ ...priced(['transformer'], 1, 630e3), note: "pylovo's list, which goes by size" },
    },
    {
      what: 'HV/MV transformer, 40 MVA',
      ...{ published: 1000, unit: 'kEUR', source: EDISGO },
      ...{ ours: NaN, note: 'no measure builds one' },
    },
    { what: 'Voltage budget of MV, load', published: 1.5, source: EDISGO, ...share(RULE.mvDropShare) },
    {
      what: 'Voltage budget of the station, load',
      published: 2,
      source: EDISGO,
      ...share(RULE.transformerDropShare),
    },
    {
      what: 'Voltage budget of LV, load',
      ...{ published: 6.5, source: EDISGO, ...share(RULE.mainDropShare + RULE.serviceDropShare) },
      note: "ding0's is taken, the stricter",
    },
    {
      what: 'Voltage budget of LV, load',
      ...{ published: 5, source: DING0, ...share(RULE.mainDropShare + RULE.serviceDropShare) },
    },
    { what: 'Load of MV cables, normal', published: 60, source: DING0, ...share(RULE.mvCableLoading) },
  ];
  return rows.map((row) => ({ ...row, verdict: verdictOf(row), note: row.note ?? '' }));
}
