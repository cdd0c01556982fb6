import type { MagnetisingPlace, Terminal } from '../../model/circuit';
import { terminalAt } from '../circuitDraft';
import { twoWindingTransformer, type TwoWindingUnit } from '../twoWinding';
import { parseVectorGroup, placeClock, usualGroup, type VectorGroup } from '../vectorGroup';
import { branchEnds } from './lines';
import type { NetBus, Reading } from './reading';
import type { Cuts } from './switches';
import type { TableRow } from './tableRow';
import { tableOf } from './tables';
import { tapChanger, type TapDialect, tapState } from './taps';

const RATING_BASE = 'sn_mva x parallel x df';

export function magnetisingPlace(reading: Reading): MagnetisingPlace {
  return reading.options.transformerModel === 't' ? 'middle' : 'split';
}

/** A two-winding unit with the phase shift that the net asks for; three-winding ones are three of these around a star bus. */
export interface ShiftedUnit extends TwoWindingUnit {
  /** The low side lags by this, taps included. */
  readonly shiftDeg: number;
  readonly group: VectorGroup | null;
}

/** Table trafo. */
export function readTransformers(reading: Reading, cuts: Cuts): void {
  const dialect = tapDialect(reading, 'trafo');
  for (const row of reading.rows('trafo')) {
    const unit = readTransformer(reading, row, cuts, dialect);
    if (unit) addTwoWinding(reading, row, unit);
  }
}

export function tapDialect(reading: Reading, table: string): TapDialect {
  return tableOf(reading.net, table).columns.has('tap_changer_type') ? 'named' : 'flag';
}

function readTransformer(
  reading: Reading,
  row: TableRow,
  cuts: Cuts,
  dialect: TapDialect,
): ShiftedUnit | null {
  const id = reading.idOf(row);
  const parallel = row.has('parallel') ? row.positive('parallel') : 1;
  const unitVa = 1e6 * row.positive('sn_mva');
  const ratedSVa = unitVa * parallel;
  refuseTables(row);
  const taps = tapState([tapChanger(row, '', dialect), tapChanger(row, '2', dialect)]);
  const [highBus, lowBus] = [reading.busOf(row, 'hv_bus'), reading.busOf(row, 'lv_bus')];
  const text = row.text('vector_group');
  const group = text === null ? null : parseVectorGroup(text);
  if (text !== null && !group) {
    row.refuse('vector_group', 'is not a vector group', 'Spell it like Dyn, YNyn, YNd or Yzn.');
  }
  const values = {
    id,
    highVoltageV: 1000 * row.positive('vn_hv_kv'),
    lowVoltageV: 1000 * row.positive('vn_lv_kv'),
    ratedSVa,
    vkPercent: row.number('vk_percent'),
    vkrPercent: row.nonNegative('vkr_percent'),
    noLoadLossPercent: (100 * 1000 * row.nonNegativeOr('pfe_kw', 0)) / unitVa,
    noLoadCurrentPercent: row.nonNegativeOr('i0_percent', 0),
    highTap: taps.high,
    lowTap: taps.low,
    magnetisingPlace: magnetisingPlace(reading),
    ratingBase: RATING_BASE,
    shiftDeg: row.numberOr('shift_degree', 0) + taps.shiftDeg,
    group,
    normalRatingVa: ratedSVa * row.numberOr('df', 1),
  };
  if (!highBus || !lowBus) return null;
  // Unlike a line, a transformer with a bus out of service at either end is out of service as a whole.
  const live = highBus.inService && lowBus.inService;
  const ends = live ? branchEnds(reading, row, ['hv_bus', 'lv_bus'], cuts, id) : whole(highBus, lowBus);
  if (!ends) return null;
  return { ...values, high: ends.from, low: ends.to, enabled: ends.enabled };
}

function whole(high: NetBus, low: NetBus): { from: Terminal; to: Terminal; enabled: boolean } {
  return { from: terminalAt(high.id), to: terminalAt(low.id), enabled: false };
}

/** Values that follow the tap position from a table or a spline. */
export function refuseTables(row: TableRow): void {
  for (const column of ['tap_dependency_table', 'tap_dependent_impedance']) {
    if (row.flag(column, false)) {
      row.refuse(
        column,
        'asks for values that depend on the tap',
        'Write the values of this tap position into the row.',
      );
    }
  }
  for (const column of ['leakage_resistance_ratio_hv', 'leakage_reactance_ratio_hv']) {
    if (row.numberOr(column, 0.5) !== 0.5) {
      row.refuse(column, 'is not 0.5', 'Only equal leakage on both sides is read.');
    }
  }
}

/** Adds the unit to the circuit; shifts that no vector group gives and impossible impedances are refused. */
export function addTwoWinding(reading: Reading, row: TableRow, unit: ShiftedUnit): void {
  const hours = unit.shiftDeg / 30;
  const nearest = Math.round(hours);
  if (!(Math.abs(hours - nearest) < 1e-9)) {
    row.refuse(
      'shift_degree',
      `and the taps shift by ${unit.shiftDeg} degrees, which no vector group gives`,
      'Only multiples of 30 degrees are read; phase shifters and cross regulators are not.',
    );
    return;
  }
  if (Math.abs(unit.vkPercent) < unit.vkrPercent || unit.vkPercent === 0) {
    row.refuse(
      'vk_percent',
      'is 0 or below vkr_percent',
      'The impedance voltage contains its resistive part.',
    );
    return;
  }
  const clock = ((nearest % 12) + 12) % 12;
  if (!unit.group) reading.count('no vector group');
  const group = chosenGroup(reading, row, unit.group, clock);
  reading.draft.transformers.push(
    twoWindingTransformer(unit, group, clock, (busId) => reading.starNode(busId)),
  );
}

/** The group as given, unless its parity contradicts the shift; the shift then decides, as it does in pandapower. */
function chosenGroup(reading: Reading, row: TableRow, given: VectorGroup | null, clock: number): VectorGroup {
  if (!given) return usualGroup(clock);
  if (given.high.zigzag || given.low.zigzag) {
    const straight: VectorGroup = clock % 2 === 1 ? usualGroup(1) : usualGroup(0);
    reading.log.warning({
      code: 'pandapower-zigzag',
      where: row.where,
      field: 'vector_group',
      value: row.text('vector_group') ?? '',
      message: `${row.where} has a zigzag winding; it is taken as ${clock % 2 === 1 ? 'Dyn' : 'YNyn'}${clock}: balanced results are the same, the zero sequence is not.`,
      remedy: 'Check unbalanced results behind it.',
    });
    return straight;
  }
  if (placeClock(clock, given)) return given;
  reading.log.warning({
    code: 'pandapower-vector-group-shift',
    where: row.where,
    field: 'vector_group',
    value: row.text('vector_group') ?? '',
    message: `The vector group of ${row.where} cannot give its phase shift of ${30 * clock} degrees; the shift is kept and ${usualGroup(clock).high.connection === 'delta' ? 'Dyn' : 'YNyn'} is taken.`,
    remedy: 'Make shift_degree and vector_group agree.',
  });
  return usualGroup(clock);
}
