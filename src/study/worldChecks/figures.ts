import type { PublishedFigure } from './types';

/** How far a mean may lie from ours where only a mean is published: our own proposal, of 23 November 2026. */
const TOLERANCE = 0.3;

type Described = Pick<PublishedFigure, 'id' | 'question' | 'source' | 'mark' | 'published' | 'unit'>;

function nearTo(reference: number, digits: number, described: Described): PublishedFigure {
  const [low, high] = [reference * (1 - TOLERANCE), reference * (1 + TOLERANCE)];
  return {
    ...described,
    ...{ reference, digits },
    criterion: `within 30 %: ${low.toFixed(digits)} to ${high.toFixed(digits)}`,
    holds: (ours) => ours >= low && ours <= high,
  };
}

const FLUVIUS = 'Becker et al. 2024, arXiv 2409.18105, abstract: 42,089 smart meters, Flanders, 2022';
const LOVE = 'Love et al. 2017, Applied Energy, abstract as worldpumps.com gives it: near 700 heat pumps';
const AVENUE = 'My Electric Avenue, as itfleet.co.uk reports it, 2015';
const OCHOA =
  'Navarro-Espinosa and Ochoa, 128 UK feeders, as itinfosecure.com quotes it; number of feeders M';

export const FIGURES = {
  heatPumpPeak: nearTo(1.2, 2, {
    id: 'heatPumpPeak',
    question: 'Added feeder peak a heat pump, 40 connections',
    ...{ source: FLUVIUS, mark: 'V', published: '1.2 kW', unit: 'kW' },
  }),
  vehiclePeak: nearTo(1.4, 2, {
    id: 'vehiclePeak',
    question: 'Added feeder peak an electric car, 40 connections',
    ...{ source: FLUVIUS, mark: 'V', published: '1.4 kW', unit: 'kW' },
  }),
  fastVehiclePeak: nearTo(2, 2, {
    id: 'fastVehiclePeak',
    question: 'Added feeder peak a car charging faster than 6.5 kW, 40 connections',
    ...{ source: FLUVIUS, mark: 'V', published: '2.0 kW', unit: 'kW' },
  }),
  fastVehicleHour: {
    id: 'fastVehicleHour',
    question: 'When the mean day peaks where everybody has a fast car',
    ...{ source: FLUVIUS, mark: 'V', published: 'one hump at night ("night dromedary")' },
    ...{ unit: 'h of day', digits: 2, criterion: 'between 21:00 and 6:00 (our reading of night)' },
    holds: (hour) => hour >= 21 || hour < 6,
  },
  cuencaPeak: nearTo(1.67, 2, {
    id: 'cuencaPeak',
    question: 'Added transformer peak a car, 62 customers, 15 % with a slowly charging car',
    source:
      'SAGE 2026, doi 10.1177/27533735261423279, abstract: 50 kVA, 62 customers, Cuenca; (0.90 - 0.59) x 50 kVA / 9.3 cars',
    ...{ mark: 'D', published: '1.67 kVA', unit: 'kW' },
  }),
  heatPumpAdmd: nearTo(1.7, 2, {
    id: 'heatPumpAdmd',
    question: 'After-diversity maximum demand of heat pumps alone',
    ...{ source: LOVE, mark: 'V', published: '1.7 kW', unit: 'kW' },
  }),
  heatPumpHour: {
    id: 'heatPumpHour',
    question: 'When heat pumps alone peak',
    ...{ source: LOVE, mark: 'V', published: 'in the morning', unit: 'h of day', digits: 2 },
    criterion: 'between 5:00 and 12:00',
    holds: (hour) => hour >= 5 && hour < 12,
  },
  eveningRise: nearTo(14, 1, {
    id: 'eveningRise',
    question: 'Rise of the evening peak with heat pumps in 20 % of households',
    ...{ source: LOVE, mark: 'V', published: '14 % (7.5 GW, Great Britain)', unit: '%' },
  }),
  feedersInTrouble: {
    id: 'feedersInTrouble',
    question: 'LV feeders in trouble where 40 to 70 % have an electric car',
    ...{ source: AVENUE, mark: 'V', published: '32 % (312,000 circuits), 3.5 kW chargers' },
    ...{ reference: 32, unit: '%', digits: 0 },
    criterion: 'at 55 %, the middle, within 30 %: 22 to 42',
    holds: (share) => share >= 22.4 && share <= 41.6,
  },
  freeCapacity: {
    id: 'freeCapacity',
    question: 'Does free capacity below 1.5 kW a customer tell the feeders that fail',
    ...{ source: AVENUE, mark: 'V', published: 'susceptible below about 1.5 kW' },
    ...{ unit: 'of 1', digits: 2 },
    criterion: 'share found of failing plus share cleared of safe, less 1: at least 0.5',
    holds: (skill) => skill >= 0.5,
  },
  feedersEver: nearTo(50, 0, {
    id: 'feedersEver',
    question: 'LV feeders with a problem at some penetration of heat pumps, cars or panels',
    source:
      'Navarro-Espinosa and Ochoa, IEEE TPWRS, abstract on businessdocbox.com; 128 UK feeders (number M)',
    ...{ mark: 'V', published: 'about half', unit: '%' },
  }),
  panelsVoltage: nearTo(45, 0, {
    id: 'panelsVoltage',
    question: 'LV feeders with a voltage problem by panels',
    ...{ source: OCHOA, mark: 'V', published: '45 %', unit: '%' },
  }),
  panelsRating: nearTo(17, 0, {
    id: 'panelsRating',
    question: 'LV feeders with a cable above its rating by panels',
    ...{ source: OCHOA, mark: 'V', published: '17 %', unit: '%' },
  }),
  panelsFirst: {
    id: 'panelsFirst',
    question: 'Homes with panels before the first conductor overloads',
    ...{ source: 'New Zealand LV study, excerpt in Springer 2016', mark: 'V' },
    ...{ published: 'more than 45 % (3.7 kW each)', unit: '%', digits: 0 },
    criterion: 'above 45',
    holds: (share) => share > 45,
  },
  orderOfFailure: {
    id: 'orderOfFailure',
    question: 'Share of devices from first transformer or voltage problem to first cable above its rating',
    source: 'Zimmermann et al. 2026, arXiv 2603.28945, abstract: two SimBench LV grids, 2025 to 2045',
    ...{ mark: 'V', published: 'transformer and voltage only; no line above 89.5 %' },
    ...{ unit: '% of homes', digits: 0, criterion: 'not negative: no cable before both' },
    holds: (gap) => gap >= 0,
  },
  coordinatedRatio: {
    id: 'coordinatedRatio',
    question: 'Cars that an LV network carries with coordinated charging over those without',
    source: 'de Hoog and Thomas, abstract on mafiadoc.com: one real network, northern Melbourne',
    ...{ mark: 'V', published: '3 to 6 times', centre: 4.5, unit: 'times', digits: 1 },
    criterion: 'inside the published range, 3 to 6',
    holds: (ratio) => ratio >= 3 && ratio <= 6,
  },
} as const satisfies Readonly<Record<string, PublishedFigure>>;

export type FigureId = keyof typeof FIGURES;
