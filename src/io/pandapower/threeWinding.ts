import { terminalAt } from '../circuitDraft';
import type { NetBus, Reading } from './reading';
import { cutKey, type Cuts } from './switches';
import type { TableRow } from './tableRow';
import { tapChanger, type TapChanger, type TapDialect, tapState } from './taps';
import { addTwoWinding, magnetisingPlace, refuseTables, tapDialect } from './transformers';

const SIDES = ['hv', 'mv', 'lv'] as const;
type Side = (typeof SIDES)[number];
type BySide = Readonly<Record<Side, number>>;

/**
 * Table trafo3w: three two-winding units around a bus of its own at the high side's rated voltage, as in pandapower: with
 * pair values delta (hv-mv, mv-lv, hv-lv) on the rating of the high side, z_hv = (z_hm + z_hl - z_ml) / 2 and so on; the
 * no-load branch belongs to the high side's unit.
 */
export function readThreeWindingTransformers(reading: Reading, cuts: Cuts): void {
  const dialect = tapDialect(reading, 'trafo3w');
  for (const row of reading.rows('trafo3w')) readThreeWinding(reading, row, cuts, dialect);
}

function readThreeWinding(reading: Reading, row: TableRow, cuts: Cuts, dialect: TapDialect): void {
  const id = reading.idOf(row);
  refuseTables(row);
  if (row.flag('tap_at_star_point', false)) {
    row.refuse('tap_at_star_point', 'is true', 'Only taps at the terminals are read.');
  }
  const buses = {
    hv: reading.busOf(row, 'hv_bus'),
    mv: reading.busOf(row, 'mv_bus'),
    lv: reading.busOf(row, 'lv_bus'),
  };
  const ratedVa = bySide((side) => 1e6 * row.positive(`sn_${side}_mva`));
  const voltageV = bySide((side) => 1000 * row.positive(`vn_${side}_kv`));
  const vk = bySide((side) => row.positive(`vk_${side}_percent`));
  const vkr = bySide((side) => row.nonNegative(`vkr_${side}_percent`));
  const lossPercent = (100 * 1000 * row.nonNegativeOr('pfe_kw', 0)) / ratedVa.hv;
  const currentPercent = row.nonNegativeOr('i0_percent', 0);
  const changer = tapChanger(row, '', dialect);
  const { hv, mv, lv } = buses;
  if (!hv || !mv || !lv) return;
  const resistive = starPercent(vkr, ratedVa);
  const reactive = starPercent(
    bySide((side) => Math.sqrt(Math.max(0, vk[side] * vk[side] - vkr[side] * vkr[side]))),
    ratedVa,
  );
  const live = row.flag('in_service', true) && [hv, mv, lv].every((bus) => bus.inService);
  const starId = `${hv.id} (star of ${id})`;
  reading.draft.buses.push({ id: starId, baseVoltageV: voltageV.hv / Math.sqrt(3) });
  for (const side of SIDES) {
    const [r, x] = [resistive[side], reactive[side]];
    // pandapower gives the impedance voltage the sign of its reactance; a negative resistance keeps its own.
    const outer = sideTerminal(reading, row, { hv, mv, lv }[side], side, cuts, id, live);
    const taps = tapState([sideTap(changer, side)]);
    addTwoWinding(reading, row, {
      id: `${id} ${side}`,
      high: side === 'hv' ? outer : terminalAt(starId),
      low: side === 'hv' ? terminalAt(starId) : outer,
      highVoltageV: voltageV.hv,
      lowVoltageV: voltageV[side],
      ratedSVa: ratedVa[side],
      vkPercent: Math.sqrt(r * r + x * x) * (x < 0 ? -1 : 1),
      vkrPercent: r,
      noLoadLossPercent: side === 'hv' ? lossPercent : 0,
      noLoadCurrentPercent: side === 'hv' ? currentPercent : 0,
      highTap: taps.high,
      lowTap: taps.low,
      magnetisingPlace: magnetisingPlace(reading),
      ratingBase: `sn_${side}_mva`,
      shiftDeg: (side === 'hv' ? 0 : row.numberOr(`shift_${side}_degree`, 0)) + taps.shiftDeg,
      group: null,
      normalRatingVa: ratedVa[side],
      enabled: live,
    });
  }
}

function bySide(value: (side: Side) => number): BySide {
  return { hv: value('hv'), mv: value('mv'), lv: value('lv') };
}

/** An open switch at one side leaves that unit energised from the star. */
function sideTerminal(
  reading: Reading,
  row: TableRow,
  bus: NetBus,
  side: Side,
  cuts: Cuts,
  id: string,
  live: boolean,
): ReturnType<typeof terminalAt> {
  const cut = live && cuts.has(cutKey(row.where, String(row.cell(`${side}_bus`))));
  return cut ? reading.openEnd(bus, `${id} ${side}`) : terminalAt(bus.id);
}

/**
 * Pair values, named after their first side (hv: hv-mv, mv: mv-lv, lv: hv-lv) and given on the smaller rating of the
 * pair, to star values on the rating of each side.
 */
function starPercent(pairs: BySide, ratedVa: BySide): BySide {
  const onHigh = (percent: number, a: Side, b: Side): number =>
    (percent * ratedVa.hv) / Math.min(ratedVa[a], ratedVa[b]);
  const hm = onHigh(pairs.hv, 'hv', 'mv');
  const ml = onHigh(pairs.mv, 'mv', 'lv');
  const hl = onHigh(pairs.lv, 'hv', 'lv');
  const share = (side: Side, sum: number): number => (0.5 * sum * ratedVa[side]) / ratedVa.hv;
  return { hv: share('hv', hm + hl - ml), mv: share('mv', ml + hm - hl), lv: share('lv', hl + ml - hm) };
}

/** The tap changer as the unit of this side sees it; it stands at the unit's outer terminal. */
function sideTap(changer: TapChanger, side: Side): TapChanger {
  if (changer.side !== side) return { ...changer, side: null };
  return { ...changer, side: side === 'hv' ? 'hv' : 'lv' };
}
