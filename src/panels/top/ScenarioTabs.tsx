import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Scenario } from '../../model/scenario';
import { BASELINE_ID, runOf, scenariosOf, useActions, useAppState, useWords } from '../../state';
import { scenarioColour } from '../../state/display';
import { scenarioName } from '../../state/view';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';
import { useTheme } from '../parts/theme';

/** One tab a scenario, the baseline first; arrows move, a double click or F2 renames. */
export function ScenarioTabs({ onStories }: { readonly onStories: () => void }) {
  const scenarios = useAppState(scenariosOf);
  const activeId = useAppState((state) => state.activeId);
  const actions = useActions();
  const [renaming, setRenaming] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const overflows = useOverflow(list, `${activeId} ${scenarios.length}`);
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
      {overflows ? (
        <span className="button icon-only tab-list">
          <Icon name="down" />
          <select
            aria-label={words('top.tabs.all', { count: scenarios.length })}
            title={words('top.tabs.all', { count: scenarios.length })}
            value={activeId}
            onChange={(event) => actions.showScenario(event.target.value)}
          >
            {scenarios.map((scenario) => (
              <option key={scenario.id} value={scenario.id}>
                {scenarioName(scenario, words)}
              </option>
            ))}
          </select>
        </span>
      ) : null}
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
  const colour = scenarioColour(row, theme);
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
      aria-controls="scenario-view"
      tabIndex={active ? 0 : -1}
      data-scenario={scenario.id}
      data-status={status}
      className="tab"
      title={name}
      onClick={() => actions.showScenario(scenario.id)}
      onDoubleClick={scenario.id === BASELINE_ID ? undefined : onRename}
    >
      <span className="swatch" style={{ backgroundColor: colour }} />
      <span className="tab-name">{name}</span>
    </button>
  );
}

/** Whether there are more tabs than room; keeps the open one in sight and marks the ends beyond which there are more. */
function useOverflow(list: RefObject<HTMLDivElement | null>, version: string): boolean {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const frame = list.current;
    if (frame === null) return;
    const mark = () => {
      const { scrollLeft, scrollWidth, clientWidth } = frame;
      const before = scrollLeft > 1;
      const after = scrollLeft + clientWidth < scrollWidth - 1;
      frame.dataset['more'] = `${before ? 'before' : ''} ${after ? 'after' : ''}`.trim();
    };
    const watch = new ResizeObserver(() => {
      const active = frame.querySelector('[aria-selected="true"]');
      if (active !== null) scrollToFace(active);
      setOverflows(frame.scrollWidth > frame.clientWidth + 1);
      mark();
    });
    watch.observe(frame);
    for (const face of frame.children) watch.observe(face);
    frame.addEventListener('scroll', mark, { passive: true });
    return () => {
      watch.disconnect();
      frame.removeEventListener('scroll', mark);
    };
  }, [list, version]);
  return overflows;
}

/** Room beside the open tab for the fading of its neighbour. */
const FADE_PX = 18;

/** Not by scrollIntoView: that also moves the place from which Tab goes on, past the way to the main part and the modes. */
function scrollToFace(face: Element): void {
  const list = face.closest('[role="tablist"]');
  if (list === null) return;
  const [own, frame] = [face.getBoundingClientRect(), list.getBoundingClientRect()];
  list.scrollLeft +=
    Math.min(0, own.left - FADE_PX - frame.left) + Math.max(0, own.right + FADE_PX - frame.right);
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
  const name = scenarioName(scenario, words);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <input
      ref={field}
      className="rename"
      aria-label={words('top.tabs.newName', { name })}
      defaultValue={name}
      maxLength={60}
      onBlur={(event) => onDone(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone(event.currentTarget.value);
        if (event.key === 'Escape') onDone(null);
      }}
    />
  );
}
