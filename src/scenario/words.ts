import { legalWords, MEASURES } from '../measures';
import { LIMIT_PROFILES, type LimitsProfile } from '../model/limits';
import type { Measure, OwnLegalStatus, WeatherSpell } from '../model/scenario';
import { selectorInWords, targetOf } from './selectors';

export const percentText = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** `40 %`, or `10 % in 2025, 60 % in 2040`. */
export function adoptionInWords({ adoption }: Pick<Measure, 'adoption'>): string {
  return typeof adoption === 'number'
    ? percentText(adoption)
    : adoption.map(({ year, share }) => `${percentText(share)} in ${year}`).join(', ');
}

export function parameterInWords(value: number, unit: string): string {
  return unit === '1' ? String(value) : `${value} ${unit}`;
}

/** A measure in one line: what, how much of whom, from when, with which parameters of its own. */
export function measureInWords(measure: Measure): string {
  const { type, selector, fromYear, parameters } = measure;
  const { label, adoptionOf, parameters: declared } = MEASURES[type];
  const set = declared
    .filter(({ name }) => parameters[name] !== undefined)
    .map(({ name, label: what, unit }) => `${what} ${parameterInWords(parameters[name]!, unit)}`);
  return [
    `${label}: ${adoptionInWords(measure)} ${adoptionOf}`,
    ...(fromYear === undefined ? [] : [`from ${fromYear}`]),
    ...(selector === undefined ? [] : [`for ${selectorInWords(selector, targetOf(type))}`]),
    ...set,
  ].join('; ');
}

/** `Rooftop photovoltaics: with a permit (building code, 2025)`. */
export const legalInWords = (legal: OwnLegalStatus): string =>
  `${MEASURES[legal.type].label}: ${legalWords(legal)}`;

/** `EN 50160: 0.9 to 1.1 pu, loading up to 100 %`. */
export function limitsInWords(limits: LimitsProfile): string {
  const { lowerPu, upperPu, loadingLimit } =
    limits.profile === 'own' ? limits : LIMIT_PROFILES[limits.profile];
  const name = limits.profile === 'own' ? `own (${limits.source})` : limits.profile;
  return `${name}: ${lowerPu} to ${upperPu} pu, loading up to ${percentText(loadingLimit)}`;
}

export function spellInWords({ kind, startDay, byK }: WeatherSpell): string {
  return kind === 'coldSnap'
    ? `cold snap, ${byK} K colder for a week from day ${startDay}`
    : `heat wave, ${byK} K hotter for a week from day ${startDay}`;
}
