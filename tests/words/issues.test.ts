import { readdirSync } from 'node:fs';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { issueWords, placeWords, readingWords } from '../../src/words';
import { ISSUE_TEXTS, PHRASE_TEXTS } from '../../src/words/de/issues';
import { PLACE_TEXTS } from '../../src/words/de/issues/places';
import { englishIn } from './findings/english';
import { scanFindings, sourcesIn, type Scan } from './findings/sites';
import { ELSEWHERE, NAMED } from './findings/texts';

/** What speaks by catalogues of its own, or in a terminal; everything else that finds something is heard in the app. */
const SPEAKS_OTHERWISE = ['cli', 'panels', 'protocol', 'scene', 'words'];
const ROOMS = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !SPEAKS_OTHERWISE.includes(entry.name))
  .map(({ name }) => `src/${name}`);

/** Names and sentences that are put together of others, which are seen by themselves. */
const COMPOSED: ReadonlySet<string> = new Set([
  ...[ELSEWHERE, NAMED, '9.', '9: 9'],
  ...[
    'geometry 9 9: 9',
    'geometry 9 9, 9: 9',
    'spacing 9 with 9 rho 9 9: 9',
    'spacing 9 with 9 rho 9 9, 9: 9',
  ],
  'AllocateLoads: 9.',
  'The 9 of "9" crosses itself at longitude, latitude 9, 9.',
  'The scenario was made for another 9 (9, 9); it is applied to 9, 9.',
]);
/** Names of formats and of height systems. */
const ALIKE: ReadonlySet<string> = new Set(['NAP', 'RH2000', 'CityJSON 9', 'GeoJSON (RFC 7946)']);

