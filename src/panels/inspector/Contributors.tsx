import { useState } from 'react';
import { END_USES, isGeneration } from '../../model/run';
import { shownId, useActions, useAppState, useSpeech, useWords, type Contributor } from '../../state';
import { RAMPS } from '../../state/display';
import { districtOf, indexOf } from '../../state/view';
import { THIN_SPACE } from '../../units';
import { useTheme } from '../parts/theme';
import { FigureName } from './FigureName';

const SHOWN = 7;

/** As many decimals in every row of a column: three digits of the load, and the rows visibly add up. */
const decimalsOf = (branchPW: number) => (Math.abs(branchPW) >= 100_000 ? 1 : 2);

/** Which buildings make up the load at the moment on screen; with losses and storage the rows sum to it. */
export function Contributors() {
  const attribution = useAppState((state) => state.attribution);
  const step = useAppState((state) => state.step);
  const stepS = useAppState((state) => state.stepS);
  const startWeekday = useAppState((state) => state.loaded?.weather.startWeekday ?? 0);
  const selectedId = useAppState((state) => state.selection?.id);
  const [all, setAll] = useState(false);
  const { words, fixed, moment } = useSpeech();
  const current = attribution !== null && attribution.branchId === selectedId ? attribution : null;
  if (current === null) return <p className="muted">{words('inspector.causes.waiting')}</p>;
  const { contributors, storageW, lossW, branchPW } = current;
  const shown = all ? contributors : contributors.slice(0, SHOWN);
  const rest = contributors.slice(shown.length);
  const restW = rest.reduce((sum, { netW }) => sum + netW, 0);
  const buildingsW = contributors.reduce((sum, { netW }) => sum + netW, 0);
  // A zero has no sign, whatever it was rounded from.
  const kw = (w: number) =>
    fixed(w / 1000, decimalsOf(branchPW))
      .replace(/^−(?!.*[1-9])/, '')
      .replaceAll(THIN_SPACE, '');
  const plus = (w: number) => (kw(w).startsWith('−') ? `− ${kw(-w)}` : `+ ${kw(w)}`);
  const peakW = Math.max(1, ...contributors.map(({ netW }) => Math.abs(netW)));
  return (
    <section
      aria-label={words('inspector.causes.label')}
      className={current.step === step ? undefined : 'outdated'}
    >
      <h3>
        <FigureName id="causes">
          {words('inspector.causes.title', { moment: moment(current.step, stepS, startWeekday) })}
        </FigureName>
      </h3>
      <p className="balance">
        <b>{kw(branchPW)} kW</b>
        {words('inspector.causes.sum', { buildings: kw(buildingsW) })}
        {storageW === 0 ? '' : words('inspector.causes.batteries', { power: plus(storageW) })}
        {words('inspector.causes.losses', { power: plus(lossW) })}
      </p>
      <EndUseKey of={contributors} />
      <table className="contributors" data-step={current.step}>
        <thead>
          <tr>
            <th scope="col">{words('inspector.causes.building')}</th>
            <th scope="col">{words('inspector.causes.byUse')}</th>
            <th scope="col" className="number">
              kW
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((contributor) => (
            <Row key={contributor.buildingId} contributor={contributor} peakW={peakW} kw={kw} />
          ))}
          {rest.length === 0 ? null : (
            <tr data-watts={restW}>
              <th scope="row" colSpan={2}>
                <button type="button" className="link" onClick={() => setAll(true)}>
                  {words('inspector.causes.more', { number: rest.length })}
                </button>
              </th>
              <td className="number">{kw(restW)}</td>
            </tr>
          )}
          <tr data-watts={storageW}>
            <th scope="row" colSpan={2}>
              {words(
                storageW < 0
                  ? 'inspector.causes.discharging'
                  : storageW > 0
                    ? 'inspector.causes.charging'
                    : 'inspector.causes.storage',
              )}
            </th>
            <td className="number">{kw(storageW)}</td>
          </tr>
          <tr data-watts={lossW}>
            <th scope="row" colSpan={2}>
              {words('inspector.causes.lossesRow')}
            </th>
            <td className="number">{kw(lossW)}</td>
          </tr>
        </tbody>
        <tfoot>
          <tr data-total={branchPW}>
            <th scope="row" colSpan={2}>
              {words(branchPW < 0 ? 'inspector.causes.feedingBack' : 'inspector.causes.load')}
            </th>
            <td className="number">{kw(branchPW)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

interface RowProps {
  readonly contributor: Contributor;
  readonly peakW: number;
  readonly kw: (w: number) => string;
}

function Row({ contributor, peakW, kw }: RowProps) {
  const actions = useActions();
  const theme = useTheme();
  const words = useWords();
  const name = useAppState((state) => {
    const district = districtOf(state, shownId(state));
    return district === null ? undefined : indexOf(district).building.get(contributor.buildingId)?.name;
  });
  const { buildingId, netW, endUseW } = contributor;
  const parts = END_USES.map((endUse, use) => ({
    endUse,
    colour: RAMPS.endUses[theme][use]!,
    w: isGeneration(endUse) ? 0 : endUseW[endUse],
  })).filter(({ w }) => w > 0);
  const summary = END_USES.filter((endUse) => endUseW[endUse] > 0)
    .map(
      (endUse) =>
        `${words(`facts.endUses.${endUse}`)} ${kw(isGeneration(endUse) ? -endUseW[endUse] : endUseW[endUse])} kW`,
    )
    .join(', ');
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, { w }) => sum + w, 0));
  return (
    <tr data-watts={netW}>
      <th scope="row">
        <button
          type="button"
          className="link"
          title={name === undefined ? buildingId : `${name} (${buildingId})`}
          onClick={() => actions.select({ kind: 'building', id: buildingId }, true)}
        >
          {name ?? buildingId}
        </button>
      </th>
      <td>
        <svg
          className="split"
          viewBox="0 0 100 10"
          preserveAspectRatio="none"
          role="img"
          aria-label={summary || words('inspector.causes.none')}
        >
          <title>{summary}</title>
          {parts.map(({ endUse, colour, w }, at) => (
            <rect
              key={endUse}
              x={(starts[at]! / peakW) * 100}
              width={(w / peakW) * 100}
              height="10"
              fill={colour}
            />
          ))}
        </svg>
      </td>
      <td className="number">{kw(netW)}</td>
    </tr>
  );
}

/** What the colours of the bars mean: the end uses that occur in them. */
function EndUseKey({ of }: { readonly of: readonly Contributor[] }) {
  const theme = useTheme();
  const words = useWords();
  return (
    <ul className="key" aria-label={words('inspector.causes.endUses')}>
      {END_USES.map((endUse, use) =>
        !isGeneration(endUse) && of.some(({ endUseW }) => endUseW[endUse] > 0) ? (
          <li key={endUse}>
            <span className="swatch" style={{ backgroundColor: RAMPS.endUses[theme][use] }} />
            {words(`facts.endUses.${endUse}`)}
          </li>
        ) : null,
      )}
    </ul>
  );
}
