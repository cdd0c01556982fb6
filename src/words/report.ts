import { MONEY_KINDS, type MoneyKind } from '../kpi/money';
import { MEASURES } from '../measures';
import type { Measure, Scenario } from '../model/scenario';
import { adoptionInWords, parameterInWords, targetOf } from '../scenario';
import {
  coreSentences,
  kpiWords,
  loadLanguage,
  measureWords,
  selectorWords,
  sourceWords,
  storyName,
  storyText,
  wordsOf,
  type KpiWords,
} from '.';
import { MONEY_PARTIES, REPORT_NAMES, REPORT_PATTERNS } from './de/report/core';
import { REPORT_TEXTS } from './de/report/texts';
import { figures } from './de/figures';
import type { Language } from './language';

const FIGURES: Readonly<Record<string, string>> = { ...figures.names, ...figures.others };

/** How a language says what stands in a case-study report; undefined for English, in which reports are written. */
export interface SpeechOfReport {
  readonly language: Language;
  readonly text: (english: string) => string;
  readonly core: (english: string) => string;
  readonly kpi: (kpi: KpiWords & { readonly id: string }) => KpiWords;
  readonly number: (english: string) => string;
  readonly scenario: (scenario: Pick<Scenario, 'id' | 'name'>) => string;
  readonly description: (scenario: Pick<Scenario, 'id' | 'description'>) => string;
  readonly measure: (measure: Measure) => string;
}

/** Fetches what a report needs to be in a language. */
export async function loadReportSpeech(language: Language): Promise<SpeechOfReport | undefined> {
  await loadLanguage(language);
  return language === 'en' ? undefined : GERMAN;
}

const GERMAN: SpeechOfReport = {
  language: 'de',
  text: (english) => REPORT_TEXTS[english] ?? english,
  core: said,
  kpi: (kpi) => kpiWords('de', kpi),
  number: numberWords,
  scenario: ({ id, name }) =>
    id === 'baseline' && name === 'Baseline'
      ? wordsOf('de')('scenario.baseline')
      : storyName('de', { id, name }),
  description: ({ id, description }) =>
    id === 'baseline' && description === 'The district as it stands today.'
      ? wordsOf('de')('scenario.baselineText')
      : storyText('de', description),
  measure: measureSentence,
};

/** Points in the place of commas; digits are grouped by spaces. */
function numberWords(english: string): string {
  return english.replace(/(\d)\.(\d)/g, '$1,$2').replace(/ points$/, ' Punkte');
}

function said(english: string): string {
  const named = REPORT_NAMES[english] ?? FIGURES[english];
  if (named !== undefined) return named;
  const paid = paidWords(english) ?? gainWords(english);
  if (paid !== null) return paid;
  for (const [pattern, sentence] of REPORT_PATTERNS) {
    const found = pattern.exec(english);
    if (found !== null) return filled(sentence, found);
  }
  if (AMOUNT.test(english)) return numberWords(english);
  const sentence = coreSentences('de', english);
  return sentence === english ? sourceWords('de', english) : sentence;
}

/** `[1]` as it stands, `{1}` in German. */
const filled = (sentence: string, found: RegExpExecArray): string =>
  sentence.replace(/([[{])(\d)[\]}]/g, (_, bracket: string, at: string) => {
    const part = found[Number(at)] ?? '';
    return bracket === '[' ? part : said(part);
  });

/** A number, and what it counts. */
const AMOUNT = /^[+−±-]?\d[\d\s.,]*(?:\s?\S{1,6}(?: (?:CO2e|h))?)?$/u;

const PURPOSES = Object.keys(MONEY_KINDS) as MoneyKind[];
const purposeWords = (kind: MoneyKind): string => wordsOf('de')(`payments.purposes.${kind}`);

