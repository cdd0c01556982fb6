import type { Kpi } from '../../kpi';
import { median } from '../../kpi/median';
import type { DistrictHosting } from './districtHosting';

const NAMES = { load: 'Load', photovoltaic: 'PV', vehicle: 'EV', heatPump: 'Heat pump' } as const;

const SEVERAL = { feeder: 'feeders', transformer: 'transformers', bus: 'buses' } as const;

/** The district's hosting capacity as indicators: the feeder that takes least, the one in the middle, the one that takes most. */
export const hostingKpis = (found: DistrictHosting): Kpi[] => kpisOf(found, true);

/** The same beside those of other scenarios: definitions that tell of the question alone, as an indicator has one in all of them. */
export const comparedHostingKpis = (found: DistrictHosting): Kpi[] => kpisOf(found, false);

export const isHostingKpi = (kpiId: string): boolean => kpiId.startsWith('hosting-');

/** Which limits a question holds to, in words. */
export function criteriaText({ limits, criteria = {} }: DistrictHosting['settings']): string {
  const { voltageDeviationPu, noReversePower } = criteria;
  return [
    `${limits.lowerPu} to ${limits.upperPu} pu and ${100 * limits.loadingLimit} % of ratings`,
    ...(voltageDeviationPu === undefined
      ? []
      : [`a change of voltage below ${100 * voltageDeviationPu} % of nominal`]),
    ...(noReversePower === true ? ['no power that turns back through a transformer or regulator'] : []),
  ].join(', ');
}

function kpisOf({ settings, places, conditions }: DistrictHosting, saysWhereOpen: boolean): Kpi[] {
  const { technology, by, draws, seed, maxW } = settings;
  const values = {
    smallest: Math.min(...places.map(({ smallest }) => smallest.capacityW)),
    median: median(places.map((place) => place.median.capacityW)),
    largest: Math.max(...places.map(({ largest }) => largest.capacityW)),
  };
  const middle = places.map((place) => place.median).sort((a, b) => a.capacityW - b.capacityW);
  const ends = {
    smallest: places.find(({ smallest }) => smallest.capacityW === values.smallest)?.smallest,
    median: middle[places.length >> 1],
    largest: places.find(({ largest }) => largest.capacityW === values.largest)?.largest,
  };
  /** Nothing broke up to the end of the search: the value is a lower bound. */
  const isOpen = (word: keyof typeof ends): boolean =>
    saysWhereOpen && ends[word] !== undefined && ends[word].binding === undefined;
  const what = {
    smallest: `of the ${by} and allocation that take least`,
    median: `median over ${SEVERAL[by]} of the median over allocations`,
    largest: `of the ${by} and allocation that take most`,
  };
  return (['smallest', 'median', 'largest'] as const).map((word) => ({
    id: `hosting-${technology.id}-${word}`,
    label: `${NAMES[technology.id]} hosting, ${word} ${by}${isOpen(word) ? ', at least' : ''}`,
    value: places.length === 0 ? Number.NaN : values[word],
    unit: 'W',
    definition: `Screening. ${isOpen(word) ? `At least: the search ended at ${maxW / 1000} kW before a limit broke. ` : ''}Power of units of ${technology.unitW / 1000} kW that a ${by} takes before a limit breaks, ${what[word]}; ${draws} random allocations, seed ${seed}, limits ${criteriaText(settings)}. ${saysWhereOpen ? '' : `Where nothing breaks up to ${maxW / 1000} kW, at least that. `}${conditions.join(' ')}`,
    boundary: `Each ${by} by itself, the hardest hours of the year that was run`,
    source: `Method after EPRI 1026640; unit: ${technology.source}`,
    betterWhen: 'higher',
    symbol: `HC_${technology.id},${word}`,
    group: 'hosting',
  }));
}
