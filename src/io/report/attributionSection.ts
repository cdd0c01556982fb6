import type {
  ComparedScenario,
  DifferenceAttribution,
  KpiAttribution,
  PlayerShare,
} from '../../study/comparison';
import { formatDelta, formatQuantity } from '../../units';
import type { ReportContext } from './context';
import { el, type Child, type Markup, own, core, indicatorName } from './markup';
import { figure, named, note, numeric, section, table } from './parts';

/** More columns than this do not fit on a page. */
const PLAYERS_A_TABLE = 5;

/** How much each measure adds to the difference from the baseline. */
export function attributionSection({ others, nameOf, penOf }: ReportContext): Child {
  const told = others.flatMap((scenario) =>
    scenario.attribution === undefined ? [] : [{ scenario, attribution: scenario.attribution }],
  );
  if (told.length === 0) return [];
  return section(
    'attribution',
    own('How much each measure adds'),
    note(
      own(
        'Shapley value: what a measure adds, as the mean over all orders in which the measures can come. The shares of a row sum to its difference. Indicators that do not change are left out.',
      ),
    ),
    told.map(({ scenario, attribution }) => [
      el('h3', {}, named(nameOf(scenario.key), penOf(scenario.key))),
      shares(scenario, attribution),
    ]),
  );
}

function shares({ key }: ComparedScenario, attribution: DifferenceAttribution): Child {
  const { players, kpis, method, permutations, coalitions, status } = attribution;
  const changed = kpis.filter(({ delta }) => delta !== 0);
  if (players.length === 0 || changed.length === 0) return note(own('Nothing differs.'));
  const starts = Array.from(
    { length: Math.ceil(players.length / PLAYERS_A_TABLE) },
    (_, at) => at * PLAYERS_A_TABLE,
  );
  const how =
    method === 'exact'
      ? own('Exact, from ')
      : own('Sampled; ± is the standard error of the mean. Orders drawn, with their reverses: ');
  return [
    starts.map((from) => shareTable(key, attribution, changed, from)),
    note(
      how,
      figure(
        `attribution/${key}/${method === 'exact' ? 'coalitions' : 'permutations'}`,
        method === 'exact' ? coalitions : permutations,
        'count',
      ),
      method === 'exact' ? own(' combinations.') : '.',
      status === 'partial' ? own(' Partial: not all of them are there yet.') : '',
    ),
  ];
}

function shareTable(
  key: string,
  { players, method }: DifferenceAttribution,
  kpis: readonly KpiAttribution[],
  from: number,
): Markup {
  const shown = players.slice(from, from + PLAYERS_A_TABLE);
  return table(
    from === 0 ? own('Change of each indicator, and the shares in it') : own('The same, further measures'),
    [own('Indicator'), numeric(own('Change')), ...shown.map(({ label }) => numeric(core(label)))],
    kpis.map(({ id, label, unit, delta, shares: all }) => {
      const path = `attribution/${key}/${id}`;
      const cells = shown.map(({ id: playerId }) =>
        shareCell(
          path,
          all.find((share) => share.playerId === playerId)!,
          unit,
          method,
        ),
      );
      return [
        indicatorName(id, label),
        figure(`${path}/delta`, delta, unit, formatDelta(delta, 0, unit)),
        ...cells,
      ];
    }),
  );
}

function shareCell(
  path: string,
  { playerId, value, standardError }: PlayerShare,
  unit: string,
  method: DifferenceAttribution['method'],
): Child {
  const share = figure(`${path}/${playerId}`, value, unit, formatDelta(value, 0, unit));
  if (method === 'exact') return share;
  const error = figure(
    `${path}/${playerId}/error`,
    standardError,
    unit,
    `± ${formatQuantity(standardError, unit)}`,
  );
  return [share, el('span', { class: 'words' }, error)];
}
