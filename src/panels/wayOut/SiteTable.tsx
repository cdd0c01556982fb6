import { MV_SITE } from '../../study/wayOut';
import { useActions, useAppState, useWords, type Selection, type WayOutStudy } from '../../state';
import { indexOf, siteRows, type SiteRow } from '../../state/view';
import { Chip } from '../parts/Chip';
import { Scroll } from '../parts/Scroll';

/** What is wrong at each station, since when and because of whom; each row leads to its hour on the map. */
export function SiteTable({ study }: { readonly study: WayOutStudy }) {
  const words = useWords();
  const language = useAppState((state) => state.language);
  const rows = siteRows(study, language);
  return (
    <Scroll height="low" label={words('wayOut.table.label')}>
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">{words('wayOut.table.station')}</th>
            <th scope="col" className="number">
              {words('wayOut.table.worst')}
            </th>
            <th scope="col" className="number">
              {words('wayOut.table.beyond')}
            </th>
            <th scope="col" title={words('wayOut.table.sinceTitle')}>
              {words('wayOut.table.since')}
            </th>
            <th scope="col">{words('wayOut.table.elements')}</th>
            <th scope="col">{words('wayOut.table.because')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.siteId} row={row} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

const NO_NAMES: ReadonlyMap<string, { readonly name?: string }> = new Map();

function Row({ row }: { readonly row: SiteRow }) {
  const actions = useActions();
  const words = useWords();
  const { worst, name, siteId } = row;
  const district = useAppState((state) => state.loaded?.district ?? null);
  const names = district === null ? NO_NAMES : indexOf(district).building;
  const show = (selection: Selection) => {
    actions.select(selection, true);
    actions.jumpToWorstHour(selection);
    actions.hideWayOut();
  };
  const isBus = worst.kind === 'bus';
  const target: Selection | null = isBus
    ? siteId === MV_SITE
      ? null
      : { kind: 'transformer', id: siteId }
    : { kind: worst.kind === 'line' ? 'line' : 'transformer', id: worst.elementId };
  return (
    <tr data-site={siteId}>
      <th scope="row">
        {target === null ? (
          name
        ) : (
          <button type="button" className="link" onClick={() => show(target)}>
            {name}
            <span className="hidden">{words('wayOut.table.show')}</span>
          </button>
        )}
      </th>
      <td className="number">
        {isBus ? null : <Chip variable="loading" value={worst.worst * 100} />} {row.worstText}
      </td>
      <td className="number">{row.hoursText}</td>
      <td>{row.sinceText}</td>
      <td>{row.elements}</td>
      <td>
        {row.because}
        {row.buildingIds.length === 0 ? null : (
          <span className="muted">
            {' '}
            {words('wayOut.table.mostFrom')}{' '}
            {row.buildingIds.map((id, at) => (
              <span key={id}>
                {at === 0 ? '' : ', '}
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    actions.select({ kind: 'building', id }, true);
                    actions.hideWayOut();
                  }}
                >
                  {names.get(id)?.name ?? id}
                </button>
              </span>
            ))}
          </span>
        )}
      </td>
    </tr>
  );
}
