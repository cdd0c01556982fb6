import { useId, useState } from 'react';
import type { Issue } from '../../model/outcome';
import { useActions, useAppState, useSpeech } from '../../state';
import { CLIMATE_NAMES } from '../../synthesis/weather';
import { catalogueOf, issueWords } from '../../words';
import { Dialog } from '../parts/Dialog';
import { Templates, type LoadTemplate } from './Templates';
import { PeaksChoice } from '../peaks/PeaksChoice';

/** Options an import may carry; without them the climate follows the latitude. */
export interface ImportWishes {
  readonly climate?: string;
}

interface ImportDialogProps {
  readonly onClose: () => void;
  readonly onFiles: (files: readonly File[], wishes: ImportWishes) => void;
  readonly loadTemplate: LoadTemplate;
}

/** Files in; a report or the full list of what is wrong out. */
export function ImportDialog({ onClose, onFiles, loadTemplate }: ImportDialogProps) {
  const actions = useActions();
  const { words, language } = useSpeech();
  const attributes: Readonly<Record<string, string>> = catalogueOf(language).facts.attributes;
  const importing = useAppState((state) => state.importing);
  const issues = useAppState((state) => state.issues);
  const report = useAppState((state) => state.loaded?.report ?? null);
  const [climate, setClimate] = useState('');
  const id = useId();
  const problems = issues.filter(({ severity }) => severity === 'error').length;
  return (
    <Dialog title={words('dialogs.import.title')} onClose={onClose} wide>
      <p>{words('dialogs.import.lead')}</p>
      <div className="row wrap">
        <label className="field" htmlFor={`${id}-climate`}>
          {words('dialogs.import.weather')}
        </label>
        <select id={`${id}-climate`} value={climate} onChange={(event) => setClimate(event.target.value)}>
          <option value="">{words('dialogs.import.byLatitude')}</option>
          {CLIMATE_NAMES.map((name) => (
            <option key={name} value={name}>
              {words('dialogs.import.synthetic', { name: words(`dialogs.import.climates.${name}`) })}
            </option>
          ))}
        </select>
        <label className="button primary file">
          <span>{words('dialogs.import.choose')}</span>
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
      <Templates load={loadTemplate} />
      <div role="status" className="import-state">
        {importing === null ? null : <p>{words('dialogs.import.reading', { name: importing })}</p>}
        {importing === null && problems > 0 ? (
          <p className="callout bad">{words('dialogs.import.nothing', { count: problems })}</p>
        ) : null}
      </div>
      {issues.length === 0 ? null : <IssueTable issues={issues} />}
      <PeaksChoice onChosen={onClose} />
      {report === null ? null : (
        <section aria-label={words('dialogs.import.report')}>
          <h3>{words('dialogs.import.report')}</h3>
          <dl className="facts">
            <div>
              <dt>{words('dialogs.import.files')}</dt>
              <dd>
                {report.files
                  .map(({ name, format, featureCount }) =>
                    words('dialogs.import.file', { name, format, features: featureCount }),
                  )
                  .join('; ')}
              </dd>
            </div>
            <div>
              <dt>{words('dialogs.import.taken')}</dt>
              <dd>
                {words('dialogs.import.counts', {
                  buildings: report.buildings,
                  streets: report.streets,
                  openSpaces: report.openSpaces,
                })}
              </dd>
            </div>
            <div>
              <dt>{words('dialogs.import.reference')}</dt>
              <dd>
                {words('dialogs.import.heights', {
                  crs: report.crs.join(', '),
                  datum: report.verticalDatum,
                })}
              </dd>
            </div>
            {Object.keys(report.lods).length === 0 ? null : (
              <div>
                <dt>{words('dialogs.import.detail')}</dt>
                <dd>
                  {Object.entries(report.lods)
                    .map(([lod, count]) => words('dialogs.import.lod', { lod, number: count }))
                    .join(', ')}
                </dd>
              </div>
            )}
          </dl>
          <table className="compare">
            <thead>
              <tr>
                <th scope="col">{words('dialogs.import.attribute')}</th>
                <th scope="col">{words('dialogs.import.given')}</th>
                <th scope="col">{words('dialogs.import.derived')}</th>
                <th scope="col">{words('dialogs.import.assumed')}</th>
                <th scope="col">{words('dialogs.import.absent')}</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(report.attributes).map(([name, { given, derived, assumed, absent }]) => (
                <tr key={name}>
                  <th scope="row">{attributes[name] ?? name}</th>
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
              {words('dialogs.import.leftOut', {
                number: ids.length,
                reason,
                ids: `${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ', …' : ''}`,
              })}
            </p>
          ))}
          <p className="small-text">
            {Object.keys(report.ignoredAttributes).length === 0
              ? ''
              : words('dialogs.import.unused', {
                  names: Object.entries(report.ignoredAttributes)
                    .map(([name, count]) => `${name} (${count})`)
                    .join(', '),
                })}
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
            {words('dialogs.import.show')}
          </button>
        </section>
      )}
    </Dialog>
  );
}

/** Every finding, with where it is and what to do. */
export function IssueTable({ issues }: { readonly issues: readonly Issue[] }) {
  const { words, language } = useSpeech();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words('dialogs.findings.label')}>
      <table className="compare issues">
        <thead>
          <tr>
            <th scope="col">{words('dialogs.findings.kind')}</th>
            <th scope="col">{words('dialogs.findings.where')}</th>
            <th scope="col">{words('dialogs.findings.field')}</th>
            <th scope="col">{words('dialogs.findings.value')}</th>
            <th scope="col">{words('dialogs.findings.what')}</th>
            <th scope="col">{words('dialogs.findings.remedy')}</th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue, row) => (
            <tr key={row} data-code={issue.code}>
              <td>
                <span className={`tag ${issue.severity}`}>
                  {words(`dialogs.findings.severities.${issue.severity}`)}
                </span>
              </td>
              <td>{[issue.source, issue.where].filter(Boolean).join(', ')}</td>
              <td>{issue.field ?? ''}</td>
              <td>{issue.value ?? ''}</td>
              <td>{issueWords(language, issue).message}</td>
              <td>{issueWords(language, issue).remedy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
