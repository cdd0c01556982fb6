import { useId, useState } from 'react';
import type { Issue } from '../../model/outcome';
import { useActions, useAppState } from '../../state';
import { ATTRIBUTE_WORDS } from '../../state/view';
import { CLIMATE_NAMES } from '../../synthesis/weather';
import { counted } from '../../units';
import { Dialog } from '../parts/Dialog';

/** Options an import may carry; without them the climate follows the latitude. */
export interface ImportWishes {
  readonly climate?: string;
}

const CLIMATE_WORDS: Readonly<Record<string, string>> = {
  nordic: 'Nordic',
  centralEurope: 'Central Europe',
  mediterranean: 'Mediterranean',
  hotDesert: 'Hot desert',
  hotMonsoon: 'Hot with a monsoon',
  humidTropic: 'Humid tropic (unverified)',
};

interface ImportDialogProps {
  readonly onClose: () => void;
  readonly onFiles: (files: readonly File[], wishes: ImportWishes) => void;
}

/** Files in; a report or the full list of what is wrong out. */
export function ImportDialog({ onClose, onFiles }: ImportDialogProps) {
  const actions = useActions();
  const importing = useAppState((state) => state.importing);
  const issues = useAppState((state) => state.issues);
  const report = useAppState((state) => state.loaded?.report ?? null);
  const [climate, setClimate] = useState('');
  const id = useId();
  return (
    <Dialog title="Import a district" onClose={onClose} wide>
      <p>
        GeoJSON footprints (longitude and latitude), CityJSON 1.x or 2.0, a Gridtwin district, with an EPW
        weather file or without. Drop files anywhere on the page, or choose them here. Everything stays in
        this browser.
      </p>
      <div className="row wrap">
        <label className="field" htmlFor={`${id}-climate`}>
          Weather without an EPW file
        </label>
        <select id={`${id}-climate`} value={climate} onChange={(event) => setClimate(event.target.value)}>
          <option value="">By latitude</option>
          {CLIMATE_NAMES.map((name) => (
            <option key={name} value={name}>
              {CLIMATE_WORDS[name] ?? name} (synthetic)
            </option>
          ))}
        </select>
        <label className="button primary file">
          <span>Choose files</span>
          <input
            type="file"
            multiple
            accept=".json,.geojson,.epw,application/json,application/geo+json"
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              event.target.value = '';
              if (files.length > 0) onFiles(files, climate === '' ? {} : { climate });
            }}
          />
        </label>
      </div>
      <div role="status" className="import-state">
        {importing === null ? null : <p>Reading {importing} …</p>}
        {importing === null && issues.some(({ severity }) => severity === 'error') ? (
          <p className="callout bad">
            Nothing was imported:{' '}
            {counted(issues.filter(({ severity }) => severity === 'error').length, 'problem')}. The district
            on screen is unchanged.
          </p>
        ) : null}
      </div>
      {issues.length === 0 ? null : <IssueTable issues={issues} />}
      {report === null ? null : (
        <section aria-label="Import report">
          <h3>Import report</h3>
          <dl className="facts">
            <div>
              <dt>Files</dt>
              <dd>
                {report.files
                  .map(({ name, format, featureCount }) => `${name} (${format}, ${featureCount} features)`)
                  .join('; ')}
              </dd>
            </div>
            <div>
              <dt>Taken</dt>
              <dd>
                {report.buildings} buildings, {report.streets} streets, {report.openSpaces} open spaces
              </dd>
            </div>
            <div>
              <dt>Reference system</dt>
              <dd>
                {report.crs.join(', ')}; heights: {report.verticalDatum}
              </dd>
            </div>
            {Object.keys(report.lods).length === 0 ? null : (
              <div>
                <dt>Level of detail</dt>
                <dd>
                  {Object.entries(report.lods)
                    .map(([lod, count]) => `LoD ${lod}: ${count}`)
                    .join(', ')}
                </dd>
              </div>
            )}
          </dl>
          <table className="compare">
            <thead>
              <tr>
                <th scope="col">Attribute</th>
                <th scope="col">given</th>
                <th scope="col">derived</th>
                <th scope="col">assumed</th>
                <th scope="col">absent</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(report.attributes).map(([name, { given, derived, assumed, absent }]) => (
                <tr key={name}>
                  <th scope="row">{ATTRIBUTE_WORDS[name] ?? name}</th>
                  {[given, derived, assumed, absent].map((count, at) => (
                    <td key={at} className="number">
                      {count}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {report.skipped.map(({ reason, ids }) => (
            <p key={reason} className="small-text">
              Left out: {ids.length} × {reason} ({ids.slice(0, 5).join(', ')}
              {ids.length > 5 ? ', …' : ''})
            </p>
          ))}
          <p className="small-text">
            {Object.keys(report.ignoredAttributes).length === 0
              ? ''
              : `Attributes not used: ${Object.entries(report.ignoredAttributes)
                  .map(([name, count]) => `${name} (${count})`)
                  .join(', ')}. `}
            {report.remarks.join(' ')}
          </p>
          <button
            type="button"
            className="button"
            onClick={() => {
              actions.setVariable('evidence');
              onClose();
            }}
          >
            Show it on the map
          </button>
        </section>
      )}
    </Dialog>
  );
}

/** Every finding, with where it is and what to do. */
export function IssueTable({ issues }: { readonly issues: readonly Issue[] }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Findings">
      <table className="compare issues">
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Where</th>
            <th scope="col">Field</th>
            <th scope="col">Value</th>
            <th scope="col">What</th>
            <th scope="col">Remedy</th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue, row) => (
            <tr key={row} data-code={issue.code}>
              <td>
                <span className={`tag ${issue.severity}`}>{issue.severity}</span>
              </td>
              <td>{[issue.source, issue.where].filter(Boolean).join(', ')}</td>
              <td>{issue.field ?? ''}</td>
              <td>{issue.value ?? ''}</td>
              <td>{issue.message}</td>
              <td>{issue.remedy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
