import { useState } from 'react';
import type { Session } from '../../../io/session';
import { writeSessionFile } from '../../../io/sessionFile';
import type { Issue } from '../../../model/outcome';
import { useWords } from '../../../state';
import { checkedSession } from '../../../state/present';
import { Tabs } from '../../compare/Tabs';
import { downloadText } from '../../parts/download';
import { Icon } from '../../parts/Icon';
import { Refused } from '../Refused';
import { AgendaPart } from './AgendaPart';
import { HeadPart } from './HeadPart';
import { LeversPart } from './LeversPart';
import { QuestionsPart } from './QuestionsPart';
import { useSessionDraft } from './useSessionDraft';

type Leaf = 'head' | 'levers' | 'questions' | 'agenda';

const PARTS = {
  head: HeadPart,
  levers: LeversPart,
  questions: QuestionsPart,
  agenda: AgendaPart,
} as const;

interface PrepareProps {
  readonly session: Session;
  /** What taking it does: start it, or go on with it. */
  readonly takeText: string;
  readonly onTake: (session: Session) => readonly Issue[];
}

/** A session by forms: every part of it, checked as a file is; nothing of it is taken before it is whole. */
export default function PreparePage({ session, takeText, onTake }: PrepareProps) {
  const words = useWords();
  const edit = useSessionDraft(session);
  const [leaf, setLeaf] = useState<Leaf>('head');
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const whenWhole = (act: (whole: Session) => readonly Issue[]) => {
    const checked = checkedSession(edit.draft);
    setIssues(checked.ok ? act(checked.value) : checked.issues);
  };
  const save = () =>
    whenWhole((whole) => {
      downloadText(`${whole.id}.session.json`, writeSessionFile(whole), 'application/json');
      return [];
    });
  const Part = PARTS[leaf];
  return (
    <div className="prepare" data-testid="prepare">
      <Tabs
        label={words('prepare.title')}
        tabs={(Object.keys(PARTS) as Leaf[]).map((id) => ({ id, label: words(`prepare.leaves.${id}`) }))}
        chosen={leaf}
        onChoose={setLeaf}
      >
        <div className="prepare-part">
          <Part edit={edit} />
        </div>
      </Tabs>
      {issues.length === 0 ? null : <Refused issues={issues} title={words('prepare.notWhole')} />}
      <div className="present-buttons prepare-end">
        <button type="button" className="button" disabled={!edit.canUndo} onClick={() => edit.undo()}>
          <Icon name="undo" />
          {words('present.undo')}
        </button>
        <button type="button" className="button" disabled={!edit.isChanged} onClick={() => edit.restore()}>
          <Icon name="reset" />
          {words('prepare.restore')}
        </button>
        <button type="button" className="button" onClick={save}>
          <Icon name="download" />
          {words('prepare.save')}
        </button>
        <button type="button" className="button primary" onClick={() => whenWhole(onTake)}>
          {takeText}
        </button>
      </div>
    </div>
  );
}