function partyWords(english: string, form: 'subject' | 'object'): string | null {
  const [, name = '', group] = /^([^()]+?)(?: \((.+)\))?$/.exec(english) ?? [];
  const party = MONEY_PARTIES[`${name.slice(0, 1).toLowerCase()}${name.slice(1)}`];
  if (party === undefined) return null;
  return group === undefined ? party[form] : `${party[form]} (${said(group)})`;
}

const isPlural = (english: string): boolean =>
  Object.entries(MONEY_PARTIES).some(
    ([name, { plural }]) => plural && english.toLowerCase().startsWith(name),
  );

/** "Households pay the state 12.00 EUR a year as value-added tax." */
function paidWords(english: string): string | null {
  const [, payer = '', payee = '', amount = '', purpose = ''] =
    /^(.+?) pays? (.+?) (-?\d[\d ]*\.\d\d \S+) a year (.+)\.$/.exec(english) ?? [];
  const kind = PURPOSES.find((one) => MONEY_KINDS[one] === purpose);
  const [from, to] = [partyWords(payer, 'subject'), partyWords(payee, 'object')];
  if (kind === undefined || from === null || to === null) return null;
  const verb = isPlural(payer) ? 'zahlen' : 'zahlt';
  return `${from} ${verb} ${to} im Jahr ${numberWords(amount)} ${purposeWords(kind)}.`;
}

const VERBS: Readonly<Record<string, string>> = {
  gain: 'gewinnen',
  gains: 'gewinnt',
  lose: 'verlieren',
  loses: 'verliert',
  pay: 'zahlen',
  pays: 'zahlt',
  receive: 'erhalten',
  receives: 'erhält',
};

/** "Households gain 12.00 EUR a year: they pay 15.00 EUR less for electricity, pay 3.00 EUR more as value-added tax." */
function gainWords(english: string): string | null {
  const [, who = '', verb, amount = '', because] =
    /^(.+?) (?:neither gains? nor loses?|(gains?|loses?) (\d[\d ]*\.\d\d \S+) a year)(?:: (?:they|it) (.+))?\.$/.exec(
      english,
    ) ?? [];
  const party = partyWords(who, 'subject');
  if (party === null) return null;
  const plural = isPlural(who);
  const start =
    verb === undefined
      ? `${party} ${plural ? 'gewinnen und verlieren' : 'gewinnt und verliert'} nichts`
      : `${party} ${VERBS[verb]!} im Jahr ${numberWords(amount)}`;
  if (because === undefined) return `${start}.`;
  const reasons = because.split(/, (?=(?:pay|receive)s? \d)/).map((reason) => {
    const [, does = '', cents = '', more, purpose = ''] =
      /^(pays?|receives?) (\d[\d ]*\.\d\d \S+) (more|less) (.+)$/.exec(reason) ?? [];
    const kind = PURPOSES.find((one) => MONEY_KINDS[one] === purpose);
    if (kind === undefined) return reason;
    return `${VERBS[does]!} ${numberWords(cents)} ${more === 'more' ? 'mehr' : 'weniger'} ${purposeWords(kind)}`;
  });
  const pronoun = plural ? 'sie' : party.startsWith('Der ') ? 'er' : 'sie';
  return `${start}: ${pronoun} ${reasons.join(', ')}.`;
}

/** A measure in one line: what, how much of whom, from when, with which parameters of its own. */
function measureSentence(measure: Measure): string {
  const { type, selector, fromYear, parameters } = measure;
  const names = measureWords('de', type);
  const { parameters: declared } = MEASURES[type];
  const set = declared
    .filter(({ name }) => parameters[name] !== undefined)
    .map(
      ({ name, unit }) =>
        `${names.parameter(name)} ${numberWords(parameterInWords(parameters[name]!, unit))}`,
    );
  return [
    `${names.label}: ${numberWords(adoptionInWords(measure))} ${names.adoptionOf}`,
    ...(fromYear === undefined ? [] : [`ab ${fromYear}`]),
    ...(selector === undefined ? [] : [`für ${selectorWords('de', selector, targetOf(type))}`]),
    ...set,
  ].join('; ');
}
