import type { Building } from '../../model/building';
import { END_USES } from '../../model/run';
import type { ComparedScenario, Explanation, LoadAtHour } from '../../study/comparison';
import { formatQuantity } from '../../units';
import { END_USE_COLOURS, TOKENS } from './colours';
import type { ReportContext } from './context';
import { el, type Child, type Markup, own, amount } from './markup';
import { figure, named, note, numeric, paragraph, section, table } from './parts';
import { buildingText, END_USE_WORDS, stepText, WHAT_WORDS } from './words';

const LISTED = 15;
const KIND_WORDS = { transformer: own('Transformer'), line: own('Line'), bus: own('Bus') } as const;

/** What does not keep its limit in each scenario, and which buildings and uses the worst of it is owed to. */
export function violationsSection(context: ReportContext): Markup {
  const { all, nameOf, penOf } = context;
  return section(
    'violations',
    own('Limits that are not kept, and because of whom'),
    all.map((scenario) => [
      el('h3', {}, named(nameOf(scenario.key), penOf(scenario.key))),
      scenario.violations.length === 0
        ? paragraph(own('Every element keeps its limits.'))
        : violationTable(context, scenario),
      scenario.explanations.map((explanation) => explained(context, scenario.key, explanation)),
    ]),
  );
}

function violationTable({ comparison }: ReportContext, { key, violations }: ComparedScenario): Child {
  const shown = violations.slice(0, LISTED);
  const rest = violations.length - shown.length;
  const rows = shown.map(({ elementId, kind, what, limit, worst, worstStep, hours }) => {
    const path = `violation/${key}/${kind}/${elementId}/${what}`;
    return [
      [KIND_WORDS[kind], ` ${elementId}`],
      WHAT_WORDS[what],
      figure(`${path}/limit`, limit, 'pu'),
      figure(`${path}/worst`, worst, 'pu'),
      stepText(worstStep, comparison),
      figure(`${path}/hours`, hours, 'h'),
    ];
  });
  return [
    table(
      [own('Elements outside their limits: '), figure(`violations/${key}`, violations.length, 'count')],
      [
        own('Element'),
        own('What'),
        numeric(own('Limit')),
        numeric(own('Worst')),
        own('When'),
        numeric(own('Hours')),
      ],
      rows,
    ),
    rest > 0
      ? note(
          own('Each kind the worst first; '),
          figure(`violationsLeft/${key}`, rest, 'count'),
          own(' more are not listed.'),
        )
      : [],
  ];
}

/** The worst hour of a violation in two ways that both sum to the load. */
function explained(
  { comparison, baseline }: ReportContext,
  key: string,
  { violation, hours }: Explanation,
): Child {
  const [worst, ...others] = hours;
  if (worst === undefined) return [];
  const { elementId, kind } = violation;
  const path = `hour/${key}/${kind}/${elementId}/${worst.step}`;
  const title: Child = [KIND_WORDS[kind], ` ${elementId}, `, stepText(worst.step, comparison)];
  return el(
    'div',
    { class: 'explained' },
    el('h4', {}, title, ': ', figure(`${path}/load`, worst.loadW, 'W')),
    useBar(worst, title, path),
    el(
      'div',
      { class: 'pair' },
      byUse(worst, path),
      byBuilding(worst, path, baseline.year.district.buildings),
    ),
    others.length === 0
      ? []
      : note(
          own('Its other worst steps: '),
          others.map(({ step, loadW }, at) => [
            at === 0 ? '' : ', ',
            stepText(step, comparison),
            ' ',
            figure(`hour/${key}/${kind}/${elementId}/${step}/load`, loadW, 'W'),
          ]),
          '.',
        ),
  );
}

const restRows = (hour: LoadAtHour, path: string): readonly (readonly Child[])[] => [
  ...(hour.storageW === 0
    ? []
    : [[own('Batteries of the grid'), figure(`${path}/storage`, hour.storageW, 'W')]]),
  [own('Losses'), figure(`${path}/loss`, hour.lossW, 'W')],
];

const byUse = (hour: LoadAtHour, path: string): Markup =>
  table(
    own('By end use; what feeds is negative'),
    [own('End use'), numeric(own('Power'))],
    [
      ...hour.endUses.map(({ use, powerW }) => [
        [swatch(END_USE_COLOURS[END_USES.indexOf(use)]!), END_USE_WORDS[use]],
        figure(`${path}/use/${use}`, powerW, 'W'),
      ]),
      ...restRows(hour, path),
      [own('Load'), figure(`${path}/load`, hour.loadW, 'W')],
    ],
  );

function byBuilding(hour: LoadAtHour, path: string, buildings: readonly Building[]): Markup {
  const { contributors, others } = hour;
  return table(
    own('By building, the largest first'),
    [own('Building'), numeric(own('Power'))],
    [
      ...contributors.map(({ buildingId, netW }) => [
        buildingText(buildingId, buildings),
        figure(`${path}/building/${buildingId}`, netW, 'W'),
      ]),
      ...(others.count === 0
        ? []
        : [
            [
              [own('Others: '), figure(`${path}/othersCount`, others.count, 'count')],
              figure(`${path}/others`, others.netW, 'W'),
            ],
          ]),
      ...restRows(hour, path),
      [own('Load'), figure(`${path}/load`, hour.loadW, 'W')],
    ],
  );
}

const swatch = (fill: string): Markup =>
  el(
    'svg',
    { class: 'swatch', width: 12, height: 12, 'aria-hidden': 'true' },
    el('rect', { width: 12, height: 12, rx: 2, fill }),
  );

const [BAR_WIDTH, BAR_HEIGHT] = [720, 20] as const;

/** What draws, as shares of a bar; losses in grey. What feeds stands in the table alone. */
function useBar({ endUses, lossW }: LoadAtHour, title: Child, path: string): Markup {
  const parts = [
    ...endUses
      .filter(({ powerW }) => powerW > 0)
      .map(({ use, powerW }) => ({
        name: END_USE_WORDS[use],
        powerW,
        fill: END_USE_COLOURS[END_USES.indexOf(use)]!,
      })),
    { name: own('Losses'), powerW: Math.max(lossW, 0), fill: TOKENS['line-strong'] },
  ];
  const total = parts.reduce((sum, { powerW }) => sum + powerW, 0);
  let left = 0;
  const bars = parts.map(({ name, powerW, fill }) => {
    const width = total === 0 ? 0 : (powerW / total) * BAR_WIDTH;
    const bar = el(
      'rect',
      { x: left, y: 0, width, height: BAR_HEIGHT, fill, stroke: TOKENS.surface },
      el('title', {}, name, ': ', amount(formatQuantity(powerW, 'W'))),
    );
    left += width;
    return bar;
  });
  return el(
    'svg',
    {
      viewBox: `0 0 ${BAR_WIDTH} ${BAR_HEIGHT}`,
      role: 'img',
      preserveAspectRatio: 'none',
      class: 'bar',
      'aria-label': own('What draws at {1}', title),
      'data-series': path,
    },
    bars,
  );
}
