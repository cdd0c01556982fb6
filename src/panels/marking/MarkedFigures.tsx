import { useMemo, type ReactNode } from 'react';
import { BASELINE_ID, runOf, shownId, useAppParts, useAppStore, useSpeech } from '../../state';
import { groupFigures, markedFigures } from '../../state/marked/view';
import { MISSING } from '../../units';
import { issueWords } from '../../words';
import type { en } from '../../words/en';

/** Who is marked in figures: at once what adds up, then, below what can be done with them, what they come to as a group. */
export function MarkedFigures({ children }: { readonly children: ReactNode }) {
  const store = useAppStore();
  const { words, number, quantity, percent, whole, language } = useSpeech();
  const parts = useAppParts((state) => [
    state.marked,
    state.group,
    state.history.present,
    shownId(state),
    runOf(state, shownId(state)),
    runOf(state, BASELINE_ID),
  ]);
  const { marked, figures, group, before, isReady, problem } = useMemo(() => {
    void parts;
    const state = store.getState();
    const id = shownId(state);
    return {
      marked: state.marked,
      figures: markedFigures(state),
      group: groupFigures(state, id),
      before: id === BASELINE_ID ? null : groupFigures(state, BASELINE_ID),
      isReady: runOf(state, id).status === 'ready',
      problem: state.group?.issues[0] ?? null,
    };
  }, [parts, store]);
  if (marked === null) return null;
  const peak = group?.find(({ id }) => id === 'group-peakImport');
  // What comes of a year: the group of buildings, the loading of lines and transformers.
  const isOld = !isReady && (group !== null || figures.worst !== null);
  const counted = words(isReady ? 'marked.figures.counting' : 'marked.figures.noYear');
  const shown: readonly (readonly [string, string])[] =
    marked.kind === 'building'
      ? [
          [words('marked.figures.area'), `${number(figures.floorAreaM2)} m²`],
          [words('marked.figures.households'), whole(figures.households)],
          [words('marked.figures.energy'), `${number(figures.usedJ / 3.6e9)} MWh/a`],
          [words('marked.figures.peak'), peak === undefined ? counted : quantity(peak.value, 'W')],
        ]
      : [
          marked.kind === 'line'
            ? [words('marked.figures.length'), quantity(figures.lengthM, 'm')]
            : [words('marked.figures.rating'), quantity(figures.ratedSVa, 'VA')],
          [
            words('marked.figures.loading'),
            figures.worst === null
              ? MISSING
              : words('marked.figures.loadingValue', {
                  percent: percent(figures.worst.percent),
                  id: figures.worst.id,
                }),
          ],
        ];
  return (
    <>
      <dl className="marked-figures">
        {shown.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isOld ? <p className="muted small-text">{words('marked.figures.old')}</p> : null}
      {problem === null ? null : <p className="small-text">{issueWords(language, problem).message}</p>}
      {children}
      {group === null ? null : <GroupTable group={group} before={before} />}
    </>
  );
}

type Kpis = NonNullable<ReturnType<typeof groupFigures>>;
type GroupKey = keyof typeof en.marked.kpis;

/** The group's own key figures, beside what they are in the baseline. */
function GroupTable({ group, before }: { readonly group: Kpis; readonly before: Kpis | null }) {
  const { words, kpi: text } = useSpeech();
  return (
    <details className="marked-group">
      <summary>{words('marked.asGroup')}</summary>
      <table data-testid="group-kpis">
        <thead>
          <tr>
            <th scope="col">{words('marked.figure')}</th>
            <th scope="col" className="number">
              {words('marked.asGroup')}
            </th>
            {before === null ? null : (
              <th scope="col" className="number">
                {words('marked.baselineColumn')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {group.map(({ id, value, unit }, row) => (
            <tr key={id} data-kpi={id}>
              <th scope="row" title={words(`marked.meanings.${id as GroupKey}`)}>
                {words(`marked.kpis.${id as GroupKey}`)}
              </th>
              <td className="number">{text(value, unit)}</td>
              {before === null ? null : <td className="number muted">{text(before[row]!.value, unit)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted small-text">{words('marked.asGroupNote')}</p>
    </details>
  );
}
