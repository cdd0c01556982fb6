import {
  redoNameOf,
  undoNameOf,
  useActions,
  useAppState,
  useWords,
  type Mode,
  type ThemeChoice,
} from '../../state';
import { LANGUAGES, type Language } from '../../words';
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
  const undoName = useAppState(undoNameOf);
  const redoName = useAppState(redoNameOf);
  const theme = useAppState((state) => state.theme);
  const words = useWords();
  return (
    <header className="top-bar">
      <h1>
        <svg className="logo" viewBox="0 0 20 20" width="22" height="22" aria-hidden="true">
          <path d="M3 17V8l4-2v11M7 17V3l5 2v12M12 17v-7l5 2v5M2 17h16" />
        </svg>
        Gridtwin
      </h1>
      <ModeChoice />
      <ScenarioTabs onStories={() => onOpen('stories')} />
      <div className="cluster">
        <IconButton
          icon="undo"
          label={undoName === undefined ? words('top.nothingToUndo') : words('top.undo', { name: undoName })}
          aria-disabled={undoName === undefined}
          onClick={() => actions.undo()}
        />
        <IconButton
          icon="redo"
          label={redoName === undefined ? words('top.nothingToRedo') : words('top.redo', { name: redoName })}
          aria-disabled={redoName === undefined}
          onClick={() => actions.redo()}
        />
        <IconButton icon="history" label={words('top.history')} onClick={() => onOpen('history')} />
      </div>
      <RunState />
      <div className="cluster end">
        <IconButton
          icon="compare"
          label={words('top.compareTitle')}
          text={words('top.compare')}
          onClick={() => onOpen('compare')}
        />
        <IconButton
          icon="share"
          label={words('top.shareTitle')}
          text={words('top.share')}
          onClick={() => onOpen('share')}
        />
        <IconButton icon="folder" label={words('top.projects')} onClick={() => onOpen('projects')} />
        <IconButton
          icon="upload"
          label={words('top.importTitle')}
          text={words('top.import')}
          onClick={() => onOpen('import')}
        />
        <IconButton
          icon={THEME_ICONS[theme]}
          label={words('top.colours', {
            now: words(`top.themes.${theme}`),
            next: words(`top.nextThemes.${NEXT_THEME[theme]}`),
          })}
          onClick={() => actions.setTheme(NEXT_THEME[theme])}
        />
        <LanguageChoice />
        <IconButton icon="help" label={words('top.help')} onClick={() => onOpen('help')} />
      </div>
    </header>
  );
}

/** As small as a button: the two letters of the language in force. */
function LanguageChoice() {
  const words = useWords();
  const actions = useActions();
  const language = useAppState((state) => state.language);
  return (
    <select
      className="language"
      aria-label={words('top.language')}
      title={words('top.language')}
      value={language}
      onChange={(event) => void actions.setLanguage(event.target.value as Language)}
    >
      {LANGUAGES.map(({ value, label }) => (
        <option key={value} value={value} lang={value} title={label}>
          {value.toUpperCase()}
        </option>
      ))}
    </select>
  );
}

function ModeChoice() {
  const words = useWords();
  const actions = useActions();
  const mode = useAppState((state) => state.mode);
  return (
    <Choice<Mode>
      label={words('modes.label')}
      value={mode}
      options={[
        { value: 'plan', label: words('modes.plan'), title: words('modes.planTitle') },
        { value: 'building', label: words('modes.building'), title: words('modes.buildingTitle') },
        { value: 'present', label: words('modes.present'), title: words('modes.presentTitle') },
      ]}
      onChange={(value) => actions.setMode(value)}
    />
  );
}
