import { useRef, useState } from 'react';
import { readU4sscFile, writeU4sscFile } from '../../io/u4sscFile';
import type { Issue } from '../../model/outcome';
import { useActions, useAppState, useWords } from '../../state';
import { wishesOf } from '../../state/scorecard/scorecard';
import { IssueTable } from '../dialogs/ImportDialog';
import { downloadText } from '../parts/download';
import { IconButton } from '../parts/IconButton';

/** Targets and inputs as the file that the command line reads, out and in. */
export function ScorecardFile() {
  const actions = useActions();
  const words = useWords();
  const wishes = useAppState(wishesOf);
  const picker = useRef<HTMLInputElement>(null);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const load = async (file: File) => {
    const read = readU4sscFile(await file.text(), file.name);
    setIssues(read.issues);
    if (read.ok) actions.setScorecard(read.value);
  };
  return (
    <>
      <IconButton
        icon="download"
        label={words('scorecard.saveFile')}
        text={words('scorecard.file')}
        onClick={() => downloadText('u4ssc.json', writeU4sscFile(wishes), 'application/json')}
      />
      <IconButton
        icon="upload"
        label={words('scorecard.loadFile')}
        text={words('scorecard.file')}
        onClick={() => picker.current?.click()}
      />
      <input
        ref={picker}
        type="file"
        className="hidden"
        accept=".json,application/json"
        tabIndex={-1}
        aria-label={words('scorecard.loadFile')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void load(file);
        }}
      />
      {issues.length === 0 ? null : <IssueTable issues={issues} />}
    </>
  );
}
