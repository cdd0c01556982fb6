import { DISTRICT_NODE, type ComparedScenario, type NodeYear } from '../../study/comparison';
import { formatQuantity } from '../../units';
import { lineChart, type Series } from './chart';
import type { ReportContext } from './context';
import { el, type Child, type Markup, own, amount, joined } from './markup';
import { figure, named, note, numeric, section, table } from './parts';
import { dayText, stepText } from './words';

const S_PER_DAY = 86_400;
const S_PER_HOUR = 3600;
/** Places of a duration curve that a picture of this size can show. */
const PLACES = 1200;

/** Load-duration curves and the worst day: at the upstream grid, and at the transformer that is loaded most. */
export function curvesSection(context: ReportContext): Markup {
  const transformerId = worstTransformer(context);
  return section(
    'curves',
    own('Curves'),
    place(context, DISTRICT_NODE, own('the district')),
    transformerId === undefined ? [] : place(context, transformerId, own('transformer {1}', transformerId)),
    note(
      own(
        'Powers are means over a step; into the district or the transformer is positive, out of it negative.',
      ),
    ),
  );
}

/** The transformer with the largest loading in any scenario but the baseline; in the baseline where it is alone. */
function worstTransformer({ others, baseline }: ReportContext): string | undefined {
  const looked = others.length > 0 ? others : [baseline];
  const found = looked.flatMap(({ elements }) =>
    elements
      .filter(({ kind, presence }) => kind === 'transformer' && presence !== 'removed')
      .map(({ id, figures }) => ({
        id,
        loading: figures.find(({ metric }) => metric === 'loadingMax')!.after,
      })),
  );
  return found.filter(({ loading }) => !Number.isNaN(loading)).sort((a, b) => b.loading - a.loading)[0]?.id;
}

interface Drawn {
  readonly scenario: ComparedScenario;
  readonly node: NodeYear;
}

function place(context: ReportContext, id: string, words: Child): Child {
  const drawn = context.all.flatMap((scenario): Drawn[] => {
    const node = scenario.nodes.find((each) => each.id === id);
    return node === undefined ? [] : [{ scenario, node }];
  });
  return [
    el('h3', {}, id === DISTRICT_NODE ? own('The district') : own('The most loaded transformer: {1}', id)),
    el(
      'figure',
      {},
      legend(context, drawn),
      duration(context, drawn, id, words),
      el('figcaption', {}, own('Load-duration curve: the steps of the year, the largest power first.')),
    ),
    worstDay(context, drawn, id, words),
    peaks(context, drawn, id),
  ];
}

const legend = ({ nameOf, penOf }: ReportContext, drawn: readonly Drawn[]): Markup =>
  el(
    'ul',
    { class: 'legend' },
    drawn.map(({ scenario: { key } }) => el('li', {}, named(nameOf(key), penOf(key)))),
  );

function duration(
  { comparison, nameOf, penOf }: ReportContext,
  drawn: readonly Drawn[],
  id: string,
  words: Child,
): Markup {
  const { stepCount, stepS } = comparison;
  const hours = (stepCount * stepS) / S_PER_HOUR;
  const count = Math.min(PLACES, stepCount);
  const stepAt = (row: number) => (count < 2 ? 0 : Math.round((row * (stepCount - 1)) / (count - 1)));
  const series = drawn.map(({ scenario: { key }, node }): Series => ({
    path: `duration/${id}/${key}`,
    name: nameOf(key),
    pen: penOf(key),
    powerW: Float64Array.from({ length: count }, (_, row) => node.durationW[stepAt(row)]!),
    shape: 'line',
  }));
  return lineChart({
    id: `duration-${id === DISTRICT_NODE ? 'district' : 'transformer'}`,
    title: own('Load-duration curve of {1}', words),
    description: joined(
      drawn.map(({ scenario: { key }, node }) =>
        own(
          '{1}: from {2} to {3}',
          nameOf(key),
          amount(formatQuantity(node.durationW[0], 'W')),
          amount(formatQuantity(node.durationW.at(-1), 'W')),
        ),
      ),
      '; ',
    ),
    series,
    xTitle: own('hours of the year'),
    xTicks: [0, 0.25, 0.5, 0.75, 1].map((share) => [share, String(Math.round(share * hours))] as const),
  });
}

