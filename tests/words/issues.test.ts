import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { issueWords } from '../../src/words';
import { ISSUE_TEXTS } from '../../src/words/de/issues';

/** What people open in the app, and what runs there: every finding of these is said in German. */
const AREAS = [
  ...['geojson', 'geojsonGeometry', 'rings', 'settleDistrict', 'districtFile', 'json', 'buildingAttributes'],
  ...['cityjson', 'cityjsonModel', 'epw', 'epwColumns', 'epwGaps', 'epwHeader', 'epwOrder', 'issueLog'],
  ...['scenarioFile', 'projectFile', 'shareLink'],
].map((name) => `src/io/${name}.ts`);
const ROOMS = [
  ...['src/io/meterData', 'src/engine', 'src/scenario', 'src/model/schema', 'src/state', 'src/app'],
  'src/synthesis/weatherOfDistrict.ts',
  ...[
    'src/synthesis/network',
    'src/study',
    'src/kpi',
    'src/model/voltageRegulator.ts',
    'src/model/district.ts',
  ],
  ...[
    'src/sim/powerflow/factor',
    'src/io/runFile.ts',
    'src/io/sessionFile.ts',
    'src/io/sessionChallenges.ts',
  ],
];

const filesIn = (path: string): readonly string[] =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(path, name));

/** Messages and remedies written out in a file; what is filled in is an `X`. */
function findings(source: string): readonly string[] {
  const file = ts.createSourceFile('x.ts', source, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const texts = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    else if (ts.isTemplateExpression(node))
      found.push(node.head.text + node.templateSpans.map(({ literal }) => `X${literal.text}`).join(''));
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(texts);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const of = (wanted: string) =>
        node.properties.find((one): one is ts.PropertyAssignment => one.name?.getText(file) === wanted);
      const [message, remedy] = [of('message'), of('remedy')];
      for (const one of message === undefined || remedy === undefined ? [] : [message, remedy])
        if (ts.isPropertyAssignment(one)) texts(one.initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Names and sentences that are put together of others. */
const COMPOSED = [
  ...['X', 'X: X', 'X.', 'The ring X of "X" X.'],
  'The X of "X" crosses itself at longitude, latitude X.',
  'The scenario was made for another X (X, X); it is applied to X, X.',
];
const inGerman = (message: string) => issueWords('de', { message, remedy: '' }).message;

describe('findings', () => {
  const said = [...AREAS, ...ROOMS.flatMap(filesIn)].flatMap((path) => findings(readFileSync(path, 'utf8')));

  it('of maps, weather, scenarios, projects, links, meters and runs are all in German', () => {
    expect(said.length).toBeGreaterThan(230);
    const left = said.filter((text) => !COMPOSED.includes(text) && inGerman(text) === text);
    expect([...new Set(left)]).toEqual([]);
  });

  it('are in the core’s own words in English', () => {
    const issue = { message: 'The file is empty.', remedy: 'State it.' };
    expect(issueWords('en', issue)).toEqual(issue);
    expect(issueWords('de', issue)).toEqual({ message: 'Die Datei ist leer.', remedy: 'Geben Sie es an.' });
  });

  it.each([
    ['The id "a {1} b" occurs more than once.', 'Die Kennung „a {1} b“ kommt mehrfach vor.'],
    [
      'The transformer id "T-1" occurs more than once.',
      'Die Kennung „T-1“ (transformer) kommt mehrfach vor.',
    ],
    ['There is no bus with the id "B-9".', 'Es gibt kein Element „B-9“ (bus).'],
    [
      'The power flow finds no solution in 3 of 8760 steps.',
      'Der Lastfluss findet in 3 von 8760 Zeitschritten keine Lösung.',
    ],
    ['The ring outer of "B" has no area.', 'Der Ring outer von „B“ hat keine Fläche.'],
    [
      'The hole of "B" crosses itself at longitude, latitude 8.1, 47.2.',
      'Das Loch von „B“ schneidet sich selbst bei Länge, Breite 8.1, 47.2.',
    ],
    [
      'The scenario was made for another district (a, b); it is applied to c, d.',
      'Das Szenario wurde für ein anderes Gebiet gemacht (a, b); es wird auf c, d angewandt.',
    ],
    ['No one has said this.', 'No one has said this.'],
  ])('%s', (english, german) => {
    expect(inGerman(english)).toBe(german);
  });

  it('fill in as much in German as in English', () => {
    const blanks = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort().join();
    expect(Object.entries(ISSUE_TEXTS).filter(([en, de]) => blanks(en) !== blanks(de))).toEqual([]);
  });
});
