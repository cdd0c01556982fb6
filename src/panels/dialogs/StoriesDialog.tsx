import { useEffect, useMemo, useState } from 'react';
import { MEASURES } from '../../measures';
import type { Issue } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import { pathYears } from '../../scenario';
import { useActions, useAppState } from '../../state';
import { Dialog } from '../parts/Dialog';
import { IssueTable } from './ImportDialog';

interface StoriesDialogProps {
  readonly load: () => Promise<readonly Scenario[]>;
  readonly onClose: () => void;
}

/** Ready-made stories, each a sentence; one click puts one beside the baseline. */
export function StoriesDialog({ load, onClose }: StoriesDialogProps) {
  const [stories, setStories] = useState<readonly Scenario[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    load().then(setStories, (error: unknown) =>
      setFailure(error instanceof Error ? error.message : String(error)),
    );
  }, [load]);
  return (
    <Dialog title="Stories to start from" onClose={onClose} wide>
      <p className="muted">
        Paths to 2050, ready to run on the district on screen. Their shares by year are wishes to look at, not
        forecasts; every number can be changed afterwards.
      </p>
      {failure === null ? null : <p className="callout">The stories could not be read: {failure}</p>}
      {stories === null && failure === null ? <p className="muted">Reading the stories …</p> : null}
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
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const isThere = useAppState((state) =>
    state.history.present.scenarios.some(({ name }) => name === story.name),
  );
  const years = pathYears(story);
  const measures = useMemo(
    () => [...new Set(story.measures.map(({ type }) => MEASURES[type].label.toLowerCase()))].join(', '),
    [story],
  );
  const add = () => {
    const refused = actions.addStory(story);
    setIssues(refused);
    if (refused.length === 0) onAdded();
  };
  return (
    <li className="story" data-story={story.id}>
      <div>
        <h3>{story.name}</h3>
        <p>{story.description}</p>
        <p className="muted small-text">
          {measures === '' ? 'Nothing changes' : measures}; {years[0]} to {years.at(-1)}
        </p>
        {issues.length === 0 ? null : <IssueTable issues={issues} />}
      </div>
      <button type="button" className="button" onClick={add}>
        {isThere ? 'Add again' : 'Add'}
        <span className="hidden"> {story.name}</span>
      </button>
    </li>
  );
}
