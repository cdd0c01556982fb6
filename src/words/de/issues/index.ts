import { coreName } from '../../core';
import { BUILDING_ISSUES } from './buildings';
import { CHOICE_ISSUES } from './choices';
import { CIRCUIT_ISSUES } from './circuits';
import { FIGURE_ISSUES } from './figures';
import { FILE_ISSUES } from './files';
import { MAP_ISSUES } from './maps';
import { METER_REASONS } from './meterReasons';
import { METER_ISSUES } from './meters';
import { NETWORK_ISSUES } from './networks';
import { OPEN_DSS_ISSUES } from './openDss';
import { OPEN_DSS_ELEMENT_ISSUES } from './openDssElements';
import { ISSUE_PHRASES } from './phrases';
import { PLACE_KINDS, PLACE_TEXTS } from './places';
import { READING_TEXTS } from './reading';
import { REFUSAL_TEXTS } from './refusals';
import { SCENARIO_ISSUES } from './scenarios';
import { STUDY_ISSUES } from './studies';
import { WEATHER_ISSUES } from './weather';
import { ISSUE_WORDS } from './words';

/**
 * What is said of findings, by the English sentence, with `{1}` and on for what it names. `{2n}` is a
 * number. In the German sentence `{1w}` is a word that has its own German one, `{1p}` a phrase, a sentence or a list of
 * them, and `{1a}` a list of words with the reason of each; a blank without a mark holds a name, which stays as it is.
 */
export const ISSUE_TEXTS: Readonly<Record<string, string>> = {
  ...MAP_ISSUES,
  ...WEATHER_ISSUES,
  ...SCENARIO_ISSUES,
  ...CHOICE_ISSUES,
  ...REFUSAL_TEXTS,
  ...METER_ISSUES,
  ...STUDY_ISSUES,
  ...FIGURE_ISSUES,
  ...FILE_ISSUES,
  ...NETWORK_ISSUES,
  ...CIRCUIT_ISSUES,
  ...OPEN_DSS_ISSUES,
  ...OPEN_DSS_ELEMENT_ISSUES,
  ...BUILDING_ISSUES,
};

/** Parts of sentences, by the English part. */
export const PHRASE_TEXTS: Readonly<Record<string, string>> = {
  ...ISSUE_PHRASES,
  ...METER_REASONS,
};

const own = (texts: Readonly<Record<string, string>>, english: string): string | undefined =>
  Object.hasOwn(texts, english) ? texts[english] : undefined;

interface Form {
  /** How it begins and ends: most forms are out by these. */
  readonly begin: string;
  readonly end: string;
  readonly form: RegExp;
  readonly german: string;
  /** Letters that are no blanks: the closest form has most of them. */
  readonly letters: number;
}

const BLANK = /(\{\dn?\})/;

/** Texts with blanks as forms that a finding is held against, the closest first. */
function formsOf(texts: Readonly<Record<string, string>>): readonly Form[] {
  return Object.entries(texts)
    .filter(([english]) => BLANK.test(english))
    .map(([english, german]) => {
      const parts = english.split(BLANK);
      const form = parts.map((part) =>
        BLANK.test(part)
          ? part.endsWith('n}')
            ? '(\\d+)'
            : '(.*?)'
          : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      );
      return {
        begin: parts[0]!,
        end: parts.at(-1)!,
        form: new RegExp(`^${form.join('')}$`, 's'),
        german,
        letters: english.replace(/\{\dn?\}/g, '').length,
      };
    })
    .sort((a, b) => b.letters - a.letters);
}

let sentences: readonly Form[] | null = null;
let phrases: readonly Form[] | null = null;
let readings: readonly Form[] | null = null;
let places: readonly Form[] | null = null;
let elementPlaces: readonly Form[] | null = null;

/**
 * A sentence on a finding in German. What it names stays as it is, and so does a sentence that nobody has translated; a
 * blank that is marked for a sentence or a phrase of the core is put into German by the same tables.
 */
