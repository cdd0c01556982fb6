import type { NodeYear, Peak, YearCut } from '../../study/comparison';
import { MISSING } from '../../units';
import { listOf, wordsOf, type Language } from '../../words';
import type { TextTable } from './comparison';
import { dayText } from './assumptions';
import { speechOf, type Speech } from './speech';

/** The year at one place in one scenario. */
export interface PlaceYear {
  readonly name: string;
  readonly node: NodeYear;
}

interface Calendar {
  readonly stepS: number;
  readonly startWeekday: number;
}

export type CutId = YearCut['id'];

/** Peaks with their hour, energy both ways, what is above the limit and the hardest weeks: a row a figure, a column a scenario. */
export function placeTable(
  years: readonly PlaceYear[],
  { stepS, startWeekday }: Calendar,
  language: Language,
): TextTable {
  const speech = speechOf(language);
  const { words, quantity, hours, moment } = speech;
  const when = ({ step }: Peak) => (Number.isNaN(step) ? MISSING : moment(step, stepS, startWeekday));
  const above = (value: number, text: string) => (Number.isNaN(value) ? MISSING : text);
  const figures: readonly (readonly [label: string, of: (node: NodeYear) => string])[] = [
    [words('places.peakIn'), ({ peakIn }) => quantity(peakIn.powerW, 'W')],
    [words('places.peakInAt'), ({ peakIn }) => when(peakIn)],
    [words('places.peakOut'), ({ peakOut }) => quantity(peakOut.powerW, 'W')],
    [words('places.peakOutAt'), ({ peakOut }) => when(peakOut)],
    [words('places.energyIn'), ({ inJ }) => quantity(inJ, 'J')],
    [words('places.energyOut'), ({ outJ }) => quantity(outJ, 'J')],
    [words('places.limit'), ({ limitVa }) => quantity(limitVa, 'VA')],
    [
      words('places.hoursAbove'),
      ({ hoursAboveLimit }) => above(hoursAboveLimit, `${hours(hoursAboveLimit)} h`),
    ],
    [words('places.energyAbove'), ({ aboveLimitJ }) => quantity(aboveLimitJ, 'J')],
    [words('places.peakWeeks'), ({ peakWeeks }) => weeksText(peakWeeks, language)],
  ];
  return {
    columns: [words('places.figure'), ...years.map(({ name }) => name)],
    rows: figures.map(([label, of]) => [label, ...years.map(({ node }) => of(node))]),
  };
}

/** The same year in parts, whose sums are those of the year. */
export function cutTable(years: readonly PlaceYear[], id: CutId, language: Language): TextTable {
  const speech = speechOf(language);
  const words = wordsOf(language);
  const names = listOf(words(`places.parts.${id}`));
  return {
    columns: [
      words('places.scenario'),
      words('places.partColumn'),
      words('places.hours'),
      words('places.energyIn'),
      words('places.energyOut'),
      words('places.peakIn'),
      words('places.peakOut'),
      words('places.hoursAbove'),
      words('places.energyAbove'),
    ],
    rows: years.flatMap(({ name, node }) => {
      const parts = node.cuts.find((cut) => cut.id === id)?.parts ?? [];
      return parts.map((part, row) => [name, names[row] ?? part.part, ...partCells(part, speech)]);
    }),
  };
}

function partCells(part: NodeYear['cuts'][number]['parts'][number], { quantity, hours }: Speech): string[] {
  const { inJ, outJ, peakInW, peakOutW, hoursAboveLimit, aboveLimitJ } = part;
  return [
    hours(part.hours),
    quantity(inJ, 'J'),
    quantity(outJ, 'J'),
    quantity(peakInW, 'W'),
    quantity(peakOutW, 'W'),
    Number.isNaN(hoursAboveLimit) ? MISSING : hours(hoursAboveLimit),
    quantity(aboveLimitJ, 'J'),
  ];
}

const weeksText = (weeks: readonly number[], language: Language): string =>
  weeks.map((week) => dayText(1 + 7 * week, language)).join(', ');
