import { useMemo, useState } from 'react';
import { useAppState, useSpeech, useWords } from '../../state';
import { shippedSession } from '../../state/present';
import { writeSessionFile } from '../../io/sessionFile';
import type { Issue } from '../../model/outcome';
import { issueWords } from '../../words';
import { Icon } from '../parts/Icon';
import { downloadText } from '../parts/download';
import { PastRecordButton } from './RecordButton';
import { useRunner, useSay } from './usePresent';

/** The second click: the session that comes with the app, or one from a file. */
export function StartCard() {
  const words = useWords();
  const say = useSay();
  const runner = useRunner();
  const phase = useAppState((state) => state.phase);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
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
      {issues.length === 0 ? null : <Refused issues={issues} />}
    </section>
  );
}

const unreadable = (source: string, error: unknown): Issue => ({
  ...{ severity: 'error', code: 'file-unreadable', source },
  message: `${source} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
  remedy: 'Check the file and try again.',
});

function Refused({ issues }: { readonly issues: readonly Issue[] }) {
  const { words, language } = useSpeech();
  return (
    <div className="callout bad" role="alert">
      <p>{words('present.refused')}</p>
      <ul>
        {issues.map(({ field, value, ...issue }, row) => (
          <li key={row}>
            {[field, value].filter(Boolean).join(' ')}: {issueWords(language, issue).message}{' '}
            {issueWords(language, issue).remedy}
          </li>
        ))}
      </ul>
    </div>
  );
}
