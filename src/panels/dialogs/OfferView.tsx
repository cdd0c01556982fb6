import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useAppState, useSpeech, type Deed, type ImportOffer } from '../../state';
import { textIn } from '../../state/present/presentState';
import { Scroll } from '../parts/Scroll';
import { ImportReportView } from './ImportReportView';
import { IssueTable } from './IssueTable';

interface OfferViewProps {
  readonly offer: ImportOffer;
  readonly onAccept: () => void;
  readonly onCancel: () => void;
  /** What can still be chosen. */
  readonly children: ReactNode;
}

/** What was brought, what it would do, and the yes that does it. Nothing on screen has changed so far. */
export function OfferView({ offer, onAccept, onCancel, children }: OfferViewProps) {
  const { words } = useSpeech();
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const { deed, files, findings } = offer;
  // The heading is read first, and the next key leads to the yes; a careless Enter does nothing.
  const isRead = deed !== null;
  const isSaid = useRef(false);
  useEffect(() => {
    // Read again with another wish: the focus stays with the wish.
    if (isRead && !isSaid.current) title.current?.focus({ preventScroll: true });
    isSaid.current ||= isRead;
  }, [isRead]);
  const names = files.map(({ name }) => name).join(', ');
  return (
    <section className="import-offer" aria-labelledby={heading} data-testid="import-offer">
      <h3 id={heading} ref={title} tabIndex={-1}>
        {words('dialogs.import.offered', { name: names })}
      </h3>
      {deed === null ? null : (
        <>
          <Meaning deed={deed} offer={offer} />
          <div className="row wrap">
            {deed.is === 'elsewhere' || (deed.is === 'meter' && deed.buildingId === null) ? null : (
              <button type="button" className="button primary" data-testid="import-accept" onClick={onAccept}>
                {words(`dialogs.import.yes.${deed.is}`)}
              </button>
            )}
            <button type="button" className="button" data-testid="import-cancel" onClick={onCancel}>
              {words('dialogs.import.cancel')}
            </button>
          </div>
        </>
      )}
      {children}
      <Files files={files} />
      {deed === null ? null : <Details deed={deed} />}
      {findings.length === 0 ? null : <IssueTable issues={findings} />}
    </section>
  );
}

/** What would be done, in one or two sentences. */
function Meaning({ deed, offer }: { readonly deed: Deed; readonly offer: ImportOffer }) {
  const { words, language } = useSpeech();
  const underWay = useAppState(({ present }) => present?.session.title ?? null);
  const name = useAppState(({ project, loaded }) => project?.name ?? loaded?.district.name ?? '');
  const [file] = offer.files;
  const ends = deed.is === 'session' && underWay !== null;
  const replaces = deed.is === 'district' || deed.is === 'weather' || deed.is === 'project';
  const said =
    deed.is === 'elsewhere'
      ? words(`dialogs.import.elsewhere.${elsewhereOf(file?.kind)}`)
      : deed.is === 'meter' && deed.buildingId === null
        ? words('dialogs.import.does.noBuilding')
        : words(`dialogs.import.does.${deed.is}`, {
            name,
            building: deed.is === 'meter' ? (deed.buildingId ?? '') : '',
          });
  return (
    <p className={replaces || ends ? 'callout' : ''}>
      {said}
      {ends ? ` ${words('dialogs.import.endsSession', { title: textIn(underWay, language) })}` : ''}
      {replaces ? ` ${words(`dialogs.import.standing.${offer.standing}`, { name })}` : ''}
    </p>
  );
}

type Kind = ImportOffer['files'][number]['kind'];

const elsewhereOf = (kind: Kind | undefined) =>
  kind === 'tariff' || kind === 'scorecard' || kind === 'building' || kind === 'results' ? kind : 'circuit';

/** Each file as it stands: what it is, how much of it there is, its first rows. */
function Files({ files }: Pick<ImportOffer, 'files'>) {
  const { words } = useSpeech();
  // A weather file has no heads of its own: these are ours, and in the language of the page.
  const headsOf = ({
    kind,
    columns,
  }: Pick<ImportOffer['files'][number], 'kind' | 'columns'>): readonly string[] =>
    kind === 'epw' ? EPW_COLUMNS.map((column) => words(`dialogs.import.epwColumns.${column}`)) : columns;
  return files.map(({ name, kind, title, count, columns, rows }, at) => (
    <div key={`${at} ${name}`} data-file={name} data-kind={kind}>
      <p>
        <b>{name}</b>: {words(`dialogs.import.kinds.${kind}`)}
        {title === '' ? '' : `, ${words('dialogs.import.quoted', { title })}`}
        {count === 0 ? '' : `, ${words(`dialogs.import.amount.${AMOUNTS[kind]}`, { count })}`}
      </p>
      {rows.length === 0 ? null : (
        <Scroll height="low" label={words('dialogs.import.firstRows', { name })}>
          <table className="compare first-rows">
            <thead>
              <tr>
                {headsOf({ kind, columns }).map((column, place) => (
                  <th key={place} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, place) => (
                <tr key={place}>
                  {row.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </div>
  ));
}

/** In the order of the first look at such a file. */
const EPW_COLUMNS = ['date', 'hour', 'dryBulb', 'global'] as const;

const AMOUNTS = {
  geojson: 'features',
  cityjson: 'objects',
  district: 'buildings',
  epw: 'hours',
  project: 'scenarios',
  scenario: 'measures',
  session: 'levers',
  circuit: 'buses',
  peaks: 'rows',
  meter: 'rows',
  openDss: 'rows',
  tariff: 'objects',
  scorecard: 'objects',
  building: 'objects',
  pandapower: 'objects',
  results: 'objects',
} as const satisfies Record<Kind, string>;

/** What was read of it to the end. */
function Details({ deed }: { readonly deed: Deed }) {
  const { words } = useSpeech();
  if (deed.is === 'project')
    return (
      <p>
        {words('dialogs.import.project', {
          district: deed.districtName,
          buildings: words('dialogs.import.amount.buildings', { count: deed.buildings }),
          scenarios: deed.scenarios.length === 0 ? '–' : deed.scenarios.join(', '),
          bookmarks: deed.bookmarks,
          version: deed.engineVersion,
        })}
      </p>
    );
  if (deed.is !== 'district' && deed.is !== 'weather') return null;
  const { district, weather, report } = deed.loaded;
  const { network } = district;
  return (
    <>
      <p data-part="offer-weather">
        {words('dialogs.import.under', {
          weather: weather.name.replace(/ \(synthetic\)$/, ''),
          origin: words(`dialogs.import.origins.${weather.origin}`),
        })}
      </p>
      {deed.is !== 'district' || network === null ? null : (
        <p data-part="offer-network">
          {words(`dialogs.import.network.${deed.network}`, {
            buses: words('dialogs.import.amount.buses', { count: network.buses.length }),
            lines: words('marked.count.line', { count: network.lines.length }),
            transformers: words('marked.count.transformer', { count: network.transformers.length }),
          })}
        </p>
      )}
      {deed.is !== 'district' || report === null ? null : <ImportReportView report={report} />}
    </>
  );
}
