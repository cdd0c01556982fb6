import { useActions, useAppState, type Look, type ThemeChoice } from '../../state';
import { Choice } from '../parts/Choice';
import { IconButton } from '../parts/IconButton';
import { RunState } from './RunState';
import { ScenarioTabs } from './ScenarioTabs';

export type OpenDialog = 'compare' | 'help' | 'history' | 'import' | 'projects' | 'share' | 'stories' | null;

const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const satisfies Record<
  ThemeChoice,
  ThemeChoice
>;
const THEME_ICONS = { system: 'auto', light: 'sun', dark: 'moon' } as const;

export function TopBar({ onOpen }: { readonly onOpen: (dialog: OpenDialog) => void }) {
  const actions = useActions();
  const undoName = useAppState((state) => state.history.past.at(-1)?.name);
  const redoName = useAppState((state) => state.history.future[0]?.name);
  const stepS = useAppState((state) => state.stepS);
  const look = useAppState((state) => state.look);
  const theme = useAppState((state) => state.theme);
  return (
    <header className="top-bar">
      <h1>
        <svg className="logo" viewBox="0 0 20 20" width="22" height="22" aria-hidden="true">
          <path d="M3 17V8l4-2v11M7 17V3l5 2v12M12 17v-7l5 2v5M2 17h16" />
        </svg>
        Gridtwin
      </h1>
      <ScenarioTabs onStories={() => onOpen('stories')} />
      <div className="cluster">
        <IconButton
          icon="undo"
          label={undoName === undefined ? 'Nothing to undo' : `Undo: ${undoName}`}
          aria-disabled={undoName === undefined}
          onClick={() => actions.undo()}
        />
        <IconButton
          icon="redo"
          label={redoName === undefined ? 'Nothing to redo' : `Redo: ${redoName}`}
          aria-disabled={redoName === undefined}
          onClick={() => actions.redo()}
        />
        <IconButton icon="history" label="History and bookmarks" onClick={() => onOpen('history')} />
      </div>
      <RunState />
      <div className="cluster end">
        <Choice<3600 | 900>
          label="Length of a step"
          value={stepS}
          options={[
            { value: 3600, label: '1 h', title: 'Hourly means; voltages are a screening' },
            { value: 900, label: '15 min', title: 'Four times the work' },
          ]}
          onChange={(value) => actions.setStepLength(value)}
        />
        <Choice<Look>
          label="Look of the map"
          value={look}
          options={[
            { value: 'scene', label: 'Scene', title: 'Materials, sun and shadows' },
            { value: 'data', label: 'Data', title: 'Only the data carries colour' },
          ]}
          onChange={(value) => actions.setLook(value)}
        />
        <IconButton
          icon="compare"
          label="Compare scenarios"
          text="Compare"
          onClick={() => onOpen('compare')}
        />
        <IconButton icon="share" label="Share by link" text="Share" onClick={() => onOpen('share')} />
        <IconButton icon="folder" label="Projects kept in this browser" onClick={() => onOpen('projects')} />
        <IconButton icon="upload" label="Import a district" text="Import" onClick={() => onOpen('import')} />
        <IconButton
          icon={THEME_ICONS[theme]}
          label={`Colours: ${theme === 'system' ? 'as the system' : theme}; change to ${NEXT_THEME[theme]}`}
          onClick={() => actions.setTheme(NEXT_THEME[theme])}
        />
        <IconButton icon="help" label="Help and keys" onClick={() => onOpen('help')} />
      </div>
    </header>
  );
}
