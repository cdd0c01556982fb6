import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FACTORS } from '../../src/kpi';
import { U4SSC_INDICATORS } from '../../src/kpi/u4ssc';
import { MEASURES } from '../../src/measures';
import {
  assumptionsOf,
  REFURBISHMENTS,
  TABULA_ENVELOPES,
  USE_PROFILES,
  type Described,
} from '../../src/model/archetypes';
import { archetypeOf } from '../../src/model/archetypes/archetypeOf';
import { MATERIALS } from '../../src/model/archetypes/materials';
import type { District } from '../../src/model/district';
import type { Scenario } from '../../src/model/scenario';
import { sizingRuleText } from '../../src/synthesis/network/rule';
import {
  indicatorWords,
  layerWords,
  sizingRuleWords,
  sourceWords,
  storyName,
  storyText,
  unitWords,
} from '../../src/words';
import { SOURCE_NAMES } from '../../src/words/de/sources';
import { STORY_NAMES, STORY_TEXTS } from '../../src/words/de/stories';

/**
 * Remarks of the program beside the works it cites. The cheapest wrong programs: one that shows the English remark, one that
 * translates the title of a work, one that renames what somebody has named.
 */
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const district = read('scenarios/reference-town.district.json') as District;

/** Every `source` below a value, wherever it stands. */
function sourcesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'source' && typeof one === 'string' ? [one] : sourcesIn(one),
  );
}

const REGIONS = Object.keys(TABULA_ENVELOPES) as (keyof typeof TABULA_ENVELOPES)[];
const STATES = ['asBuilt', ...Object.keys(REFURBISHMENTS)] as Described['envelope'][];
const YEARS = [1900, 1930, 1965, 1985, 2010];
const typical = REGIONS.flatMap((region) =>
  (Object.keys(USE_PROFILES) as Described['use'][]).flatMap((use) =>
    YEARS.flatMap((constructionYear) =>
      STATES.map((envelope) => ({ building: { use, constructionYear, envelope }, region })),
    ),
  ),
);
const figures = typical.flatMap(({ building, region }) => assumptionsOf(building, region));

const said: readonly string[] = [
  ...new Set([
    ...sourcesIn(MEASURES),
    ...sourcesIn(FACTORS),
    ...figures.map(({ source }) => source),
    ...typical.map(({ building, region }) => archetypeOf(building, region).source),
    ...sourcesIn(district.network),
    ...U4SSC_INDICATORS.map(({ source }) => source),
    'placeholder: 20 points to both sides of the value',
    'placeholder: a quarter to both sides of the value (value: estimation_assumptions)',
    'what the parameter admits (engineering value: no data sheet is at hand)',
  ]),
];

/** Words that no title among the citations holds, but every English remark does. */
const ENGLISH =
  /\b(?:the|is|are|has|from|with|what|that|its|our|ours|assumed|borrowed|median|value|variant|annex|table|usual|placeholder|without|none|whose|which|per|where|seen|unknown_untraceable)\b/;

/** What an indicator's source says of itself behind its own words. */
const EVIDENCE = / \((?:proposal of this project|seen in a public copy of the source)\)$/;

