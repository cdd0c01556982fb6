import type { District } from '../../model/district';
import {
  addedPeakKw,
  admdKw,
  eveningAddedPeakKw,
  meanDayPeakHour,
  stepWords,
  type StreetsAsked,
} from './streets';
import type { FigureId } from './figures';
import type { HomePool } from './homes';
import type { NotJudged, OurFigure } from './types';

const CONNECTIONS = 40;
const STREETS = 100;
const FAST_W = 6500;
const SLOW_W = 4000;
const CUENCA = { connections: 62, devices: 9 } as const;

/** Figures of homes alone, without a network: sums over keyed streets. */
export function homeFigures(
  district: District,
  pool: HomePool,
): Partial<Record<FigureId, OurFigure | NotJudged>> {
  const anyHome = () => true;
  const isFast = (home: number) => pool.chargerW[home]! > FAST_W;
  const asked = (
    purpose: string,
    deviceW: readonly Float64Array[],
    mayHave: StreetsAsked['mayHave'],
  ): StreetsAsked => ({
    ...{ seed: district.seed, streets: STREETS, connections: CONNECTIONS, devices: CONNECTIONS },
    ...{ purpose, deviceW, mayHave },
  });
  const slow = asked('slow cars', pool.vehicleW, (home) => pool.chargerW[home]! < SLOW_W);
  const fast = pool.ids.flatMap((_, home) => (isFast(home) ? [home] : []));
  const pumps = pool.ids.length === 0 ? undefined : admdKw(pool, pool.heatPumpW);
  const none: NotJudged = { reason: 'The district has no home of one household with heating of its own.' };
  return {
    heatPumpPeak: addedPeakKw(pool, asked('heat pumps', pool.heatPumpW, anyHome)),
    vehiclePeak: addedPeakKw(pool, asked('cars', pool.vehicleW, anyHome)),
    fastVehiclePeak: addedPeakKw(pool, asked('fast cars', pool.vehicleW, isFast)),
    fastVehicleHour:
      fast.length === 0
        ? none
        : {
            value: meanDayPeakHour(pool, fast, pool.vehicleW),
            detail: `${fast.length} homes; ${stepWords(pool)}`,
          },
    cuencaPeak: eveningAddedPeakKw(pool, { ...slow, ...CUENCA }),
    heatPumpAdmd:
      pumps === undefined
        ? none
        : {
            value: pumps.value,
            detail: `${pool.ids.length} homes, ${meanKw(pool).toFixed(2)} kW in the mean over the weeks and ${pumps.dayMean.toFixed(2)} over the day of the peak, peak of ${builtWords(district, pool)}; ${stepWords(pool)}`,
          },
    heatPumpHour:
      pumps === undefined
        ? none
        : { value: pumps.hour, detail: `${pool.ids.length} homes; ${stepWords(pool)}` },
  };
}

function meanKw({ heatPumpW }: HomePool): number {
  const means = heatPumpW.map((series) => series.reduce((sum, powerW) => sum + powerW, 0) / series.length);
  return means.reduce((sum, mean) => sum + mean, 0) / means.length / 1000;
}

/** The peak of refurbished homes alone: how much of it is the state of the houses. */
function builtWords({ buildings }: District, pool: HomePool): string {
  const envelopeOf = new Map(buildings.map(({ id, envelope }) => [id, envelope]));
  const done = pool.ids.flatMap((id, home) => (envelopeOf.get(id) === 'asBuilt' ? [] : [home]));
  if (done.length === 0) return 'the refurbished unknown, there are none';
  const alone = admdKw(
    pool,
    done.map((home) => pool.heatPumpW[home]!),
  );
  return `the ${done.length} refurbished ${alone.value.toFixed(2)} kW`;
}
