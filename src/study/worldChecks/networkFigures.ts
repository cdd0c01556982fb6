import type { FigureId } from './figures';
import { feederUsage, voltageUsage, worstUsage, type LvFeeder } from './feeders';
import { atShare, crossing, lastShare, upToAll } from './crossings';
import type { NetworkSeries, ShareSeries } from './series';
import type { WeekExtremes } from './solveWeeks';
import type { NotJudged, OurFigure } from './types';
import { hourOfDay } from './weeks';

type Found = OurFigure | NotJudged;
const NO_FEEDERS: NotJudged = {
  reason: 'The network has no LV feeder most of whose customers are households.',
};
const percent = (count: number, of: number) => (100 * count) / of;
const isTroubled = (feeder: LvFeeder, at: WeekExtremes) => worstUsage(feederUsage(feeder, at)) > 1;

/** Figures of the power flow, each in the definition of the study it stands beside. */
export function networkFigures(series: NetworkSeries): Partial<Record<FigureId, Found>> {
  const eveningRise = riseOfEvening(series);
  const needFeeders = {
    feedersInTrouble,
    freeCapacity,
    feedersEver,
    panelsVoltage: (all: NetworkSeries) => byPanels(all, voltageUsage),
    panelsRating: (all: NetworkSeries) => byPanels(all, ({ cable }) => cable),
    panelsFirst,
    orderOfFailure,
    coordinatedRatio,
  };
  const found = Object.entries(needFeeders).map(
    ([id, of]) => [id, series.feeders.length === 0 ? NO_FEEDERS : of(series)] as const,
  );
  return { eveningRise, ...Object.fromEntries(found) };
}

const EVENING_HOURS = [16, 22] as const;

function riseOfEvening({ base, vehicles, fifth }: NetworkSeries): Found {
  const evening = (sourceW: Float64Array) =>
    sourceW.reduce((peak, powerW, step) => {
      const hour = hourOfDay(base.calendar, step);
      return hour >= EVENING_HOURS[0] && hour < EVENING_HOURS[1] ? Math.max(peak, powerW) : peak;
    }, -Infinity);
  const before = evening(vehicles.extremes[0]!.sourceW);
  const added = evening(fifth.sourceW) - before;
  if (!(fifth.share > 0 && before > 0))
    return { reason: 'No household is heated by what heat pumps replace.' };
  return {
    value: ((100 * added) / before) * (0.2 / fifth.share),
    detail: `16 to 22 h, whole district with shops and offices: ${(before / 1e6).toFixed(2)} MW, ${(added / 1e6).toFixed(2)} more with ${(100 * fifth.share).toFixed(1)} % of households, brought to 20 %`,
  };
}

function feedersInTrouble({ feeders, vehicles }: NetworkSeries): Found {
  const shareAt = (cars: number) => {
    const at = atShare(vehicles, cars);
    return at && percent(feeders.filter((feeder) => isTroubled(feeder, at)).length, feeders.length);
  };
  const [low, middle, high] = [shareAt(0.4), shareAt(0.55), shareAt(0.7)];
  if (low === undefined || middle === undefined || high === undefined)
    return { reason: `The power flow has no solution with ${percent(vehicles.unsolvedAt ?? 0, 1)} % cars.` };
  return {
    value: middle,
    spread: [low, high],
    detail: `at 55 (40 and 70) % of households, ${feeders.length} feeders; chargers of 3.7, 7.4 and 11 kW`,
  };
}

const FREE_KW = 1.5;

function freeCapacity({ feeders, vehicles }: NetworkSeries): Found {
  const at = atShare(vehicles, 0.7);
  if (at === undefined) return { reason: 'The power flow has no solution with 70 % cars.' };
  const { loadingMax } = vehicles.extremes[0]!;
  const judged = feeders.map((feeder) => {
    const freeVa = feeder.ratedVa * (1 - loadingMax[feeder.headRow]!);
    return {
      isTight: freeVa / feeder.customers / 1000 < FREE_KW,
      fails: isTroubled(feeder, at),
    };
  });
  const failing = judged.filter(({ fails }) => fails);
  const safe = judged.filter(({ fails }) => !fails);
  const tight = judged.filter(({ isTight }) => isTight).length;
  if (failing.length === 0 || safe.length === 0)
    return { reason: `${failing.length} of ${judged.length} feeders fail: there is nothing to tell apart.` };
  const found = failing.filter(({ isTight }) => isTight).length / failing.length;
  const cleared = safe.filter(({ isTight }) => !isTight).length / safe.length;
  return {
    value: found + cleared - 1,
    detail: `at 70 % cars ${failing.length} of ${judged.length} feeders fail, ${tight} lie below; ${Math.round(100 * found)} % of failing and ${Math.round(100 * cleared)} % of safe told right`,
  };
}

