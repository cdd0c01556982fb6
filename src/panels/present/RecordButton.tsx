import { useAppState, useAppStore, useWords } from '../../state';
import {
  recordBeside,
  recordHtml,
  type Figure,
  type PastSession,
  type PresentState,
} from '../../state/present';
import { downloadText, fileNameOf } from '../parts/download';
import { Icon } from '../parts/Icon';
import { figureText, useBaselineFigures, useFigures, useSay } from './usePresent';

/** Version of the model that the years on screen were computed by. */
export const useVersion = (): string =>
  useAppState(
    (state) => Object.values(state.runs).find((run) => run.result !== null)?.result?.engineVersion ?? '',
  );

/** The record as a file, as of now. */
export function RecordButton({ present, link }: { readonly present: PresentState; readonly link: string }) {
  const words = useWords();
  const after = useFigures(present.scenarioId);
  const before = useBaselineFigures();
  const save = useSave();
  const store = useAppStore();
  const take = () => save({ present, before, after, beside: recordBeside(store.getState(), present) }, link);
  return (
    <button type="button" className="button primary" onClick={take}>
      <Icon name="download" />
      {words('present.record')}
    </button>
  );
}

/** That of the session that has ended last, as of its end. */
export function PastRecordButton({ past }: { readonly past: PastSession }) {
  const words = useWords();
  const save = useSave();
  return (
    <button type="button" className="button" onClick={() => save(past, '')}>
      <Icon name="download" />
      {words('present.pastRecord')}
    </button>
  );
}

function useSave(): (session: PastSession, link: string) => void {
  const language = useAppState((state) => state.language);
  const words = useWords();
  const say = useSay();
  const version = useVersion();
  const text = (figure: Figure | undefined) => (figure === undefined ? '–' : figureText(figure, language));
  return ({ present, before, after, beside }, link) => {
    const { session } = present;
    const figures = session.kpis.map(({ words: name }, row) => ({
      name: say(name),
      before: text(before[row]),
      after: text(after[row]),
    }));
    const title = say(session.title);
    const html = recordHtml({ words, language, title, present, figures, beside, link, version });
    downloadText(`${fileNameOf(session.id, 'record')}.html`, html, 'text/html');
  };
}
