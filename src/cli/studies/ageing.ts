import { readEpw } from '../../io/epw';
import type { Circuit } from '../../model/circuit';
import type { SeriesOptions } from '../../sim/powerflow/circuit';
import {
  HOT_SPOT_CAP_DEGC,
  type InsulationPaper,
  NORMAL_LIFE_H,
  ONAF_POWER,
  ONAN_DISTRIBUTION,
  type ThermalParameters,
} from '../../sim/powerflow/thermal';
import { ageTransformers, type TransformerAge, transformerLoads } from '../../study/network';
import { required } from '../exit';
import { fileName, readText } from '../files';
import { clockOf, requireShapes, stepSizeOf } from '../stepClock';
import { readYearLoads } from '../yearLoads';
import { knownId } from './circuitIds';
import { type AskedStudy, FLAG, type StudyKind, TEXT } from './studyKind';
import { counted, percent, quantity } from './studyText';

const USAGE =
  'ageing FILE --year LOADS.csv|shapes [--steps N] [--step-size 1h] [--transformer ID] [--ambient DEGC | --weather FILE.epw] [--enclosure K] [--paper plain|upgraded] [--cooling onan|onaf] [--no-controls]';
const YEAR_S = 8760 * 3600;
const HOUR_S = 3600;
const USUAL_AMBIENT_DEGC = 20;

const COLUMNS = [
  'transformer',
  'load_max_percent',
  'hot_spot_max_degc',
  'hot_spot_max_step',
  'loss_of_life_h',
  'mean_ageing_rate',
  'life_used_percent',
  'years_at_this_pace',
];

/** What a year's loads do to the insulation of transformers, IEC 60076-7. */
export const ageingStudy: StudyKind = {
  usage: USAGE,
  options: {
    year: TEXT,
    steps: TEXT,
    'step-size': TEXT,
    transformer: TEXT,
    ambient: TEXT,
    weather: TEXT,
    enclosure: TEXT,
    paper: TEXT,
    cooling: TEXT,
    'no-controls': FLAG,
  },
  solves: false,
  run(asked) {
    const { circuit, take } = asked;
    const series = seriesOf(asked);
    const ids = transformersOf(asked);
    const ambient = ambientOf(asked, series);
    const parameters = parametersOf(asked);
    const word = asked.options.choice('paper', ['plain', 'upgraded'], 'plain');
    const paper: InsulationPaper = word === 'plain' ? 'nonUpgraded' : 'thermallyUpgraded';
    const { stepS } = series;
    const loads = take(transformerLoads(circuit, series, ids));
    const ages = take(ageTransformers(loads, { parameters, paper, stepS, ambientDegC: ambient.degC }));
    ages.sort((a, b) => b.ageing.totalLossOfLifeH - a.ageing.totalLossOfLifeH);
    return {
      lines: [
        `ageing of ${counted(ages.length, 'transformer')} over ${series.stepCount} steps of ${stepS} s`,
        `load: largest winding current over its rated current, constant within a step; ${controlsText(series)}`,
        `ambient: ${ambient.text}, ${parameters.ambientSurchargeK} K more in the enclosure`,
        `insulation: ${word === 'plain' ? 'paper, not upgraded, normal at 98 degC' : 'thermally upgraded paper, normal at 110 degC'}; normal life ${NORMAL_LIFE_H} h`,
        `model: ${parameters.source}; it starts settled at the first step`,
        `hot spot above ${HOT_SPOT_CAP_DEGC} degC at some time: ${hotText(ages)}`,
      ],
      table: { columns: COLUMNS, rows: ages.map((age) => ageRow(age, series)) },
      result: {
        stepS,
        stepCount: series.stepCount,
        paper,
        parameters,
        ambient: ambient.text,
        transformers: ages.map(({ id, largestLoading, ageing }) => ({
          id,
          largestLoading,
          maxHotSpotDegC: ageing.maxHotSpotDegC,
          maxHotSpotStep: ageing.maxHotSpotStep + 1,
          totalLossOfLifeH: ageing.totalLossOfLifeH,
          meanAgeingRate: ageing.meanAgeingRate,
          lifeShare: ageing.lifeShare,
        })),
      },
    };
  },
};

