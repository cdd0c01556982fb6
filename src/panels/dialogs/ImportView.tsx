import { useId, useState } from 'react';
import { useActions, useAppState, useSpeech } from '../../state';
import { CLIMATE_NAMES } from '../../synthesis/weather';
import { PeaksChoice } from '../peaks/PeaksChoice';
import type { ImportHost } from './ImportDialog';
import { ImportReportView } from './ImportReportView';
import { IssueTable } from './IssueTable';
import { OfferView } from './OfferView';
import { Templates } from './Templates';

interface ImportViewProps {
  readonly host: ImportHost;
  /** What was offered is done. */
  readonly onDone: () => void;
  /** Nothing is done. */
  readonly onLeave: () => void;
}

/** Where files are chosen; what they are before anything changes; what was wrong; what the district on screen came from. */
export function ImportView({ host, onDone, onLeave }: ImportViewProps) {
  const actions = useActions();
  const { words } = useSpeech();
  const offer = useAppState((state) => state.offer);
  const importing = useAppState((state) => state.importing);
  const issues = useAppState((state) => state.issues);
  const report = useAppState((state) => state.loaded?.report ?? null);
  const problems = issues.filter(({ severity }) => severity === 'error').length;
  return (
    <>
      <div role="status" className="import-state">
        {importing === null ? null : <p>{words('dialogs.import.reading', { name: importing })}</p>}
        {importing === null && problems > 0 ? (
          <p className="callout bad">{words('dialogs.import.nothing', { count: problems })}</p>
        ) : null}
      </div>
      {offer === null ? null : (
        <OfferView
          offer={offer}
          onCancel={onLeave}
          onAccept={() => void host.accept().then((isDone) => isDone && onDone())}
        >
          <Choosing host={host} />
        </OfferView>
      )}
      {issues.length === 0 ? null : <IssueTable issues={issues} />}
      {offer !== null || importing !== null ? null : (
        <>
          <p>{words('dialogs.import.lead')}</p>
          <Choosing host={host} />
          <Templates load={host.loadTemplate} />
          <PeaksChoice onChosen={onLeave} />
        </>
      )}
      {report === null || offer !== null || importing !== null ? null : (
        <section aria-label={words('dialogs.import.report')}>
          <h3>{words('dialogs.import.report')}</h3>
          <ImportReportView report={report} />
          <button
            type="button"
            className="button"
            onClick={() => {
              actions.setVariable('evidence');
              actions.moveCamera('home');
              onLeave();
            }}
          >
            {words('dialogs.import.show')}
          </button>
        </section>
      )}
    </>
  );
}

/** The files, and the weather of a district that brings none. */
function Choosing({ host }: { readonly host: ImportHost }) {
  const { words } = useSpeech();
  const offer = useAppState((state) => state.offer);
  const [chosen, setChosen] = useState('');
  const id = useId();
  const climate = offer === null ? chosen : (offer.wishes.climate ?? '');
  const wishesOf = (name: string) => (name === '' ? {} : { climate: name });
  const bringsWeather = offer?.files.some(({ kind }) => kind === 'epw') === true;
  const isDistrict = offer === null || offer.deed === null || offer.deed.is === 'district';
  return (
    <div className="row wrap">
      {bringsWeather || !isDistrict ? null : (
        <>
          <label className="field" htmlFor={`${id}-climate`}>
            {words('dialogs.import.weather')}
          </label>
          <select
            id={`${id}-climate`}
            value={climate}
            onChange={(event) => {
              setChosen(event.target.value);
              if (offer !== null) host.wish(wishesOf(event.target.value));
            }}
          >
            <option value="">{words('dialogs.import.byLatitude')}</option>
            {CLIMATE_NAMES.map((name) => (
              <option key={name} value={name}>
                {words('dialogs.import.synthetic', { name: words(`dialogs.import.climates.${name}`) })}
              </option>
            ))}
          </select>
        </>
      )}
      <label className={`button file ${offer === null ? 'primary' : ''}`}>
        <span>{words(offer === null ? 'dialogs.import.choose' : 'dialogs.import.chooseOthers')}</span>
        <input
          type="file"
          multiple
          accept=".json,.geojson,.epw,.csv,.xml,.dss,application/json,application/geo+json,text/csv"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            if (files.length > 0) host.bring(files, wishesOf(climate));
          }}
        />
      </label>
    </div>
  );
}
