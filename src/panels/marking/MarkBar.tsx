import { useEffect, useId, useState } from 'react';
import {
  runOf,
  shownId,
  useActions,
  useAppParts,
  useAppState,
  useSpeech,
  useWords,
  type MarkedKind,
  type MarkHow,
  type MarkTool,
} from '../../state';
import { selectorWords } from '../../words';
import { Choice } from '../parts/Choice';
import { IconButton } from '../parts/IconButton';
import { handFocusToBar } from './barFocus';
import { ApplyMeasure } from './ApplyMeasure';
import { CorrectMarked } from './CorrectMarked';
import { MarkedFigures } from './MarkedFigures';
import { QueryForm } from './QueryForm';
import { SavedSelections } from './SavedSelections';

const KINDS = ['building', 'transformer', 'line'] as const;
const TOOLS = ['pick', 'box', 'polygon', 'query'] as const;
const HOWS = ['only', 'add', 'takeAway', 'within'] as const;

/** The selection of several: how it is made, who is in it, and what can be done with them. */
export function MarkBar() {
  const heading = useId();
  const actions = useActions();
  const words = useWords();
  const marked = useAppState((state) => state.marked);
  useCounting();
  return (
    <section
      className={`mark-bar ${marked === null ? '' : 'filled'}`}
      aria-labelledby={heading}
      data-testid="mark-bar"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        actions.marks.setTool(null);
        handFocusToBar();
      }}
    >
      <header className="row">
        <h2 id={heading}>{words('marked.label')}</h2>
        <Tools />
        <IconButton
          icon="close"
          label={words('marked.close')}
          onClick={() => {
            actions.marks.close();
            handFocusToBar();
          }}
        />
      </header>
      <Task />
      <SavedSelections />
      {marked === null ? <p className="muted">{words('marked.none')}</p> : <Chosen />}
    </section>
  );
}

function Tools() {
  const actions = useActions();
  const words = useWords();
  const kind = useAppState((state) => state.markKind);
  const tool = useAppState((state) => state.markTool);
  return (
    <div className="row wrap mark-tools">
      <Choice<MarkedKind>
        label={words('marked.what')}
        value={kind}
        options={KINDS.map((value) => ({ value, label: words(`marked.kinds.${value}`) }))}
        onChange={(value) => actions.marks.setKind(value)}
      />
      <Choice<MarkTool | ''>
        label={words('marked.tool')}
        value={tool ?? ''}
        options={TOOLS.map((value) => ({
          value,
          label: words(`marked.tools.${value}`),
          title: words(`marked.toolTitles.${value}`),
        }))}
        onChange={(value) => actions.marks.setTool(value === '' ? null : value)}
      />
    </div>
  );
}

/** What the tool asks for, or how it is used. */
function Task() {
  const words = useWords();
  const tool = useAppState((state) => state.markTool);
  const isMap = useAppState((state) => state.view === 'map');
  const hasMarked = useAppState((state) => state.marked !== null);
  if (tool === null) return null;
  const text = tool === 'query' ? null : tool === 'pick' || isMap ? tool : 'table';
  return (
    <>
      {tool === 'query' ? <QueryForm /> : null}
      {tool === 'pick' || !hasMarked ? null : <Hows />}
      {text === null || (hasMarked && text !== 'table') ? null : (
        <p className="muted small-text">{words(`marked.hints.${text}`)}</p>
      )}
    </>
  );
}

function Hows() {
  const actions = useActions();
  const words = useWords();
  const how = useAppState((state) => state.markHow);
  return (
    <Choice<MarkHow>
      label={words('marked.hows')}
      value={how}
      options={HOWS.map((value) => ({ value, label: words(`marked.how.${value}`) }))}
      onChange={(value) => actions.marks.setHow(value)}
    />
  );
}

function Chosen() {
  const actions = useActions();
  const { words, language } = useSpeech();
  const marked = useAppState((state) => state.marked)!;
  /** A name that is being typed. */
  const [typed, setTyped] = useState<string | null>(null);
  const rename = () => {
    if (typed !== null) actions.marks.rename(typed);
    setTyped(null);
  };
  return (
    <div className="marked">
      <div className="row wrap">
        <b data-testid="marked-count">{words(`marked.count.${marked.kind}`, { count: marked.ids.length })}</b>
        <input
          type="text"
          className="marked-name"
          aria-label={words('marked.name')}
          placeholder={words('marked.namePlaceholder')}
          maxLength={60}
          value={typed ?? marked.name}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={rename}
          onKeyDown={(event) => {
            if (event.key === 'Enter') rename();
          }}
        />
        <button
          type="button"
          className="button"
          title={words('marked.saveTitle')}
          aria-disabled={(typed ?? marked.name).trim() === ''}
          data-part="save-selection"
          onClick={() => {
            actions.marks.save(typed ?? marked.name);
            setTyped(null);
          }}
        >
          {words('marked.save')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            actions.marks.clear();
            handFocusToBar();
          }}
        >
          {words('marked.clear')}
        </button>
        <span className="muted small-text marked-rule" title={words('marked.rule')}>
          {selectorWords(language, { rule: marked.rule }, marked.kind)}
        </span>
      </div>
      <MarkedFigures>
        <ApplyMeasure key={marked.kind} />
        <CorrectMarked />
      </MarkedFigures>
    </div>
  );
}

/** Counts the group again whenever it, the scenario on screen or a year has changed. */
function useCounting(): void {
  const actions = useActions();
  const parts = useAppParts((state) => [
    state.marked?.ids,
    shownId(state),
    runOf(state, shownId(state)).status,
    runOf(state, shownId(state)).result,
    runOf(state, 'baseline').result,
  ]);
  useEffect(() => {
    void parts;
    // A row of clicks is one question.
    const timer = setTimeout(() => void actions.marks.group.count(), 300);
    return () => clearTimeout(timer);
  }, [parts, actions]);
}