function ageRow({ id, largestLoading, ageing }: TransformerAge, { stepS, stepCount }: SeriesOptions) {
  const years = (stepS * stepCount) / YEAR_S;
  return [
    id,
    100 * largestLoading,
    ageing.maxHotSpotDegC,
    ageing.maxHotSpotStep + 1,
    ageing.totalLossOfLifeH,
    ageing.meanAgeingRate,
    100 * ageing.lifeShare,
    years / ageing.lifeShare,
  ];
}

function hotText(ages: readonly TransformerAge[]): string {
  const hot = ages.filter(({ ageing }) => ageing.maxHotSpotDegC > HOT_SPOT_CAP_DEGC);
  if (hot.length === 0) return 'none';
  return hot
    .map(({ id, ageing, largestLoading }) => {
      return `${id} (${quantity(ageing.maxHotSpotDegC, 'degC')} at ${percent(largestLoading)})`;
    })
    .join(', ');
}

const controlsText = ({ controls }: SeriesOptions): string =>
  controls === 'off' ? 'controls off' : 'regulators, capacitors and inverters act';

function seriesOf({ circuit, options }: AskedStudy): SeriesOptions {
  const controls = circuit.study.controls === 'off' ? 'off' : 'static';
  const year = options.needed('year');
  const steps = options.number('steps', { min: 1, max: 1e7, whole: true, unit: '' });
  const clock = clockOf(circuit, stepSizeOf(options.text('step-size'), USAGE));
  if (year !== 'shapes') {
    if (steps !== undefined) throw options.wrong('--steps goes with --year shapes.');
    return { ...clock, controls, ...readYearLoads(year, circuit) };
  }
  requireShapes(circuit, '--year shapes', clock);
  return { ...clock, controls, stepCount: steps ?? Math.round(YEAR_S / clock.stepS) };
}

/** The one asked for, else all in service. */
function transformersOf({ circuit, options }: AskedStudy): string[] {
  const ids = circuit.transformers.filter(({ enabled }) => enabled).map(({ id }) => id);
  const asked = options.text('transformer');
  if (asked !== undefined) return [knownId(circuit, 'transformer', asked, ids)];
  if (ids.length > 0) return ids;
  throw options.wrong(`${nameOf(circuit)} has no transformer in service.`);
}

const nameOf = ({ name }: Circuit): string => `The circuit ${name}`;

function ambientOf(
  { options }: AskedStudy,
  { stepS, stepCount }: SeriesOptions,
): { readonly degC: Float64Array; readonly text: string } {
  const given = options.number('ambient', { min: -60, max: 60, unit: 'degC' });
  const path = options.text('weather');
  if (path === undefined) {
    const degC = given ?? USUAL_AMBIENT_DEGC;
    const why = given === undefined ? ' (by default; give --ambient or --weather)' : '';
    return { degC: new Float64Array(stepCount).fill(degC), text: `${degC} degC${why}` };
  }
  if (given !== undefined) throw options.wrong('--ambient and --weather do not go together.');
  const { tempDegC } = required(readEpw(readText(path), fileName(path)));
  const hour = (step: number): number => Math.floor((step * stepS) / HOUR_S) % tempDegC.length;
  return {
    degC: Float64Array.from({ length: stepCount }, (_, step) => tempDegC[hour(step)]!),
    text: `dry-bulb temperature of ${fileName(path)} from 1 January on`,
  };
}

function parametersOf({ options }: AskedStudy): ThermalParameters {
  const cooling = options.choice('cooling', ['onan', 'onaf'], 'onan');
  const ambientSurchargeK = options.number('enclosure', { min: 0, max: 40, unit: 'K' }) ?? 0;
  return { ...(cooling === 'onan' ? ONAN_DISTRIBUTION : ONAF_POWER), ambientSurchargeK };
}
