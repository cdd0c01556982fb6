import type { WayOutSet } from '../../study/wayOut';
import { useActions } from '../../state';
import {
  eurText,
  kpiDeltaText,
  kpiText,
  payersText,
  setTitle,
  siteName,
  verdictText,
} from '../../state/view';
import { formatDelta } from '../../units';
import { Icon } from '../parts/Icon';

const SHOWN_KPIS: readonly string[] = ['peakImport', 'worstTransformerLoading', 'busesOutsideBand'];

/** One set of works that the power flow has judged: what it is made of, what it costs, who pays, what remains. */
export function SetCard({ set, isFirst }: { readonly set: WayOutSet; readonly isFirst: boolean }) {
  const actions = useActions();
  const { options, cost, remains, givenUp, carbonKgPerYear } = set;
  const title = setTitle(set);
  const keeps = remains.length === 0 && options.length > 0;
  const kpis = set.kpis.filter(({ kpi, delta }) => SHOWN_KPIS.includes(kpi.id) && delta !== 0);
  return (
    <article className={`set-card ${isFirst ? 'first' : ''}`} aria-label={title} data-set={set.name}>
      <header>
        <h3>{title}</h3>
        <span className={`tag ${keeps ? 'ready' : 'warning'}`}>
          <Icon name={keeps ? 'check' : 'warn'} /> {keeps ? 'keeps every limit' : 'not a way out alone'}
        </span>
      </header>
      <p className="figure-line">
        <b>{eurText(cost.yearlyEur)}</b> a year
        <span className="muted">
          {' '}
          ({eurText(cost.investmentEur)} once, {eurText(cost.lowEur)} to {eurText(cost.highEur)};{' '}
          {cost.quality.replaceAll('_', ' ')})
        </span>
      </p>
      <dl className="facts">
        <div>
          <dt>Pays each year</dt>
          <dd>{payersText(set) || 'nobody'}</dd>
        </div>
        <div>
          <dt>Carbon</dt>
          <dd>
            {Number.isNaN(carbonKgPerYear)
              ? 'not known'
              : `${formatDelta(carbonKgPerYear, 0, 'kg CO2e')} a year`}
          </dd>
        </div>
        {kpis.map(({ kpi, a, b }) => (
          <div key={kpi.id}>
            <dt>{kpi.label}</dt>
            <dd>
              {kpiText(a, kpi.unit)} → {kpiText(b, kpi.unit)}{' '}
              <span className="muted">({kpiDeltaText(b, a, kpi.unit)})</span>
            </dd>
          </div>
        ))}
      </dl>
      <ul className="works">
        {options.map(({ id, siteId, words, cost: own }) => (
          <li key={id}>
            <span>
              <b>{siteName(siteId)}</b> {words}
            </span>
            <span className="number">{eurText(own.yearlyEur)} a year</span>
          </li>
        ))}
      </ul>
      <p className="muted small-text">
        {verdictText(set)}
        {givenUp.length === 0 ? '' : ` Nothing was found for ${givenUp.map(siteName).join(', ')}.`}
      </p>
      {cost.notes.length === 0 ? null : (
        <details>
          <summary>What the cost leaves out</summary>
          <ul className="changes">
            {cost.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      {options.length === 0 ? null : (
        <button
          type="button"
          className={`button ${isFirst ? 'primary' : ''}`}
          onClick={() => actions.takeWayOut(set, title)}
        >
          Make it a scenario<span className="hidden">: {title}</span>
        </button>
      )}
    </article>
  );
}
