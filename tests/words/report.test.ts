import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/model/scenario';
import { MONEY_KINDS, PARTIES } from '../../src/kpi/money';
import { accountWords } from '../../src/kpi/money/parties';
import { MEASURE_TYPES } from '../../src/model/scenario';
import { REPORT_TEXTS } from '../../src/words/de/report/texts';
import { loadReportSpeech } from '../../src/words/report';

const ROOM = 'src/io/report';
const speech = (await loadReportSpeech('de'))!;

/** Every text that a section gives to `own`, and every text of a constant that goes there. */
function ownTexts(source: string): readonly string[] {
  const file = ts.createSourceFile('x.ts', source, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const texts = (node: ts.Node | undefined): void => {
    if (node === undefined) return;
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(texts);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'own') texts(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('the sentences of a report', () => {
  const sources = readdirSync(ROOM).filter((name) => name.endsWith('.ts'));
  const said = new Set(sources.flatMap((name) => ownTexts(readFileSync(join(ROOM, name), 'utf8'))));

  it('are all in German', () => {
    expect(said.size).toBeGreaterThan(240);
    expect([...said].filter((text) => REPORT_TEXTS[text] === undefined)).toEqual([]);
    expect(ownTexts("own('Planted'); own(is ? 'One' : 'Two', 3)")).toEqual(['Planted', 'One', 'Two']);
  });

  it('fill in as much as the English ones', () => {
    const blanks = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();
    const wrong = Object.entries(REPORT_TEXTS).filter(
      ([english, german]) => String(blanks(english)) !== String(blanks(german)),
    );
    expect(wrong).toEqual([]);
  });

  it('has none that no section says any more', () => {
    const all = sources.map((name) => readFileSync(join(ROOM, name), 'utf8')).join('\n');
    const lower = all.toLowerCase();
    expect(
      Object.keys(REPORT_TEXTS).filter(
        (text) => !said.has(text) && !lower.includes(`'${text.toLowerCase()}'`) && !isStatus(text),
      ),
    ).toEqual([]);
  });
});

/** Words that come from a comparison. */
const isStatus = (text: string): boolean =>
  ['complete', 'partial', 'feeder', 'transformer', 'lower is better', 'higher is better'].includes(text);

describe('what the core says in a report', () => {
  it.each([
    ['9.16 points less, worse', '9,16 Punkte weniger, schlechter'],
    ['28.1 kEUR more (+2.4 %), worse', '28,1 kEUR mehr (+2,4 %), schlechter'],
    ['1 180 000 points more, worse', '1 180 000 Punkte mehr, schlechter'],
    [
      '2 more, worse; counted with other factors or limits',
      '2 mehr, schlechter; mit anderen Faktoren oder Grenzen gezählt',
    ],
    ['EN 50160: 0.9 to 1.1 pu, loading up to 100 %', 'EN 50160: 0,9 bis 1,1 pu, Auslastung bis 100 %'],
    [
      'Households (lowest third, tenant) pay the state 1 234.50 EUR a year as value-added tax.',
      'Haushalte (unteres Drittel, Miete) zahlen dem Staat im Jahr 1 234,50 EUR als Mehrwertsteuer.',
    ],
    [
      'The supplier gains 10.00 EUR a year: it receives 12.00 EUR more for electricity, pays 2.00 EUR more for electricity bought in.',
      'Der Lieferant gewinnt im Jahr 10,00 EUR: er erhält 12,00 EUR mehr für Strom, zahlt 2,00 EUR mehr für eingekauften Strom.',
    ],
    [
      "The energy community neither gains nor loses: it receives 2.00 EUR less as a share of the community's costs.",
      'Die Energiegemeinschaft gewinnt und verliert nichts: sie erhält 2,00 EUR weniger als Anteil an den Kosten der Gemeinschaft.',
    ],
    ['engineering value: the nameplate', 'Erfahrungswert: the nameplate'],
    ['More, worse than nothing is builds none.', 'More, worse than nothing is baut keine.'],
  ])('%s', (english, german) => {
    expect(speech.core(english)).toBe(german);
  });

  it('knows every party and purpose of a payment', () => {
    for (const party of PARTIES)
      for (const purpose of Object.values(MONEY_KINDS)) {
        const { subject, object, plural } = accountWords({ party });
        const english = `${subject} ${plural ? 'pay' : 'pays'} ${object} 12.00 EUR a year ${purpose}.`;
        expect(speech.core(english), english).toMatch(/(?:zahlt|zahlen) .* im Jahr 12,00 EUR /);
      }
  });

  it('says every measure in a line, whom it is for and from when', () => {
    expect(MEASURE_TYPES.length).toBeGreaterThan(30);
    for (const type of MEASURE_TYPES) {
      const measure = {
        ...{ id: 'm', type, adoption: 0.125, parameters: {}, fromYear: 2030 },
        selector: { rule: { kind: 'all' } },
      } as unknown as Scenario['measures'][number];
      expect(speech.measure(measure), type).toMatch(/: 12,5 % .*; ab 2030; für .*: alle$/);
    }
  });

  it('keeps the name of a scenario, but the one that the program gave', () => {
    expect(speech.scenario({ id: 'baseline', name: 'Baseline' })).toBe('Ausgangslage');
    expect(speech.scenario({ id: 'x', name: 'Baseline' })).toBe('Baseline');
    expect(speech.description({ id: 'x', description: 'Losses' })).toBe('Losses');
  });
});
