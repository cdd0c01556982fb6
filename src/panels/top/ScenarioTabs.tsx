import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Scenario } from '../../model/scenario';
import { BASELINE_ID, runOf, scenariosOf, useActions, useAppState, useWords } from '../../state';
import { RAMPS } from '../../state/display';
import { scenarioName } from '../../state/view';
import { IconButton } from '../parts/IconButton';
import { useTheme } from '../parts/theme';

/** One tab a scenario, the baseline first; arrows move, a double click or F2 renames. */
export function ScenarioTabs({ onStories }: { readonly onStories: () => void }) {
  const scenarios = useAppState(scenariosOf);
  const activeId = useAppState((state) => state.activeId);
  const actions = useActions();
  const [renaming, setRenaming] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const words = useWords();
  const active = scenarios.find(({ id }) => id === activeId);
  const name = active === undefined ? words('top.tabs.theScenario') : scenarioName(active, words);

  const onKey = (event: KeyboardEvent) => {
    if (renaming !== null) return;
    const at = scenarios.findIndex(({ id }) => id === activeId);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'F2' && activeId !== BASELINE_ID) setRenaming(activeId);
    if (step === 0) return;
    event.preventDefault();
    const next = scenarios[(at + step + scenarios.length) % scenarios.length];
    if (next === undefined) return;
    actions.showScenario(next.id);
    list.current?.querySelector<HTMLElement>(`[data-scenario="${CSS.escape(next.id)}"]`)?.focus();
  };

  return (
    <div className="scenario-tabs">
      <div role="tablist" aria-label={words('top.tabs.label')} ref={list} onKeyDown={onKey} className="tabs">
        {scenarios.map((scenario, row) =>
          renaming === scenario.id ? (
            <RenameField
              key={scenario.id}
              scenario={scenario}
              onDone={(name) => {
                setRenaming(null);
                if (name !== null) actions.renameScenario(scenario.id, name);
              }}
            />
          ) : (
            <Tab
              key={scenario.id}
              scenario={scenario}
              row={row}
              active={scenario.id === activeId}
              onRename={() => setRenaming(scenario.id)}
            />
          ),
        )}
      </div>
      <IconButton
        icon="plus"
        label={words('top.tabs.newFrom', { name })}
        onClick={() => actions.createScenario(activeId)}
      />
      {activeId === BASELINE_ID ? null : (
        <IconButton
          icon="copy"
          label={words('top.tabs.duplicate', { name })}
          onClick={() => setRenaming(actions.duplicateScenario(activeId))}
        />
      )}
      <IconButton icon="story" label={words('top.tabs.story')} onClick={onStories} />
      {activeId === BASELINE_ID ? null : (
        <>
          <IconButton
            icon="edit"
            label={words('top.tabs.rename', { name })}
            onClick={() => setRenaming(activeId)}
          />
          <IconButton
            icon="close"
            label={words('top.tabs.remove', { name })}
            onClick={() => actions.removeScenario(activeId)}
          />
        </>
      )}
    </div>
  );
}

function Tab({
  scenario,
  row,
  active,
  onRename,
}: {
  readonly scenario: Scenario;
  readonly row: number;
  readonly active: boolean;
  readonly onRename: () => void;
}) {
  const actions = useActions();
  const theme = useTheme();
  const status = useAppState((state) => runOf(state, scenario.id).status);
  const colour = RAMPS.scenarios[theme][Math.min(row, 4)];
  const face = useRef<HTMLButtonElement>(null);
  const name = scenarioName(scenario, useWords());
  useEffect(() => {
    if (active && face.current !== null) scrollToFace(face.current);
  }, [active, name]);
  return (
    <button
      ref={face}
      type="button"
      role="tab"
      aria-selected={active}
      aria-controls="main-view"
      tabIndex={active ? 0 : -1}
      data-scenario={scenario.id}
      data-status={status}
      className="tab"
      onClick={() => actions.showScenario(scenario.id)}
      onDoubleClick={scenario.id === BASELINE_ID ? undefined : onRename}
    >
      <span className="swatch" style={{ backgroundColor: colour }} />
      <span className="tab-name">{name}</span>
    </button>
  );
}

/** Not by scrollIntoView: that also moves the place from which Tab goes on, past the way to the main part and the modes. */
function scrollToFace(face: Element): void {
  const list = face.closest('[role="tablist"]');
  if (list === null) return;
  const [own, frame] = [face.getBoundingClientRect(), list.getBoundingClientRect()];
  list.scrollLeft += Math.min(0, own.left - frame.left) + Math.max(0, own.right - frame.right);
}

function RenameField({
  scenario,
  onDone,
}: {
  readonly scenario: Scenario;
  readonly onDone: (name: string | null) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const words = useWords();
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <input
      ref={field}
      className="rename"
      aria-label={words('top.tabs.newName', { name: scenario.name })}
      defaultValue={scenario.name}
      maxLength={60}
      onBlur={(event) => onDone(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone(event.currentTarget.value);
        if (event.key === 'Escape') onDone(null);
      }}
    />
  );
}
