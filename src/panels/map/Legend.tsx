import { useId } from 'react';
import { EVIDENCE_ATTRIBUTES, type EvidenceAttribute } from '../../model/building';
import { shownId, useActions, useAppState } from '../../state';
import { classColour, VARIABLE_DEFINITIONS, type ClassDefinition, type Variable } from '../../state/display';
import { ATTRIBUTE_WORDS, legendCounts, MAP_VARIABLES } from '../../state/view';
import { IconButton } from '../parts/IconButton';
import { useTheme } from '../parts/theme';
import { useLegendOpen } from './useLegendOpen';
import { useStableCounts } from './useStableCounts';

function limits({ from, to }: ClassDefinition, category: boolean): string {
  if (category) return '';
  const signed = (value: number) => String(value).replace('-', '−');
  if (from === undefined) return `< ${signed(to ?? 0)}`;
  if (to === undefined) return `≥ ${signed(from)}`;
  // Beside a minus a dash would be read as one more.
  return from < 0 ? `${signed(from)} to ${signed(to)}` : `${from}–${to}`;
}

/** What the colours mean, how many elements have each; a class narrows map and table to itself. */
export function Legend() {
  const variable = useAppState((state) => state.variable);
  const actions = useActions();
  const theme = useTheme();
  const [open, setOpen] = useLegendOpen();
  const chooser = useId();
  const body = useId();
  return (
    <section className="legend" aria-label="Legend">
      <div className="legend-title">
        <label className="hidden" htmlFor={chooser}>
          Variable on the map
        </label>
        <select
          id={chooser}
          value={variable}
          onChange={(event) => actions.setVariable(event.target.value as Variable)}
        >
          {MAP_VARIABLES.map((one) => (
            <option key={one} value={one}>
              {withUnit(one)}
            </option>
          ))}
        </select>
        <IconButton
          icon={open ? 'minus' : 'plus'}
          label={open ? 'Fold the legend' : 'Unfold the legend'}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
        />
      </div>
      <div id={body}>
        {open ? (
          <Classes variable={variable} />
        ) : (
          <div className="legend-strip" aria-hidden="true">
            {VARIABLE_DEFINITIONS[variable].classes.map(({ word }, index) => (
              <span key={word} style={{ backgroundColor: classColour(variable, index, theme) }} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

const withUnit = (variable: Variable) => {
  const { title, unit } = VARIABLE_DEFINITIONS[variable];
  return unit === '' ? title : `${title}, ${unit}`;
};

function Classes({ variable }: { readonly variable: Variable }) {
  const filter = useAppState((state) => state.classFilter);
  const counts = useStableCounts(useAppState((state) => legendCounts(state)?.join(' ') ?? ''));
  const actions = useActions();
  const theme = useTheme();
  const { classes, kind } = VARIABLE_DEFINITIONS[variable];
  const most = Math.max(1, ...counts);
  return (
    <>
      {variable === 'evidence' ? <Attribute /> : null}
      <ul>
        {classes.map((one, index) => (
          <li key={one.word}>
            <button
              type="button"
              className="legend-class"
              aria-pressed={filter === index}
              onClick={() => actions.filterByClass(index)}
              title={`Show only: ${one.word}`}
            >
              <span className="swatch" style={{ backgroundColor: classColour(variable, index, theme) }} />
              <span className="word">{one.word}</span>
              <span className="limits">{limits(one, kind === 'category')}</span>
              <span className="number">
                {counts[index] ?? '–'}
                <span className="histogram">
                  <span style={{ width: `${((counts[index] ?? 0) / most) * 100}%` }} />
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Foot variable={variable} missing={counts[classes.length] ?? 0} />
    </>
  );
}

function Attribute() {
  const attribute = useAppState((state) => state.evidenceAttribute);
  const actions = useActions();
  return (
    <label className="legend-title">
      <span>Attribute</span>
      <select
        value={attribute}
        onChange={(event) => actions.setEvidenceAttribute(event.target.value as EvidenceAttribute)}
      >
        {EVIDENCE_ATTRIBUTES.map((one) => (
          <option key={one} value={one}>
            {ATTRIBUTE_WORDS[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Elements without a number, and what one must know to read the colours: one line. */
function Foot({ variable, missing }: { readonly variable: Variable; readonly missing: number }) {
  const scene = useAppState((state) => state.look === 'scene' && state.view === 'map');
  const ofBaseline = useAppState((state) => shownId(state) === 'baseline');
  const note = scene
    ? 'seen in the Data look'
    : variable === 'difference' && ofBaseline
      ? 'the baseline itself'
      : 'same scale in all';
  return (
    <p
      className="legend-foot"
      title={`Limits: ${VARIABLE_DEFINITIONS[variable].source}. The scale is the same in every scenario; the counts are those of the hour on screen.`}
    >
      <span className="swatch no-data" /> no data {missing} · {note}
    </p>
  );
}