export function issueText(english: string): string {
  sentences ??= formsOf(ISSUE_TEXTS);
  const said = own(ISSUE_TEXTS, english) ?? formed(english, sentences);
  if (said !== undefined) return said;
  // The point behind a schema's own message is set by the one who reports it.
  const bare = english.endsWith('.') ? english.slice(0, -1) : english;
  const bareSaid = own(ISSUE_TEXTS, bare) ?? formed(bare, sentences);
  return bareSaid === undefined || bare === english ? english : `${bareSaid.replace(/\.$/, '')}.`;
}

/** What the report of an import says of what was read and left out, in German. */
export function readingText(english: string): string {
  readings ??= formsOf(READING_TEXTS);
  return own(READING_TEXTS, english) ?? formed(english, readings) ?? phraseText(english);
}

/** Elements of a network that lie at such a place are named as their file names them, `line 5` among them. */
const AT_ELEMENTS = /^(circuit|network|pandapower)-/;

/** Where in a file a finding stands, in German; an element that is named without quotation marks stays named as it is. */
export function placeText(where: string, code: string): string {
  places ??= formsOf(PLACE_TEXTS);
  elementPlaces ??= places.filter(({ begin }) => begin !== 'line ');
  const said = own(PLACE_TEXTS, where) ?? formed(where, AT_ELEMENTS.test(code) ? elementPlaces : places);
  return said ?? (where.includes('"') ? kindsText(where) : where);
}

/** `zone "x"`, `element "x" window "y"`, `glazing "x" pane 2`: kinds in front of what is quoted, or counted in it. */
function kindsText(where: string): string {
  return where.replace(
    /(?<=^|[,"] )([A-Za-z ]+) (?:"([^"]*)"|(\d+)$)/g,
    (text, kind: string, id?: string, at = '') => {
      const german = own(PLACE_KINDS, kind);
      return german === undefined ? text : `${german} ${id === undefined ? at : `„${id}“`}`;
    },
  );
}

function formed(english: string, forms: readonly Form[]): string | undefined {
  for (const { begin, end, form, german } of forms) {
    const isLike = english.startsWith(begin) && english.endsWith(end);
    const found = isLike ? form.exec(english) : null;
    if (found !== null) return filled(german, found);
  }
  return undefined;
}

/** Between quotation marks stands what a file says, word for word. */
const FILLING = /„\{(\d)\}“|\{(\d)([npwa]?)\}/g;

function filled(german: string, found: RegExpExecArray): string {
  return german.replace(FILLING, (_, quoted?: string, at?: string, mark?: string) => {
    if (quoted !== undefined) return `„${found[Number(quoted)] ?? ''}“`;
    const text = found[Number(at)] ?? '';
    if (mark === 'w') return wordText(text);
    if (mark === 'a') return alternativesText(text);
    return mark === 'p' ? phraseText(text) : text;
  });
}

const wordText = (text: string): string => own(ISSUE_WORDS, text) ?? coreName(text) ?? phraseText(text);

/** `start (why); end (why)`: words with the reason of each. */
function alternativesText(text: string): string {
  return text
    .split(/(?<=\)); /)
    .map((one) => {
      const [, word, reason] = /^(.+?) \((.+)\)$/s.exec(one) ?? [];
      return word === undefined ? wordText(one) : `${wordText(word)} (${phraseText(reason!)})`;
    })
    .join('; ');
}

/** A part of a sentence: phrases and sentences of the core, alone, in a list or with how often each was given. */
function phraseText(text: string): string {
  phrases ??= formsOf(PHRASE_TEXTS);
  const phrase = own(PHRASE_TEXTS, text) ?? formed(text, phrases);
  if (phrase !== undefined) return phrase;
  const sentence = issueText(text);
  if (sentence !== text) return sentence;
  const several = text.split(/(?<=\)); /);
  if (several.length > 1) return several.map((one) => phraseText(one)).join('; ');
  // Reasons with how often each was given, and the rest of them.
  const counted = text.split(/(?<=\(\d+\)) /);
  if (counted.length > 1) return counted.map((one) => phraseText(one)).join(' ');
  const [, before, inside] = /^(.+?) \(([^()]+)\)$/s.exec(text) ?? [];
  if (before !== undefined)
    return `${phraseText(before)} (${own(ISSUE_WORDS, inside!) ?? phraseText(inside!)})`;
  return text.replace(/^(\S+(?:, \S+)*) and (\S+)$/, '$1 und $2');
}
