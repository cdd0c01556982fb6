import { fail, succeed, type Outcome } from '../../model/outcome';
import type { Site } from './cases';
import { deviceFree } from './deviceFree';
import { FIGURES, type FigureId } from './figures';
import { homeFigures } from './homeFigures';
import { homePool } from './homes';
import { networkFigures } from './networkFigures';
import { reasonOf } from './reasons';
import { NETWORK_SETTINGS, networkSeries, type NetworkSettings, type Stage } from './series';
import { isJudged, type NotJudged, type OurFigure, type PublishedFigure, type WorldCheck } from './types';
import { coldestChunks } from './weeks';

export interface WorldSettings {
  /** Homes that streets are drawn from, at most. */
  readonly homes: number;
  /** Coldest weeks in which homes are looked at; 52 are the year but its last day. */
  readonly homeWeeks: number;
  /** False: homes alone, which takes seconds. */
  readonly network: boolean;
  readonly networkSettings: NetworkSettings;
}

export const WORLD_SETTINGS: WorldSettings = {
  homes: 160,
  homeWeeks: 52,
  network: true,
  networkSettings: NETWORK_SETTINGS,
};

/** Homes alone, in the weeks with the most heat: what can be computed anew in seconds. */
export const SAMPLE_SETTINGS: WorldSettings = { ...WORLD_SETTINGS, homeWeeks: 4, network: false };

type Found = Partial<Record<FigureId, OurFigure | NotJudged>>;

/**
 * Published measurements and studies against a district that is computed: its devices are taken out and put in again as each
 * study had them. Yields what comes next; nothing in model or defaults follows from the answers. A published figure and the
 * rule of agreement stand in figures.ts, before anything is computed.
 */
export function* worldChecks(
  asked: Site,
  settings: WorldSettings = WORLD_SETTINGS,
): Generator<Stage, Outcome<readonly WorldCheck[]>> {
  const site = { ...asked, district: deviceFree(asked.district) };
  yield 'homes';
  const chunks = coldestChunks(site.weather, settings.homeWeeks);
  const pool = homePool({ ...site, chunks, most: settings.homes });
  let found: Found = homeFigures(site.district, pool);
  if (settings.network) {
    const series = yield* networkSeries(site, settings.networkSettings);
    if (!series.ok) return fail(series.issues);
    found = { ...found, ...networkFigures(series.value) };
  }
  const ids = Object.keys(FIGURES) as FigureId[];
  return succeed(ids.flatMap((id) => (found[id] === undefined ? [] : [judged(id, found[id])])));
}

/** Lays a figure of ours beside the published one. */
export function judged(id: FigureId, ours: OurFigure | NotJudged): WorldCheck {
  const figure: PublishedFigure = FIGURES[id];
  if (!isJudged(ours)) return { figure, ours, verdict: 'not judged' };
  const { reference, centre, holds } = figure;
  const deviation = reference === undefined ? {} : { deviation: ours.value / reference - 1 };
  if (holds(ours.value)) return { figure, ours, verdict: 'agrees', ...deviation };
  const isAbove = ours.value > (reference ?? centre ?? NaN);
  return { figure, ours, verdict: 'differs', ...deviation, why: reasonOf(id, isAbove) };
}
