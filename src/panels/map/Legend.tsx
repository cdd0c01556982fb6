import { EVIDENCE_ATTRIBUTES, type EvidenceAttribute } from '../../model/building';
import { shownId, useActions, useAppState } from '../../state';
import { classColour, VARIABLE_DEFINITIONS, type ClassDefinition, type Variable } from '../../state/display';
import { ATTRIBUTE_WORDS, legendCounts, MAP_VARIABLES } from '../../state/view';
import { useTheme } from '../parts/theme';
import { useStableCounts } from './useStableCounts';

function limits({ from, to }: ClassDefinition, category: boolean): string {
  if (category) return '';
  if (from === undefined) return `below ${to ?? ''}`;
  return to === undefined ? `from ${from}` : `${from} to ${to}`;
}

/** What the colours mean, how many elements have each; a class narrows map and table to itself. */
export function Legend() {
  const variable = useAppState((state) => state.variable);
  const filter = useAppState((state) => state.classFilter);
  const attribute = useAppState((state) => state.evidenceAttribute);
  const scene = useAppState((state) => state.look === 'scene' && state.view === 'map');
  const counts = useStableCounts(useAppState((state) => legendCounts(state)?.join(' ') ?? ''));
  const ofBaseline = useAppState((state) => shownId(state) === 'baseline');
  const actions = useActions();
  const theme = useTheme();
  const { unit, classes, kind, source } = VARIABLE_DEFINITIONS[variable];
  const most = Math.max(1, ...counts);
  const missing = counts[classes.length] ?? 0;
  return (
    <section className="legend" aria-label="Legend">
      <label className="legend-title">
        <span className="hidden">Variable on the map</span>
        <select value={variable} onChange={(event) => actions.setVariable(event.target.value as Variable)}>
          {MAP_VARIABLES.map((one) => (
            <option key={one} value={one}>
              {VARIABLE_DEFINITIONS[one].title}
            </option>
          ))}
        </select>
        <span className="unit">{unit}</span>
      </label>
      {variable === 'evidence' ? (
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
      ) : null}
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
              <span className="histogram">
                <span style={{ width: `${((counts[index] ?? 0) / most) * 100}%` }} />
              </span>
              <span className="number">{counts[index] ?? '–'}</span>
            </button>
          </li>
        ))}
        <li className="legend-class plain">
          <span className="swatch no-data" />
          <span className="word">no data</span>
          <span className="number">{missing}</span>
        </li>
      </ul>
      <p className="legend-foot" title={source}>
        {variable === 'loading' ? 'Cables and transformers' : 'Buildings'} at this hour
        {variable === 'difference' && ofBaseline ? '; this is the baseline itself' : ''}. Scale locked across
        scenarios.{scene ? ' Choose the Data look to see it.' : ''}
      </p>
    </section>
  );
}
