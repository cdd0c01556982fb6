import type { FigureId } from './figures';

const AS_BUILT =
  'The homes asked are the whole stock of the district, most of it as built; those measured were homes that somebody chose a heat pump for. On the coldest day they draw in the mean of the whole day already more than the published peak (see how it was found), so that no spread in time could bring it down to that; hot water and the end of the night in the same two hours of every home add the rest.';
const UK_SUPPLY =
  'British feeders start near the upper limit and taper (from memory); the synthetic network holds 1.025 pu at the busbar, with one section of cable to the end, so panels find more room. Its roofs face many ways, too.';

/** Where a figure differs: what of the model or of the sample explains it, above and below what was published. */
export const REASONS: Readonly<Partial<Record<FigureId, string | { above: string; below: string }>>> = {
  heatPumpPeak: { above: AS_BUILT, below: 'The homes asked need less heat than those measured.' },
  heatPumpAdmd: { above: AS_BUILT, below: 'The homes asked need less heat than those measured.' },
  heatPumpHour: 'The schedule of the set-point decides when homes warm up.',
  vehiclePeak: {
    above:
      'Every home has a car that starts on arrival, at chargers of 3.7, 7.4 and 11 kW; of those measured many waited for the tariff of the night (from memory), as the hump of their day at night says.',
    below: 'Sessions here bring less energy or come at more different times than those measured.',
  },
  fastVehiclePeak: {
    above:
      'Every car starts on arrival; of those measured many waited for the tariff of the night (from memory).',
    below: 'Sessions here bring less energy or come at more different times than those measured.',
  },
  fastVehicleHour:
    'Cars here are asked without any control and start on arrival, so that their hump lies on the evening; that the measured one lies in the night needs a tariff or a timer, which are measures of their own here.',
  cuencaPeak: {
    above: 'The cars here take more at the hour of the evening peak than those measured there.',
    below:
      'Nine cars of 62 homes seldom charge together at the very quarter hour of the evening peak here, where a car has 4.4 sessions a week; the published figure is the peak of random days in each of which every car charges.',
  },
  eveningRise: {
    above:
      'A heat pump draws more here than there (see above), and the evening peak of a town without industry is smaller a household than that of a nation.',
    below: 'Shops, offices and hotels weigh more in the evening peak of this district.',
  },
  feedersInTrouble: {
    above: 'Chargers of 7.4 and 11 kW stand beside those of 3.7 kW.',
    below:
      'The synthetic rule sizes cables for 3.8 to 1.6 kW a home, more than old British feeders were laid for.',
  },
  freeCapacity:
    'No feeder lies below: the synthetic rule lays cables for 3.8 to 1.6 kW a home and 20 % reserve, while homes without devices draw half of that. Of those that fail many do so on one phase, which free power of three phases does not see.',
  feedersEver: {
    above: 'Heat pumps draw more here than those of the study did (see the first rows).',
    below: 'The synthetic network has a reserve everywhere; real ones of all ages do not.',
  },
  panelsVoltage: { above: 'Roofs are used to the full by the measure.', below: UK_SUPPLY },
  panelsRating: { above: 'Roofs are used to the full by the measure.', below: UK_SUPPLY },
  panelsFirst: 'The measure fills roofs, with more power a home than the 3.7 kW of the study.',
  orderOfFailure:
    'The draw reaches buildings, not homes: the first cable to pass its rating lies in a street where it took blocks of flats together, so that more of its homes have the devices than the district has, and it was laid for none of them; a station averages over all its streets. The study looked at two grids.',
  coordinatedRatio: {
    above:
      'Energy alone limits cars that fill valleys; no driver here refuses, and the network has room at night.',
    below:
      'Every building fills its own valleys without seeing its neighbours, so that many buildings fill the same one; the study coordinated the whole network.',
  },
};

export function reasonOf(id: FigureId, isAbove: boolean): string {
  const reason = REASONS[id];
  if (reason === undefined) return 'No reason is known.';
  if (typeof reason === 'string') return reason;
  return isAbove ? reason.above : reason.below;
}
