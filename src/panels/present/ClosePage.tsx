import { useState } from 'react';
import { scenarioOf, useAppParts, useAppState, useAppStore, useWords } from '../../state';
import {
  bringsCars,
  carriedAlong,
  lacksPetrol,
  linkOfWorkshop,
  shareOf,
  type CarriedAlong,
  type PresentState,
} from '../../state/present';
import { handFocus } from '../parts/handFocus';
import { PastRecordButton, RecordButton, useVersion } from './RecordButton';
import { LargeCode, ScanCode } from './ScanCode';
import {
  changeText,
  figureText,
  investmentText,
  useBaselineFigures,
  useFigures,
  useInvested,
  useRunner,
  useSay,
} from './usePresent';
import { ColumnHeads } from '../parts/ColumnHeads';
import { Scroll } from '../parts/Scroll';

/** What was seen, the way to see it again at home, and what the room takes on. */
export function ClosePage({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const runner = useRunner();
  const link = useAppState((state) => linkOfWorkshop(state, location.href));
  const store = useAppStore();
  useAppParts((state) => [state.history.present, state.present?.scenarioId]);
  const along = carriedAlong(store.getState());
  const [shows, setShows] = useState(false);
  const [isLarge, setIsLarge] = useState(false);
  const isShown = shows || (along.corrections === 0 && along.texts.length === 0);
  const large = () => {
    setIsLarge(true);
    handFocus('.present-code .button');
  };
  const back = () => {
    setIsLarge(false);
    handFocus('.present-scan .button');
  };
  if (isLarge && isShown) return <LargeCode link={link} onBack={back} />;
  return (
    <div className="present-close">
      <div>
        <Summary present={present} />
        <label className="present-commitments">
          <strong>{words('present.commitments')}</strong>
          <Commitments present={present} />
        </label>
      </div>
      <div>
        {isShown ? (
          <ScanCode link={link} onLarge={large} />
        ) : (
          <Along along={along} onShow={() => setShows(true)} />
        )}
        <RecordButton present={present} link={isShown ? link : ''} />
        {runner.past === null ? null : <PastRecordButton past={runner.past} />}
      </div>
      <Limits />
    </div>
  );
}

function Summary({ present }: { readonly present: PresentState }) {
  const language = useAppState((state) => state.language);
  const words = useWords();
  const say = useSay();
  const runner = useRunner();
  const scenario = useAppState((state) => scenarioOf(state, present.scenarioId));
  const now = useFigures(present.scenarioId);
  const today = useBaselineFigures();
  if (scenario === undefined) return null;
  const moved = present.session.levers.filter((lever) => shareOf(lever, scenario) > 0);
  const starred = bringsCars(scenario) && present.session.kpis.some(({ id }) => lacksPetrol(id));
  return (
    <>
      <p data-testid="summary-levers">
        {moved.length === 0
          ? words('present.noLever')
          : moved.map((lever) => runner.leverWords(lever, scenario)).join(' · ')}
        {starred ? <span className="muted"> (* {words('present.withoutPetrol')})</span> : null}
      </p>
      <Scroll label={words('present.figures')}>
        <table className="present-table stacked" data-testid="summary">
          <ColumnHeads of={['present.figure', 'present.today', 'present.then', 'present.change']} />
          <tbody>
            {present.session.kpis.map(({ id, words: name }, row) => (
              <tr key={id}>
                <th scope="row">{say(name)}</th>
                <td data-head={words('present.today')}>
                  {today[row] === undefined ? '–' : figureText(today[row], language)}
                </td>
                <td data-head={words('present.then')}>
                  {now[row] === undefined ? '–' : figureText(now[row], language)}
                </td>
                <td data-head={words('present.change')}>
                  {now[row] === undefined ? '' : changeText(today[row], now[row], language)}
                  {bringsCars(scenario) && lacksPetrol(id) ? ' *' : ''}
                </td>
              </tr>
            ))}
            <InvestedRows />
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

/** What it costs once, and the part of the grid, which everybody pays through charges. */
function InvestedRows() {
  const language = useAppState((state) => state.language);
  const words = useWords();
  const invested = useInvested();
  if (invested === null || invested.typicalEur === 0) return null;
  const rows = [
    ['present.invested', invested.typicalEur],
    ...(invested.gridEur > 0 ? ([['present.investedGrid', invested.gridEur]] as const) : []),
  ] as const;
  return rows.map(([name, eur]) => (
    <tr key={name} data-row={name}>
      <th scope="row">{words(name)}</th>
      <td data-head={words('present.today')}>–</td>
      <td data-head={words('present.then')}>{investmentText(eur, language)}</td>
      <td data-head={words('present.change')} />
    </tr>
  ));
}

function Commitments({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const runner = useRunner();
  return (
    <textarea
      rows={2}
      maxLength={4000}
      placeholder={words('present.commitmentsHint')}
      aria-label={words('present.commitments')}
      value={present.commitments}
      onChange={(event) => runner.setCommitments(event.target.value)}
    />
  );
}

/** What would go to every phone of the room, before it can. */
function Along({ along, onShow }: { readonly along: CarriedAlong; readonly onShow: () => void }) {
  const words = useWords();
  return (
    <section className="present-scan" data-testid="along">
      <h3>{words('present.alongTitle')}</h3>
      <ul>
        {along.corrections === 0 ? null : (
          <li>{words('present.alongCorrections', { count: along.corrections })}</li>
        )}
        {along.texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>{words('present.alongText')}</p>
      <button type="button" className="button" onClick={onShow}>
        {words('present.alongShow')}
      </button>
    </section>
  );
}

function Limits() {
  const words = useWords();
  const version = useVersion();
  return (
    <section className="present-limits">
      <p>
        <strong>{words('present.limits')}</strong> {words('present.limitsText')}{' '}
        <span className="muted" data-testid="model-version">
          {words('present.model', { version })}
        </span>
      </p>
    </section>
  );
}