describe('sources of figures', () => {
  it('are as the core has them in English', () => {
    for (const source of said) expect(sourceWords('en', source)).toBe(source);
  });

  it('are German but for the titles of works', () => {
    expect(said.length).toBeGreaterThan(200);
    // Titles, and the name of an item in a list of prices.
    const titles =
      /electricity distribution grid|heterogeneity of own-price elasticities under|Net Zero progress/;
    const left = said
      .map((source) => [source, sourceWords('de', source).replace(titles, '')] as const)
      .filter(([, german]) => ENGLISH.test(german));
    expect(left).toEqual([]);
  });

  it.each([
    ['engineering value', 'Ingenieurwert'],
    ['engineering value, unknown_untraceable', 'Ingenieurwert: unbekannt, nicht rückverfolgbar'],
    [
      'TABULA/EPISCOPE, median of 12 types (nordic); of apartment buildings, borrowed; TABULA Germany, variant 002',
      'TABULA/EPISCOPE, Median aus 12 Typen (Nordeuropa); von Mehrfamilienhäusern übernommen; TABULA Deutschland, Variante 002',
    ],
    [
      'what the parameter admits (engineering value: half; what is waived is a matter of national law)',
      'was der Parameter zulässt (Ingenieurwert: die Hälfte; was erlassen wird, regelt das Recht des Landes)',
    ],
    ['RWTH districtgenerator, eco_data.json (DE grid)', 'RWTH districtgenerator, eco_data.json (DE, Netz)'],
    ['a letter of the supplier', 'a letter of the supplier'],
  ])('%s', (english, german) => expect(sourceWords('de', english)).toBe(german));

  it('holds no remark that nobody makes any more', () => {
    const core = ['model', 'measures', 'kpi', 'sim', 'study', 'synthesis', 'io']
      .flatMap((room) =>
        readdirSync(join('src', room), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts'))
          .map((name) => readFileSync(join('src', room, name), 'utf8')),
      )
      .join('\n')
      .replace(/\\'/g, "'");
    const whole = `${core}\n${said.join('\n')}`;
    expect(Object.keys(SOURCE_NAMES).filter((text) => !whole.includes(text.replace(EVIDENCE, '')))).toEqual(
      [],
    );
  });
});

describe('what else the core calls things', () => {
  it('layers of a wall, and their units', () => {
    const layers = new Set([
      ...figures.flatMap(({ of }) => (of === undefined ? [] : [of])),
      ...Object.values(MATERIALS).map(({ name }) => `wall, layer 1: ${name}`),
    ]);
    expect(layers.size).toBeGreaterThan(30);
    for (const layer of layers)
      expect(layerWords('de', layer)).toMatch(/^[A-ZÄÖÜ][\p{L} ]+, Schicht \d: [A-ZÄÖÜ][\p{L} -]+$/u);
    expect(layerWords('de', 'wall, layer 2: solid brick')).toBe('Wand, Schicht 2: Vollziegel');
    expect(layerWords('en', 'innerFloor, layer 1: timber')).toBe('inner floor, layer 1: timber');
    expect(unitWords('de', 'full-load h/d')).toBe('Volllaststunden/d');
    const worded = new Set(figures.map(({ unit }) => unit).filter((unit) => /[a-z]{4}/.test(unit)));
    for (const unit of worded) if (unit !== 'degC') expect(unitWords('de', unit)).not.toBe(unit);
  });

  it('the rule of a synthetic network, with its numbers', () => {
    const rule = sizingRuleText();
    expect(district.network!.sizingRule).toBe(rule);
    expect(sizingRuleWords('en', rule)).toBe(rule);
    const [english, german] = [rule.split('\n'), sizingRuleWords('de', rule).split('\n')];
    expect(german).toHaveLength(english.length);
    german.forEach((line, row) => {
      expect(line).not.toBe(english[row]);
      expect(line).not.toMatch(/[{}?]|\b(?:the|of|and|is)\b/);
      const numbers = (text: string) =>
        (text.match(/(?<![a-zA-Z])\d+(?:[.,]\d+)?/g) ?? []).map((one) => one.replace('.', ','));
      const own = numbers(line);
      for (const number of numbers(english[row]!)) expect(own, `${number} in line ${row}`).toContain(number);
    });
    expect(sizingRuleWords('de', 'Somebody’s own rule, 3 lines.')).toBe('Somebody’s own rule, 3 lines.');
  });

  it('indicators of U4SSC', () => {
    for (const one of U4SSC_INDICATORS) {
      const german = indicatorWords('de', one);
      expect(indicatorWords('en', one)).toEqual({
        name: one.name,
        definition: one.definition,
        unit: one.unit,
      });
      expect(german.name).not.toBe(one.name);
      expect(german.definition).not.toBe(one.definition);
      expect(german.unit).not.toMatch(/cap|yr|count|number/);
    }
  });

  it('scenarios that come with the program, and nobody else’s', () => {
    const { presets } = read('scenarios/presets/index.json') as { presets: readonly string[] };
    const files = [
      'scenarios/transition-2035.scenario.json',
      ...presets.map((id) => `scenarios/presets/${id}.scenario.json`),
    ];
    const shipped = files.map((path) => read(path) as Scenario);
    for (const scenario of shipped) {
      expect(storyName('en', scenario)).toBe(scenario.name);
      expect(storyName('de', scenario), scenario.id).toBe(STORY_NAMES[scenario.id]!.german);
      expect(storyName('de', { ...scenario, id: `${scenario.id}-2` })).toBe(storyName('de', scenario));
      expect(storyName('de', { ...scenario, name: 'Mine' })).toBe('Mine');
      expect(storyText('de', scenario.description), scenario.id).not.toBe(scenario.description);
    }
    expect(Object.keys(STORY_NAMES)).toHaveLength(files.length);
    expect(Object.keys(STORY_TEXTS)).toHaveLength(files.length);
    expect(storyName('de', { id: 'own', name: 'Today' })).toBe('Today');
  });
});
