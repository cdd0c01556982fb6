import { lazy, useMemo, useState } from 'react';
import { useAppState, useWords } from '../../state';
import { shippedSession } from '../../state/present';
import { writeSessionFile } from '../../io/sessionFile';
import type { Issue } from '../../model/outcome';
import { Icon } from '../parts/Icon';
import { downloadText } from '../parts/download';
import { Dialog } from '../parts/Dialog';
import { LazyPart } from '../parts/LazyPart';
import { PastRecordButton } from './RecordButton';
import { Refused } from './Refused';
import { useRunner, useSay } from './usePresent';

const PreparePage = lazy(() => import('./prepare/PreparePage'));

/** The second click: the session that comes with the app, or one from a file. */
export function StartCard() {
  const words = useWords();
  const say = useSay();
  const runner = useRunner();
  const phase = useAppState((state) => state.phase);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [prepares, setPrepares] = useState(false);
  const session = useMemo(() => shippedSession(), []);
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    void file.text().then(
      (text) => setIssues(runner.open(text, file.name)),
      (error: unknown) => setIssues([unreadable(file.name, error)]),
    );
  };
  if (!session.ok) return null;
  const { title, question, levers, kpis, agenda } = session.value;
  const minutes = agenda.reduce((sum, step) => sum + step.minutes, 0);
  return (
    <section className="panel present-side present-start" aria-label={words('present.session')}>
      <h2>{say(title)}</h2>
      <p>{say(question)}</p>
      <p className="muted">
        {words('present.startText', { levers: levers.length, kpis: kpis.length, minutes })}
      </p>
      <button
        type="button"
        className="button primary present-begin"
        disabled={phase !== 'ready'}
        onClick={() => runner.start(session.value)}
      >
        <Icon name="play" />
        {words('present.start')}
      </button>
      <button type="button" className="button" disabled={phase !== 'ready'} onClick={() => setPrepares(true)}>
        <Icon name="edit" />
        {words('prepare.open')}
      </button>
      <label className="button file">
        <Icon name="upload" />
        {words('present.openFile')}
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      <button
        type="button"
        className="button"
        onClick={() =>
          downloadText('streets.session.json', writeSessionFile(session.value), 'application/json')
        }
      >
        <Icon name="download" />
        {words('present.saveFile')}
      </button>
      {runner.past === null ? null : <PastRecordButton past={runner.past} />}
      {prepares ? (
        <Dialog title={words('prepare.title')} wide onClose={() => setPrepares(false)}>
          <LazyPart fallback={<p role="status">…</p>}>
            <PreparePage
              session={session.value}
              takeText={words('prepare.start')}
              onTake={(prepared) => {
                setPrepares(false);
                runner.start(prepared);
                return [];
              }}
            />
          </LazyPart>
        </Dialog>
      ) : null}
      {issues.length === 0 ? null : <Refused issues={issues} title={words('present.refused')} />}
    </section>
  );
}

const unreadable = (source: string, error: unknown): Issue => ({
  ...{ severity: 'error', code: 'file-unreadable', source },
  message: `${source} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
  remedy: 'Check the file and try again.',
});
