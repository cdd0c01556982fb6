import { useMemo, useState } from 'react';
import { encode } from 'uqr';
import { scenarioOf, useAppParts, useAppState, useAppStore, useWords } from '../../state';
import {
  carriedAlong,
  linkOfWorkshop,
  shareOf,
  type CarriedAlong,
  type PresentState,
} from '../../state/present';
import { Icon } from '../parts/Icon';
import { RecordButton, useVersion } from './RecordButton';
import { changeText, figureText, useBaselineFigures, useFigures, useRunner, useSay } from './usePresent';

/** What was seen, the way to see it again at home, and what the room takes on. */
export function ClosePage({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const link = useAppState((state) => linkOfWorkshop(state, location.href));
  const store = useAppStore();
  useAppParts((state) => [state.history.present, state.present?.scenarioId]);
  const along = carriedAlong(store.getState());
  const [shows, setShows] = useState(false);
  const isShown = shows || (along.corrections === 0 && along.texts.length === 0);
  return (
    <div className="present-close">
      <div>
        <Summary present={present} />
        <label className="present-commitments">
          <strong>{words('present.commitments')}</strong>
          <Commitments present={present} />
        </label>
        <RecordButton present={present} link={isShown ? link : ''} />
      </div>
      <div>{isShown ? <Scan link={link} /> : <Along along={along} onShow={() => setShows(true)} />}</div>
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
  return (
    <>
      <p data-testid="summary-levers">
        {moved.length === 0
          ? words('present.noLever')
          : moved.map((lever) => runner.leverWords(lever, scenario)).join(' · ')}
      </p>
      <table className="present-table" data-testid="summary">
        <tbody>
          {present.session.kpis.map(({ id, words: name }, row) => (
            <tr key={id}>
              <th scope="row">{say(name)}</th>
              <td>{today[row] === undefined ? '–' : figureText(today[row], language)}</td>
              <td>{now[row] === undefined ? '–' : figureText(now[row], language)}</td>
              <td>{now[row] === undefined ? '' : changeText(today[row], now[row], language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Commitments({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const runner = useRunner();
  return (
    <textarea
      rows={3}
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

/** The link as a picture for phones: black on white in either theme, as cameras want it. */
function Scan({ link }: { readonly link: string }) {
  const words = useWords();
  const [copied, setCopied] = useState('');
  const code = useMemo(() => codeOf(link), [link]);
  return (
    <section className="present-scan">
      <h3>{words('present.scan')}</h3>
      {code === null ? (
        <p>{words('present.qrTooLong')}</p>
      ) : (
        <svg
          role="img"
          aria-label={words('present.scan')}
          data-testid="qr"
          data-link={link}
          viewBox={`0 0 ${code.size} ${code.size}`}
          shapeRendering="crispEdges"
        >
          <rect width={code.size} height={code.size} fill="#fff" />
          <path d={code.path} fill="#000" />
        </svg>
      )}
      <p className="muted">{words('present.scanText')}</p>
      <button
        type="button"
        className="button"
        onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(link))}
      >
        <Icon name="copy" />
        {copied === link && link !== '' ? words('present.copied') : words('present.copyLink')}
      </button>
    </section>
  );
}

/** Modules of a code that holds the link, as one path; null where it does not fit (2,953 bytes at most). */
function codeOf(link: string): { readonly size: number; readonly path: string } | null {
  if (link.length > 2900) return null;
  const { data, size } = encode(link, { ecc: 'L', border: 4 });
  const path = data
    .flatMap((line, y) => line.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return { size, path };
}

function Limits() {
  const words = useWords();
  const version = useVersion();
  return (
    <section className="present-limits">
      <p>
        <strong>{words('present.limits')}</strong> {words('present.limitsText')}
      </p>
      <p className="muted" data-testid="model-version">
        {words('present.model', { version })}
      </p>
    </section>
  );
}
