import type { HostingQuestion } from '../study/districtHosting';
import { usageFailure } from './exit';
import { StudyOptions } from './studies/studyOptions';

/** A question of hosting capacity but for its seed. */
export type HostingWish = Omit<HostingQuestion, 'seed'>;

export const HOSTING_OPTIONS = {
  hosting: { type: 'string' },
  'hosting-by': { type: 'string' },
  'hosting-draws': { type: 'string' },
  'hosting-max': { type: 'string' },
  'hosting-deviation': { type: 'string' },
  'hosting-no-reverse-power': { type: 'boolean' },
} as const;

export const HOSTING_USAGE =
  '[--hosting pv,ev,heat-pump] [--hosting-by feeder|transformer] [--hosting-draws N] [--hosting-max KW] [--hosting-deviation PERCENT] [--hosting-no-reverse-power]';

/** Technologies as they are typed. */
export const TECHNOLOGY_WORDS = {
  pv: 'photovoltaic',
  ev: 'vehicle',
  'heat-pump': 'heatPump',
  heatPump: 'heatPump',
} as const;

type Values = ConstructorParameters<typeof StudyOptions>[0];

/** Undefined where none of the technologies is named. */
export function hostingQuestionOf(values: Values, usage: string): HostingWish | undefined {
  const options = new StudyOptions(values, usage);
  const text = options.text('hosting');
  if (text === undefined) {
    const [stray] = Object.keys(HOSTING_OPTIONS).filter((name) => values[name] !== undefined);
    if (stray === undefined) return undefined;
    throw usageFailure(
      `--${stray} says how, and --hosting what: it is missing.`,
      'Give --hosting pv,ev,heat-pump.',
    );
  }
  const maxKw = options.number('hosting-max', { min: 0, max: 1e6, above: true, unit: 'kW' });
  const draws = options.number('hosting-draws', { min: 1, max: 1000, whole: true, unit: '' });
  const percent = options.number('hosting-deviation', { min: 0, max: 100, above: true, unit: '%' });
  return {
    technologies: [...new Set(text.split(',').map(technologyOf))],
    by: options.choice('hosting-by', ['feeder', 'transformer'] as const, 'feeder'),
    ...(draws === undefined ? {} : { draws }),
    ...(maxKw === undefined ? {} : { maxW: 1000 * maxKw }),
    criteria: {
      ...(percent === undefined ? {} : { voltageDeviationPu: percent / 100 }),
      ...(options.flag('hosting-no-reverse-power') ? { noReversePower: true } : {}),
    },
  };
}

function technologyOf(word: string): HostingWish['technologies'][number] {
  const name = word.trim();
  if (Object.hasOwn(TECHNOLOGY_WORDS, name)) return TECHNOLOGY_WORDS[name as keyof typeof TECHNOLOGY_WORDS];
  throw usageFailure(`--hosting does not know ${name === '' ? 'an empty word' : name}.`, 'Give --hosting pv,ev,heat-pump, or some of them.'); // prettier-ignore
}