function feedersEver({ feeders, ...all }: NetworkSeries): Found {
  const technologies = { cars: all.vehicles, 'heat pumps': all.heatPumps, panels: all.panels };
  const firsts = Object.entries(technologies).map(([name, series]) => {
    const upTo = upToAll(series);
    const found = feeders.flatMap((feeder) => {
      const first = crossing(upTo, (at) => worstUsage(feederUsage(feeder, at)));
      return first === undefined ? [] : [{ feeder, first }];
    });
    return { name, found, series };
  });
  const ever = new Set(firsts.flatMap(({ found }) => found.map(({ feeder }) => feeder.id)));
  const words = firsts.map(({ name, found, series }) => {
    const sorted = found.map(({ first }) => 100 * first).sort((a, b) => a - b);
    const cut = series.unsolvedAt !== undefined && series.unsolvedAt <= 1 ? ', not all solved' : '';
    if (sorted.length === 0) return `${name} none${cut}`;
    const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(0);
    return `${name} ${percent(found.length, feeders.length).toFixed(0)} % (first at ${at(0)}, median ${at(0.5)}, last ${at(1)} % of homes${cut})`;
  });
  return {
    value: percent(ever.size, feeders.length),
    detail: `${words.join('; ')}; ${feeders.length} feeders`,
  };
}

function byPanels(
  { feeders, panels }: NetworkSeries,
  usage: (of: ReturnType<typeof feederUsage>) => number,
): Found {
  const found = feeders.filter(
    (feeder) => crossing(panels, (at) => usage(feederUsage(feeder, at))) !== undefined,
  );
  const highest = Math.max(
    ...feeders.map((feeder) => usage(feederUsage(feeder, panels.extremes[panels.extremes.length - 1]!))),
  );
  return {
    value: percent(found.length, feeders.length),
    detail: `${found.length} of ${feeders.length} feeders to ${percent(lastShare(panels), 1)} % of roofs; most used ${Math.round(100 * highest)} % of its limit`,
  };
}

interface First {
  readonly share: number;
  readonly feeder: LvFeeder;
}

/** Share at which a kind of limit is first passed, and at which feeder. */
function firstAnywhere(
  series: ShareSeries,
  feeders: readonly LvFeeder[],
  usage: (feeder: LvFeeder, at: WeekExtremes) => number,
): First | undefined {
  let first: First | undefined;
  for (const feeder of feeders) {
    const share = crossing(series, (at) => usage(feeder, at));
    if (share !== undefined && !(first !== undefined && first.share <= share)) first = { share, feeder };
  }
  return first;
}

const firstWords = (first: First | undefined) =>
  first === undefined
    ? 'not'
    : `${(100 * first.share).toFixed(0)} % (${first.feeder.id}, ${first.feeder.customers} customers)`;

function panelsFirst({ feeders, panels }: NetworkSeries): Found {
  const first = firstAnywhere(panels, feeders, (feeder, at) => feederUsage(feeder, at).cable);
  const value = 100 * (first?.share ?? lastShare(panels));
  const words =
    first === undefined ? `no cable up to ${value.toFixed(0)} %` : `first cable: ${firstWords(first)}`;
  return { value, detail: `${words} of roofs, filled as the measure fills them` };
}

function orderOfFailure({ feeders, together, base }: NetworkSeries): Found {
  const { lineCount } = base.rows;
  const loadingOf = ({ transformerRow }: LvFeeder, { loadingMax }: WeekExtremes) =>
    transformerRow < 0 ? 0 : loadingMax[lineCount + transformerRow]!;
  const cable = firstAnywhere(together, feeders, (feeder, at) => feederUsage(feeder, at).cable);
  const voltage = firstAnywhere(together, feeders, (feeder, at) => voltageUsage(feederUsage(feeder, at)));
  const transformer = firstAnywhere(together, feeders, loadingOf);
  const others = [voltage, transformer].flatMap((first) => (first === undefined ? [] : [first.share]));
  const end = lastShare(together);
  if (cable === undefined && others.length === 0)
    return { reason: `Nothing is beyond its limit up to ${percent(end, 1)} % of homes.` };
  return {
    value: 100 * ((cable?.share ?? end) - Math.min(end, ...others)),
    detail: `heat pumps, cars and panels together: transformer ${firstWords(transformer)}, voltage ${firstWords(voltage)}, cable ${firstWords(cable)}`,
  };
}

function coordinatedRatio({ feeders, vehicles, coordinated, base }: NetworkSeries): Found {
  const { lineCount } = base.rows;
  const stations = [...new Set(feeders.map(({ transformerRow }) => transformerRow))].filter(
    (row) => row >= 0,
  );
  const carried = stations.map((station) => {
    const own = feeders.filter(({ transformerRow }) => transformerRow === station);
    const usage = (at: WeekExtremes) =>
      Math.max(
        at.loadingMax[lineCount + station]!,
        ...own.map((feeder) => worstUsage(feederUsage(feeder, at))),
      );
    return { without: crossing(vehicles, usage), with: crossing(coordinated, usage) };
  });
  const counted = carried.flatMap((each) =>
    each.without === undefined || each.without === 0
      ? []
      : [{ ratio: (each.with ?? lastShare(coordinated)) / each.without, isBound: each.with === undefined }],
  );
  if (counted.length === 0) return { reason: 'No LV network is brought to its limit by uncoordinated cars.' };
  const sorted = counted.map(({ ratio }) => ratio).sort((a, b) => a - b);
  const bounds = counted.filter(({ isBound }) => isBound).length;
  return {
    value: sorted[(sorted.length - 1) >> 1]!,
    spread: [sorted[0]!, sorted[sorted.length - 1]!],
    detail: `median, least and most of ${counted.length} of ${stations.length} LV networks, ${bounds} of them lower bounds; every building by itself fills its valleys`,
  };
}
