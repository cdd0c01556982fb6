import type { SiteViolation, WayOutSet } from '../../study/wayOut';
import { useActions, useSpeech } from '../../state';
import {
  badgeOf,
  changedKpis,
  eurText,
  payersText,
  qualityClassWord,
  setTitle,
  siteName,
  verdictText,
} from '../../state/view';
import { kpiWords, coreWords } from '../../words';
import { Icon } from '../parts/Icon';

const SHOWN_KPIS: readonly string[] = ['peakImport', 'worstTransformerLoading', 'busesOutsideBand'];

/** One set of works that the power flow has judged: what it is made of, what it costs, who pays, what remains. */
export function SetCard({
  set,
  elsewhere,
  isFirst,
}: {
  readonly set: WayOutSet;
  /** What was outside its limits where nobody asked. */
  readonly elsewhere: readonly SiteViolation[];
  readonly isFirst: boolean;
}) {
  const actions = useActions();
  const { words, language, delta: change, kpi: kpiText, kpiDelta } = useSpeech();
  const eur = (value: number) => eurText(value, language);
  const { options, cost, givenUp, carbonKgPerYear } = set;
  const title = setTitle(set, language);
  const { keeps, text: badge } = badgeOf(set, language, elsewhere);
  const kpis = changedKpis(set, SHOWN_KPIS, language);
  const hasNoSource = cost.quality === 'unknown_untraceable';
  return (
    <article className={`set-card ${isFirst ? 'first' : ''}`} aria-label={title} data-set={set.name}>
      <header>
        <h3>{title}</h3>
        <span className={`tag ${keeps ? 'ready' : 'warning'}`}>
          <Icon name={keeps ? 'check' : 'warn'} /> {badge}
        </span>
      </header>
      <p className="figure-line">
        <b>{eur(cost.yearlyEur)}</b> {words('wayOut.set.aYear')}
        <span className="muted">
          {' '}
          {words(hasNoSource ? 'wayOut.set.onceNoSource' : 'wayOut.set.once', {
            once: eur(cost.investmentEur),
            low: eur(cost.lowEur),
            high: eur(cost.highEur),
            quality: qualityClassWord(cost.quality, language),
          })}
        </span>
      </p>
      <dl className="facts">
        <div>
          <dt>{words('wayOut.set.pays')}</dt>
          <dd>{payersText(set, language) || words('wayOut.set.nobody')}</dd>
        </div>
        <div>
          <dt>{words('wayOut.set.carbon')}</dt>
          <dd>
            {Number.isNaN(carbonKgPerYear)
              ? words('wayOut.notKnown')
              : words('wayOut.set.carbonAYear', { change: change(carbonKgPerYear, 0, 'kg CO2e') })}
          </dd>
        </div>
        {kpis.map(({ kpi, a, b }) => (
          <div key={kpi.id}>
            <dt>{kpiWords(language, kpi).label}</dt>
            <dd>
              {kpiText(a, kpi.unit)} → {kpiText(b, kpi.unit)}{' '}
              <span className="muted">({kpiDelta(b, a, kpi.unit)})</span>
            </dd>
          </div>
        ))}
      </dl>
      <ul className="works">
        {options.map(({ id, siteId, words: what, cost: own, lineIds }) => (
          <li key={id}>
            <span>
              <b>{siteName(siteId, language)}</b> {coreWords(language, what)}
              {lineIds === undefined || lineIds.length < 2 ? null : <Which ids={lineIds} />}
            </span>
            <span className="number">{words('wayOut.set.yearly', { amount: eur(own.yearlyEur) })}</span>
          </li>
        ))}
      </ul>
      <p className="muted small-text">
        {verdictText(set, language, elsewhere)}
        {givenUp.length === 0
          ? ''
          : words('wayOut.set.nothingFor', {
              sites: givenUp.map((id) => siteName(id, language)).join(', '),
            })}
      </p>
      {cost.notes.length === 0 ? null : (
        <details>
          <summary>{words('wayOut.set.leavesOut')}</summary>
          <ul className="changes">
            {cost.notes.map((note) => (
              <li key={note}>{coreWords(language, note)}</li>
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
          {words('wayOut.set.make')}
          <span className="hidden">{words('wayOut.set.makeWhat', { title })}</span>
        </button>
      )}
    </article>
  );
}

/** Which lines are worked on, each with the way to it on the map. */
function Which({ ids }: { readonly ids: readonly string[] }) {
  const actions = useActions();
  const { words } = useSpeech();
  return (
    <details className="small-text">
      <summary>{words('wayOut.set.which')}</summary>
      {ids.map((id, at) => (
        <span key={id}>
          {at === 0 ? '' : ', '}
          <button
            type="button"
            className="link"
            onClick={() => {
              actions.select({ kind: 'line', id }, true);
              actions.hideWayOut();
            }}
          >
            {id}
          </button>
        </span>
      ))}
    </details>
  );
}