/** The day of the largest power into the place in any scenario: one and the same day for all, so that they can be compared. */
function worstDay(
  { comparison, nameOf, penOf }: ReportContext,
  drawn: readonly Drawn[],
  id: string,
  words: Child,
): Child {
  const { stepS } = comparison;
  const [worst] = drawn
    .filter(({ node }) => !Number.isNaN(node.peakIn.step))
    .sort((a, b) => b.node.peakIn.powerW - a.node.peakIn.powerW);
  if (worst === undefined) return [];
  const perDay = S_PER_DAY / stepS;
  const day = Math.floor(worst.node.peakIn.step / perDay);
  const series = drawn.map(({ scenario: { key }, node }): Series => ({
    path: `day/${id}/${key}`,
    name: nameOf(key),
    pen: penOf(key),
    powerW: node.hourlyW.slice(day * perDay, (day + 1) * perDay),
    shape: 'steps',
  }));
  const when = dayText(day, comparison);
  const chart = lineChart({
    id: `day-${id === DISTRICT_NODE ? 'district' : 'transformer'}`,
    title: own('Worst day of {1}: {2}', words, when),
    description: own(
      'Power step by step on {1}, the day of the largest power in {2}: {3}.',
      when,
      nameOf(worst.scenario.key),
      amount(formatQuantity(worst.node.peakIn.powerW, 'W')),
    ),
    series,
    xTitle: own('local standard time'),
    xTicks: [0, 6, 12, 18, 24].map((hour) => [hour / 24, `${hour}:00`] as const),
    limits: limitsOf(drawn, nameOf),
  });
  const caption = own(
    'Worst day: {1}, when the largest power of all scenarios flows ({2}).',
    when,
    nameOf(worst.scenario.key),
  );
  return el('figure', {}, chart, el('figcaption', {}, caption));
}

/** One line a limit that differs. Apparent power: what real power may be at a power factor of 1. */
function limitsOf(drawn: readonly Drawn[], nameOf: (key: string) => string) {
  const known = drawn.filter(({ node }) => !Number.isNaN(node.limitVa));
  return [...new Set(known.map(({ node }) => node.limitVa))].map((powerW) => {
    const whose = known.filter(({ node }) => node.limitVa === powerW);
    const names =
      whose.length === drawn.length
        ? ''
        : `, ${whose.map(({ scenario }) => nameOf(scenario.key)).join(', ')}`;
    return { powerW, text: own('limit {1}{2}', amount(formatQuantity(powerW, 'VA')), names) };
  });
}

function peaks({ comparison, nameOf, penOf }: ReportContext, drawn: readonly Drawn[], id: string): Markup {
  const heads = [
    own('Scenario'),
    numeric(own('Largest power in')),
    own('When'),
    numeric(own('Largest power out')),
    numeric(own('Energy in')),
    numeric(own('Energy out')),
  ];
  const above =
    id === DISTRICT_NODE ? [] : [numeric(own('Hours above the limit')), numeric(own('Energy above it'))];
  return table(
    id === DISTRICT_NODE ? own('The district') : own('Transformer {1}', id),
    [...heads, ...above],
    drawn.map(({ scenario: { key }, node }) => {
      const path = `node/${id}/${key}`;
      const cells = [
        named(nameOf(key), penOf(key)),
        figure(`${path}/peakIn`, node.peakIn.powerW, 'W'),
        stepText(node.peakIn.step, comparison),
        figure(`${path}/peakOut`, node.peakOut.powerW, 'W'),
        figure(`${path}/inJ`, node.inJ, 'J'),
        figure(`${path}/outJ`, node.outJ, 'J'),
      ];
      if (id === DISTRICT_NODE) return cells;
      return [
        ...cells,
        figure(`${path}/hoursAboveLimit`, node.hoursAboveLimit, 'h'),
        figure(`${path}/aboveLimitJ`, node.aboveLimitJ, 'J'),
      ];
    }),
  );
}
