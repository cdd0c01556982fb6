import { expect, it } from 'vitest';
import { writeReport, type ReportOptions } from '../../../src/io/report';
import { FACTORS } from '../../../src/kpi';
import { NOT_COMPUTED } from '../../../src/kpi/u4ssc';
import type { Comparison } from '../../../src/study/comparison';
import { scorecardsOf } from '../../../src/study/u4ssc';
import { sourceWords } from '../../../src/words';
import { loadReportSpeech } from '../../../src/words/report';
import { englishLeft } from './englishLeft';
import { readReport, type ReadReport } from './readReport';

interface Written {
  readonly comparison: () => Comparison;
  readonly english: () => ReadReport;
  readonly createdBy: ReportOptions['createdBy'];
}

/** What holds of a report in German beside the English one of the same comparison. */
export function germanReport({ comparison, english, createdBy }: Written): void {
  const german = async () => {
    const speech = (await loadReportSpeech('de'))!;
    return readReport(writeReport(comparison(), { createdBy, speech }));
  };

  it('has the same numbers under the same names, written with a comma', async () => {
    const read = await german();
    expect([...read.figures.keys()]).toEqual([...english().figures.keys()]);
    for (const [name, found] of read.figures)
      found.forEach(({ value, text }, row) => {
        const before = english().figures.get(name)![row]!;
        expect(Object.is(value, before.value), name).toBe(true);
        if (!name.startsWith('map/'))
          expect(text, name).toBe(before.text.replace(/(\d)\.(\d)/g, '$1,$2').replace('points', 'Punkte'));
      });
    expect(read.elements[0]!.attributes['lang']).toBe('de');
    expect(read.text.match(/.{20}\d\.\d+\u202f.{6}/gu)).toBeNull();
  });

  it('leaves no English but names, titles of works and what files say', async () => {
    const { scenarios } = comparison();
    const { district } = scenarios.find(({ key }) => key === 'baseline')!.year;
    const names = scenarios.flatMap(({ scenario, costs }) => [
      ...[scenario.name, scenario.description, ...(scenario.notes ?? [])],
      ...costs!.lines.flatMap(({ sources }) => sources),
    ]);
    const ofSet = scorecardsOf(comparison())[0]!.scorecard.items.map(({ indicator }) => indicator.name);
    const cited = Object.values(FACTORS).map(({ source }) => sourceWords('de', source));
    const kept = [...names, ...cited, district.name, district.description, ...ofSet, 'a test'];
    const left = englishLeft(await german(), [...kept, ...NOT_COMPUTED.map(({ name }) => name)]);
    // Formulas, in which A is a sum.
    expect(left).toEqual([]);
    expect(englishLeft(english(), kept).length).toBeGreaterThan(300);
  });
}
