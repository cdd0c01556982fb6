import { memo, useEffect, useMemo, useRef, useState, type SyntheticEvent } from 'react';
import type { OneLineGrid } from '../../geometry/oneLine';
import { runOf, shownId, useActions, useAppParts, useAppState, useAppStore, useSpeech } from '../../state';
import { wordOf } from '../../state/display';
import { isHidden } from '../../state/present';
import { oneLineClasses, type OneLineClasses } from '../../state/view/oneLine';
import { useTheme } from '../parts/theme';
import { DrawingTools } from './DrawingTools';
import { entryOfSelection, type Drawing, type Entry } from './entries';
import { EntryMark } from './EntryMark';
import { coloursOf } from './look';
import { markedEntries, type EntryMarked } from './marks';
import { detailAt } from './stretch';
import { useEnter } from './useEnter';
import { useTreeKeys } from './useTreeKeys';
import { useViewport } from './useViewport';
import { boxOf, touches } from './viewport';
import { useAtRest } from './useAtRest';

interface CanvasProps {
  readonly grid: OneLineGrid;
  readonly drawing: Drawing;
  readonly helpId: string;
}

/** The drawing itself: a tree for the keyboard, moved by pointer and buttons; only what is in sight exists. */
export function DrawingCanvas({ grid, drawing, helpId }: CanvasProps) {
  const { words } = useSpeech();
  const actions = useActions();
  const enter = useEnter(grid, drawing.diagram.place);
  const host = useRef<HTMLDivElement>(null);
  const classes = useClasses(grid);
  const selection = useAppState((state) => state.selection);
  const selected = selection === null ? -1 : entryOfSelection(drawing, grid, selection);
  const [focus, setFocus] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const active = drawing.entryOf.get(focus ?? '') ?? Math.max(selected, 0);
  const activeEntry = drawing.entries[active]!;
  const { widthPx, heightPx } = drawing.metrics;
  const key = JSON.stringify(drawing.diagram.place);
  const shown = focus === null && selected < 0 ? null : { key: activeEntry.key, box: activeEntry.box };
  const moves = useViewport(host, { key, width: widthPx, height: heightPx }, shown);
  const { view } = moves;
  const rest = useAtRest(moves, drawing);

  // What is selected elsewhere takes the place of what had the focus here.
  const [lastSelected, setLastSelected] = useState(selected);
  if (selected !== lastSelected) {
    setLastSelected(selected);
    if (selected >= 0) setFocus(null);
  }

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    host.current
      ?.querySelector<SVGGElement>('[role="treeitem"][tabindex="0"]')
      ?.focus({ preventScroll: true });
  });
  const moveTo = (entryKey: string) => {
    wantsFocus.current = true;
    setFocus(entryKey);
  };
  const onKeyDown = useTreeKeys({ grid, drawing, active, moveTo, enter, moves });

  const entryAt = (event: SyntheticEvent): Entry | undefined => {
    const found = (event.target as Element).closest('[data-key]')?.getAttribute('data-key');
    return drawing.entries[drawing.entryOf.get(found ?? '') ?? -1];
  };
  return (
    <div className="one-line-canvas">
      <div
        ref={host}
        role="tree"
        className="one-line-drawing"
        aria-label={words('oneLine.tree', { place: drawing.diagram.place?.id ?? words('oneLine.primary') })}
        aria-describedby={helpId}
        data-detail={detailAt(rest.scale)}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const entry = entryAt(event);
          // Under a pointer nothing may move before it is lifted.
          if (moves.isPressed() || entry === undefined || entry.key === activeEntry.key) return;
          setFocus(entry.key);
        }}
        onClick={(event) => {
          const entry = moves.wasDragged() ? undefined : entryAt(event);
          if (entry === undefined) return;
          moveTo(entry.key);
          moves.stay(entry.key);
          actions.setOneLineAt(drawing.diagram.place);
          if (entry.target !== null) actions.select(entry.target, true);
        }}
        onDoubleClick={(event) => {
          const inside = entryAt(event)?.enters ?? null;
          if (inside !== null) enter(inside);
        }}
        {...moves.handlers}
      >
        <div
          className="one-line-moved"
          style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale / rest.scale})` }}
        >
          <svg role="presentation">
            <g transform={`scale(${rest.scale})`}>
              <Entries
                grid={grid}
                drawing={drawing}
                classes={classes}
                windowKey={rest.windowKey}
                active={active}
                selected={selected}
              />
            </g>
          </svg>
        </div>
      </div>
      <DrawingTools moves={moves} drawing={drawing} classes={classes} />
    </div>
  );
}

/** Classes of the hour on screen; made anew with whatever they hang on, and with nothing else. */
function useClasses(grid: OneLineGrid): OneLineClasses {
  const store = useAppStore();
  const values = useAppParts((state) => [
    state.step,
    shownId(state),
    runOf(state, shownId(state)).result,
    state.weeks[shownId(state)],
    state.weeks['baseline'],
    state.variable,
    state.classFilter,
    state.evidenceAttribute,
    state.history.present.baseEdits,
    isHidden(state),
  ]);
  return useMemo(() => {
    void values;
    return oneLineClasses(store.getState(), grid);
  }, [values, store, grid]);
}

interface EntriesProps {
  readonly grid: OneLineGrid;
  readonly drawing: Drawing;
  readonly classes: OneLineClasses;
  readonly windowKey: string;
  readonly active: number;
  readonly selected: number;
}

/** Not drawn anew while the drawing is merely moved: then only the frame around it changes. */
const Entries = memo(function Entries({ grid, drawing, classes, windowKey, active, selected }: EntriesProps) {
  const theme = useTheme();
  const speech = useSpeech();
  const variable = useAppState((state) => state.variable);
  const group = useAppState((state) => state.marked);
  const marks = useMemo(() => markedEntries(drawing, grid, group), [drawing, grid, group]);
  const colours = useMemo(() => coloursOf(variable, theme), [variable, theme]);
  const inSight = useMemo(() => {
    const frame = boxOf(windowKey);
    return drawing.entries.flatMap(({ reach }, row) => (touches(reach, frame) ? [row] : []));
  }, [drawing, windowKey]);
  const rows = inSight.includes(active) ? inSight : [...inSight, active].sort((a, b) => a - b);
  const nameOf = (entry: Entry, row: number): string => {
    const percent = classes.branchPercent[entry.branchRow] ?? Number.NaN;
    if (row !== active || Number.isNaN(percent)) return entry.text.name;
    return speech.words('oneLine.now', {
      name: entry.text.name,
      value: speech.percent(percent),
      word: wordOf('loading', percent, speech.language),
    });
  };
  const markedName = (name: string, marked: EntryMarked): string =>
    marked === null ? name : speech.words(`oneLine.marked.${marked}`, { name });
  return rows.map((row) => {
    const entry = drawing.entries[row]!;
    return (
      <EntryMark
        key={entry.key}
        entry={entry}
        look={entry.lookAt(classes)}
        colours={colours}
        showsVoltage={variable === 'voltage'}
        isSelected={row === selected}
        marked={marks[row]!}
        isActive={row === active}
        name={markedName(nameOf(entry, row), marks[row]!)}
      />
    );
  });
});