/** Says in words where it is: everything but names, and fields by their path. */
const IN_WORDS = /^(?!9).*(?<![\w\].])[a-z]{3,} ["\w]|^[a-z]+ [a-z]+$/;
/** Ids of scenarios that the app makes, a symbol of an indicator, a field of a zone. */
const NAMED_PLACES: ReadonlySet<string> = new Set([
  ...['way out 9 9', 'connected 9', 'sum B_e', 'zone "9" ventilation[9]'],
]);

const inGerman = (message: string) => issueWords('de', { message, remedy: '' }).message;

/** Texts that stay English, whole or in part. */
const leftIn = (said: readonly string[], german: (text: string) => string): readonly string[] =>
  [...new Set(said)]
    .map((text) => [text, german(text)] as const)
    .filter(([text, told]) => text === told || englishIn(told, text).length > 0)
    .map(([text, told]) => (text === told ? text : `${text} => ${told}`));

describe('findings', () => {
  let scan: Scan;
  let said: readonly string[];

  beforeAll(() => {
    scan = scanFindings(sourcesIn(...ROOMS));
    said = scan.findings.flatMap(({ texts }) => texts).filter((text) => !COMPOSED.has(text));
  }, 300_000);

  it('of maps, weather, scenarios, projects, links, meters and runs are all in German', () => {
    expect(said.length).toBeGreaterThan(230);
    expect(leftIn(said, inGerman)).toEqual([]);
  });

  it('are seen in every room of the readers, each with what it says there', () => {
    const counts: Record<string, { places: number; texts: Set<string> }> = {};
    for (const { file, texts } of scan.findings) {
      const [, first = '', room = ''] = file.split('/');
      const name = first !== 'io' ? first : room.endsWith('.ts') ? 'files' : room;
      const count = (counts[name] ??= { places: 0, texts: new Set() });
      count.places += 1;
      for (const text of texts) if (!COMPOSED.has(text)) count.texts.add(text);
    }
    const seen = Object.fromEntries(
      Object.entries(counts).map(([name, { places, texts }]) => [name, [places, texts.size]]),
    );
    // Places that make findings, and sentences that they say, messages and remedies; fewer are a scan that went blind.
    const least = {
      ...{ opendss: [132, 290], pandapower: [32, 110], networkTables: [22, 45], circuitFile: [14, 50] },
      ...{ idf: [30, 28], meterData: [110, 500], files: [110, 220] },
      ...{ model: [90, 140], sim: [30, 100], study: [100, 140], synthesis: [20, 20], scenario: [20, 90] },
    };
    for (const [name, [places, texts]] of Object.entries(least)) {
      expect(seen[name]?.[0], `${name}: places`).toBeGreaterThanOrEqual(places!);
      expect(seen[name]?.[1], `${name}: sentences`).toBeGreaterThanOrEqual(texts!);
    }
  });

  it('are made of every whole sentence of a reader', () => {
    const isReader = (file: string) => file.startsWith('src/io/') && !file.startsWith('src/io/report/');
    expect(scan.unsaid(isReader)).toEqual([
      // A remark of the report of an import, made in a list of them (below).
      'src/io/cityjson.ts: Footprint from ${kind}: ${count} buildings.',
      // The description that a district carries; names of files that are written; a report of the command line.
      "src/io/settleDistrict.ts: Imported from ${maps.map((map) => map.fileName).join(', ')}.",
      'src/io/idf/document.ts: ${text.slice(0, 57)}...',
      'src/io/idf/writeIdf.ts: ${model.name}: EnergyPlus ${ENERGYPLUS_VERSION} input, written by Gridtwin.',
      'src/io/networkTables/report.ts: Nothing to mend.',
    ]);
  });

  it('stand at places that are all in German', () => {
    const at = (rooms: RegExp) =>
      scan.places.filter(({ file }) => rooms.test(file)).flatMap(({ texts }) => texts);
    // Elements of circuits are named as their files name them, and fields of JSON by their path.
    const named = at(/^src\/(sim\/powerflow|io\/(circuitFile|idf|opendss|pandapower|networkTables))\//);
    const told = at(/./).filter(
      (text) => IN_WORDS.test(text) && !named.includes(text) && !NAMED_PLACES.has(text),
    );
    expect(new Set(told).size).toBeGreaterThan(30);
    expect(leftIn(told, (where) => placeWords('de', { where, code: 'x' }))).toEqual([]);
  });

  it('are in the core’s own words in English', () => {
    const issue = { message: 'The file is empty.', remedy: 'State it.' };
    expect(issueWords('en', issue)).toEqual(issue);
    expect(issueWords('de', issue)).toEqual({ message: 'Die Datei ist leer.', remedy: 'Geben Sie es an.' });
  });

  it('say what was read and left out of an import in German', () => {
    const told = scan.reports.flatMap(({ texts }) => texts).filter((text) => text !== NAMED);
    expect(new Set(told).size).toBeGreaterThan(20);
    const german = (text: string) => readingWords('de', text);
    expect(leftIn(told, german).filter((text) => !ALIKE.has(text))).toEqual([]);
    expect(german('Footprint from lowest faces: 12 buildings.')).toBe(
      'Grundriss aus den untersten Flächen: 12 Gebäude.',
    );
    expect(readingWords('en', 'line that is no street')).toBe('line that is no street');
  });

  it('say why a measure cannot be taken somewhere in German', () => {
    const told = scan.refusals.flatMap(({ texts }) => texts);
    expect(new Set(told).size).toBeGreaterThan(60);
    expect(leftIn(told, inGerman)).toEqual([]);
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
    [
      'The file is not JSON: line 3, column 1 holds the end of the file, expected "," or "}".',
      'Die Datei ist kein JSON: In Zeile 3, Spalte 1 steht das Ende der Datei, erwartet wird „,“ oder „}“.',
    ],
    [
      'Objects of the class Monitor have no part in a power flow and are not used. 12 places; this is the first.',
      'Objekte der Klasse Monitor spielen im Lastfluss keine Rolle und werden nicht verwendet. 12 Stellen; dies ist die erste.',
    ],
    [
      '"ratedSVa" of transformer T, winding 0 has to be above 0; it is -1.',
      '„ratedSVa“ von transformer T, Wicklung 0 muss über 0 liegen; es ist -1.',
    ],
    [
      'State the zone: Europe/Berlin (its clock changes fit the file); UTC (a clock without daylight saving).',
      'Geben Sie es an (Zeitzone): Europe/Berlin (seine Zeitumstellungen passen zur Datei); UTC (eine Uhr ohne Sommerzeit).',
    ],
    [
      'Invalid input: expected number, received string.',
      'Unpassender Wert: erwartet wird eine Zahl, erhalten ein Text.',
    ],
    [
      'Heat pumps changes nothing in 2030: its adoption is 0.',
      'Wärmepumpen ändert 2030 nichts: Ihre Verbreitung ist 0.',
    ],
    [
      "Heat pumps changes nothing in 2030: it can be taken at none of the district's buildings: The building is not heated. (12) There is no household here. (3) Others: 4.",
      'Wärmepumpen ändert 2030 nichts: Im Gebiet ist sie nirgends möglich (Gebäude): Das Gebäude wird nicht geheizt. (12) Hier wohnt niemand. (3) Übrige: 4.',
    ],
    ['There is no class "the end of the file".', 'Eine Klasse „the end of the file“ gibt es nicht.'],
    ['No one has said this.', 'No one has said this.'],
    // What is taken of a meter file, and what else it could be.
    [
      'The quantity is taken to be interval-energy: no unit is named.',
      'Angenommen wird Energie je Intervall (Größe): keine Einheit ist genannt.',
    ],
    [
      'Confirm it, or state the stamp: start (no unit is named); end (no unit is named).',
      'Bestätigen Sie es, oder geben Sie es an (Zeitstempel): der Beginn ihres Intervalls (keine Einheit ist genannt); das Ende ihres Intervalls (keine Einheit ist genannt).',
    ],
    [
      'State the date order: day-month-year (no unit is named).',
      'Geben Sie es an (Reihenfolge des Datums): Tag, Monat, Jahr (keine Einheit ist genannt).',
    ],
    ['Give one of each per step.', 'Geben Sie je Zeitschritt je eine von beiden an.'],
    // Kinds of what occurs twice.
    ['The legal status type "x" occurs more than once.', '„x“ (Art des Rechtsstands) kommt mehrfach vor.'],
    ['State each legal status once.', 'Nennen Sie jedes nur einmal (Rechtsstand).'],
    ['The assumption key "x" occurs more than once.', '„x“ (Schlüssel der Annahme) kommt mehrfach vor.'],
    ['The schedule id "x" occurs 2 times.', 'Die Kennung „x“ (Zeitplan) kommt 2 Mal vor.'],
    // Names of files are no phrases.
    ['The parent is local.', 'Das übergeordnete Szenario ist local.'],
    ['The parent is Mill and Sons.', 'Das übergeordnete Szenario ist Mill and Sons.'],
    ['The parent is X (heating).', 'Das übergeordnete Szenario ist X (heating).'],
    ['The parent is wind speed.', 'Das übergeordnete Szenario ist wind speed.'],
    [
      'The schedule id "constructor" occurs 2 times.',
      'Die Kennung „constructor“ (Zeitplan) kommt 2 Mal vor.',
    ],
    ['The constructor id "x" occurs more than once.', 'Die Kennung „x“ (constructor) kommt mehrfach vor.'],
    ['constructor', 'constructor'],
    ['toString', 'toString'],
  ])('%s', (english, german) => {
    expect(inGerman(english)).toBe(german);
  });

  it('stand in a line of a file, or at an element by its name', () => {
    expect(placeWords('de', { where: 'line 3, column "kWh"', code: 'meter-number' })).toBe(
      'Zeile 3, Spalte „kWh“',
    );
    expect(placeWords('de', { where: 'lines.csv, line 4', code: 'network-table-cell' })).toBe(
      'lines.csv, Zeile 4',
    );
    expect(placeWords('de', { where: 'line 5', code: 'circuit-range' })).toBe('line 5');
    expect(placeWords('de', { where: 'element "a" window "b"', code: 'x' })).toBe('Bauteil „a“ Fenster „b“');
    expect(placeWords('de', { where: 'transformer "T-1"', code: 'reference' })).toBe('Transformator „T-1“');
    expect(placeWords('de', { where: 'glazing "a" pane 2', code: 'x' })).toBe('Verglasung „a“ Scheibe 2');
    expect(placeWords('de', { where: 'local', code: 'x' })).toBe('local');
    expect(placeWords('de', { where: 'toString', code: 'x' })).toBe('toString');
    expect(placeWords('de', { where: 'contract 3', code: 'tariff-unknown' })).toBe('Vertrag 3');
    expect(placeWords('en', { where: 'line 5', code: 'meter-number' })).toBe('line 5');
    expect(placeWords('de', { code: 'no-map' })).toBe('');
  });

  it('fill in as much in German as in English', () => {
    const blanks = (text: string) =>
      [...new Set([...text.matchAll(/\{(\d)[npwa]?\}/g)].map(([, at]) => at))].sort().join();
    const texts = { ...ISSUE_TEXTS, ...PHRASE_TEXTS, ...PLACE_TEXTS };
    expect(Object.entries(texts).filter(([en, de]) => blanks(en) !== blanks(de))).toEqual([]);
  });
});

describe('the scan of findings', () => {
  /** A reader as nobody has written it yet: every sentence goes another way into its finding. */
  const READER = `
    interface Finding { readonly code: string; readonly message: string; readonly remedy: string }
    const TABLE: readonly (readonly [string, string])[] = [['gen', 'Sentence of a table.']];
    const WORDS: Readonly<Record<string, string>> = { a: 'Sentence of a record.' };
    class Log {
      readonly found: Finding[] = [];
      error(code: string, message: string, remedy: string): void { this.found.push({ code, message, remedy }); }
      reject(what: string): void { this.error('x', \`It \${what}.\`, 'Remedy by a method.'); }
    }
    class Trouble extends Error { constructor(message: string) { super(message); } }
    const why = (few: boolean): string => (few ? 'holds too few' : 'holds too many');
    export function read(log: Log, key: string, few: boolean, error: Trouble): void {
      const refuse = (...words: [string, string, string]) => log.error(...words);
      refuse('x', 'Sentence by rest arguments.', 'Remedy by rest arguments.');
      log.reject(why(few));
      for (const [name, remedy] of TABLE) log.error(name, WORDS[key] ?? '', remedy);
      log.found.push({ ...log.found[0]!, message: error.message });
      throw new Trouble('Sentence of an error.');
    }`;

  const planted = (() => {
    const host = ts.createCompilerHost({});
    const { getSourceFile, fileExists } = host;
    const name = 'src/io/planted.ts';
    host.fileExists = (file) => file.endsWith(name) || fileExists(file);
    host.getSourceFile = (file, ...rest) =>
      file.endsWith(name)
        ? ts.createSourceFile(file, READER, ts.ScriptTarget.ES2022, true)
        : getSourceFile(file, ...rest);
    return () => scanFindings([name], host);
  })();

  it('follows what is said through functions, methods, tables, errors and rest arguments', () => {
    const texts = new Set(planted().findings.flatMap((site) => site.texts));
    for (const sentence of [
      ...['Sentence of a table.', 'Sentence of a record.', 'Sentence of an error.'],
      ...['Sentence by rest arguments.', 'Remedy by rest arguments.', 'Remedy by a method.'],
      ...['It holds too few.', 'It holds too many.'],
    ])
      expect(texts, sentence).toContain(sentence);
  });

  it('takes no sentence for German that is half of it English', () => {
    expect(leftIn(['Give it.'], () => 'Geben Sie a list of ids an.')).toHaveLength(1);
    expect(leftIn(['Give a list.'], () => 'Geben Sie eine list an.')).toHaveLength(1);
    expect(leftIn(['Give it.'], () => 'Give it.')).toHaveLength(1);
    expect(leftIn(['Give it.'], () => 'Geben Sie „a list of ids“ an.')).toEqual([]);
  });
});
