import { describe, expect, it } from 'vitest';
import { languageOf, listOf, wordsOf } from '../../src/words';
import { de } from '../../src/words/de';
import { en } from '../../src/words/en';
import { ALIKE, isTextless } from './alike';

/**
 * The cheapest wrong programs: a German text left in English, a placeholder that nobody fills in one of the languages, a form
 * of a count that is missing, a list with an entry too few.
 */
type Node = string | { readonly [key: string]: Node };

const textsOf = (node: Node, path = ''): [key: string, text: string][] =>
  typeof node === 'string'
    ? [[path, node]]
    : Object.entries(node).flatMap(([key, below]) => textsOf(below, path === '' ? key : `${path}.${key}`));

const english = new Map(textsOf(en));
const german = new Map(textsOf(de));
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();

/** What a catalogue lacks against the other one. */
function faults(from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>): string[] {
  return [...from].flatMap(([key, text]) => {
    const other = to.get(key);
    if (other === undefined) return [`${key}: missing`];
    const [a, b] = [placeholders(text), placeholders(other)];
    if (a.join() !== b.join()) return [`${key}: {${a.join()}} and {${b.join()}}`];
    if (listOf(text).length !== listOf(other).length) return [`${key}: lists of other lengths`];
    if ((text === '') !== (other === '')) return [`${key}: one is empty`];
    return [];
  });
}

const left = (from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>): string[] =>
  [...from].flatMap(([key, text]) => (to.get(key) === text && !isTextless(text) ? [`${key}: ${text}`] : []));

describe('the two catalogues', () => {
  it('have the same keys, placeholders and lists', () => {
    expect(english.size).toBeGreaterThan(700);
    expect(faults(english, german)).toEqual([]);
    expect(faults(german, english)).toEqual([]);
  });

  it('differ in every text but those that are words of both languages', () => {
    expect(left(english, german).filter((found) => !ALIKE.has(found.slice(found.indexOf(': ') + 2)))).toEqual(
      [],
    );
    const used = new Set(left(english, german).map((found) => found.slice(found.indexOf(': ') + 2)));
    expect([...ALIKE].filter((text) => !used.has(text))).toEqual([]);
  });

  it('are refused with a text left in English, an unfilled placeholder or a shorter list', () => {
    const spoiled = (key: string, text: string) => faults(english, new Map(german).set(key, text));
    expect(spoiled('top.undo', 'Rückgängig: {nam}')).toEqual(['top.undo: {name} and {nam}']);
    expect(spoiled('time.months', 'Januar|Februar')).toEqual(['time.months: lists of other lengths']);
    expect(left(english, new Map(german).set('map.closer', 'Closer'))).toContain('map.closer: Closer');
  });

  it('have both forms of every count', () => {
    for (const [name, texts] of [['en', english] as const, ['de', german] as const]) {
      const forms = [...texts.keys()].filter((key) => /_(zero|one|other)$/.test(key));
      expect(forms.length).toBeGreaterThan(20);
      const stems = new Set(forms.map((key) => key.replace(/_(zero|one|other)$/, '')));
      for (const stem of stems)
        for (const form of ['one', 'other'])
          expect(texts.has(`${stem}_${form}`), `${name} ${stem}_${form}`).toBe(true);
    }
  });
});

describe('the words of a language', () => {
  it('count: none, one, several', () => {
    const count = (language: 'en' | 'de', count: number) => wordsOf(language)('share.measures', { count });
    expect([0, 1, 2].map((n) => count('en', n))).toEqual(['no measures', '1 measure', '2 measures']);
    expect([0, 1, 2].map((n) => count('de', n))).toEqual(['keine Maßnahmen', '1 Maßnahme', '2 Maßnahmen']);
    expect(wordsOf('de')('top.strip.provisional', { count: 1 })).toBe('Vorläufig: 1 harte Woche');
  });

  it('fill in names as they are, braces, markup and references in them included', () => {
    const name = '<b>{count}</b> $t(top.compare) & Co.';
    expect(wordsOf('de')('top.undo', { name })).toBe(`Rückgängig: ${name}`);
  });

  it('are those of the first language that a browser asks for and the page has', () => {
    expect(languageOf(['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(languageOf(['en-US', 'de'])).toBe('en');
    expect(languageOf(['fr'])).toBe('en');
    expect(languageOf([])).toBe('en');
  });
});
