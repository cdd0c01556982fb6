import { useEffect, useMemo, useState } from 'react';
import type { Issue } from '../../model/outcome';
import type { MeasureType, Scenario } from '../../model/scenario';
import { pathYears } from '../../scenario';
import { useActions, useAppState, useWords } from '../../state';
import { measureWords, storyName, storyText, type Language } from '../../words';
import { Dialog } from '../parts/Dialog';
import { IssueTable } from './ImportDialog';

interface StoriesDialogProps {
  readonly load: () => Promise<readonly Scenario[]>;
  readonly onClose: () => void;
}

/** Ready-made stories, each a sentence; one click puts one beside the baseline. */
export function StoriesDialog({ load, onClose }: StoriesDialogProps) {
  const words = useWords();
  const [stories, setStories] = useState<readonly Scenario[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    load().then(setStories, (error: unknown) =>
      setFailure(error instanceof Error ? error.message : String(error)),
    );
  }, [load]);
  return (
    <Dialog title={words('dialogs.stories.title')} onClose={onClose} wide>
      <p className="muted">{words('dialogs.stories.lead')}</p>
      {failure === null ? null : (
        <p className="callout">{words('dialogs.stories.notRead', { why: failure })}</p>
      )}
      {stories === null && failure === null ? (
        <p className="muted">{words('dialogs.stories.reading')}</p>
      ) : null}
      <ul className="stories">
        {stories?.map((story) => (
          <Story key={story.id} story={story} onAdded={onClose} />
        ))}
      </ul>
    </Dialog>
  );
}

function Story({ story, onAdded }: { readonly story: Scenario; readonly onAdded: () => void }) {
  const actions = useActions();
  const words = useWords();
  const language = useAppState((state) => state.language);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const isThere = useAppState((state) =>
    state.history.present.scenarios.some(({ name }) => name === story.name),
  );
  const name = storyName(language, story);
  const years = pathYears(story);
  const measures = useMemo(
    () => [...new Set(story.measures.map(({ type }) => nameOf(type, language)))].join(', '),
    [story, language],
  );
  const add = () => {
    const refused = actions.addStory(story);
    setIssues(refused);
    if (refused.length === 0) onAdded();
  };
  return (
    <li className="story" data-story={story.id}>
      <div>
        <h3>{name}</h3>
        <p>{storyText(language, story.description)}</p>
        <p className="muted small-text">
          {words('dialogs.stories.years', {
            measures: measures === '' ? words('dialogs.stories.nothing') : measures,
            from: years[0] ?? '',
            to: years.at(-1) ?? '',
          })}
        </p>
        {issues.length === 0 ? null : <IssueTable issues={issues} />}
      </div>
      <button type="button" className="button" onClick={add}>
        {words(isThere ? 'dialogs.stories.addAgain' : 'dialogs.stories.add')}
        <span className="hidden"> {name}</span>
      </button>
    </li>
  );
}

/** Within a sentence: German nouns keep their capital. */
function nameOf(type: MeasureType, language: Language): string {
  const { label } = measureWords(language, type);
  return language === 'en' ? label.toLowerCase() : label;
}
