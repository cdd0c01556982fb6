import { useId } from 'react';
import { EVIDENCE_ATTRIBUTES, type EvidenceAttribute } from '../../model/building';
import { shownId, useActions, useAppState, useSpeech, useWords } from '../../state';
import {
  classColour,
  classWords,
  limitsText,
  VARIABLE_DEFINITIONS,
  variableTitle,
  type ClassDefinition,
  type Variable,
} from '../../state/display';
import { legendCounts, legendElements, MAP_VARIABLES, type Speech } from '../../state/view';
import type { Language } from '../../words';
import { IconButton } from '../parts/IconButton';
import { OldMark } from '../parts/OldMark';
import { useTheme } from '../parts/theme';
import { useLegendOpen } from './useLegendOpen';
import { useStableCounts } from './useStableCounts';

function limits({ from, to }: ClassDefinition, category: boolean, { words, typed }: Speech): string {
  if (category) return '';
  const signed = (value: number) => typed(value).replace('-', '−');
  if (from === undefined) return words('map.below', { to: signed(to ?? 0) });
  if (to === undefined) return words('map.above', { from: signed(from) });
  // Beside a minus a dash would be read as one more.
  return words(from < 0 ? 'map.betweenSigned' : 'map.between', { from: signed(from), to: signed(to) });
}

/** What the colours mean, how many elements have each; a class narrows map and table to itself. */
export function Legend() {
  const variable = useAppState((state) => state.variable);
  const actions = useActions();
  const theme = useTheme();
  const { words, language } = useSpeech();
  const [open, setOpen] = useLegendOpen();
  const chooser = useId();
  const body = useId();
  return (
    <section className="legend" aria-label={words('map.legend')}>
      <div className="legend-title">
        <label className="hidden" htmlFor={chooser}>
          {words('map.variable')}
        </label>
        <select
          id={chooser}
          value={variable}
          onChange={(event) => actions.setVariable(event.target.value as Variable)}
        >
          {MAP_VARIABLES.map((one) => (
            <option key={one} value={one}>
              {withUnit(one, language)}
            </option>
          ))}
        </select>
        <IconButton
          icon={open ? 'minus' : 'plus'}
          label={words(open ? 'map.fold' : 'map.unfold')}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
        />
      </div>
      <OldMark />
      <div id={body}>
        {open ? (
          <Classes variable={variable} />
        ) : (
          <div className="legend-strip" aria-hidden="true">
            {VARIABLE_DEFINITIONS[variable].classes.map((_, index) => (
              <span key={index} style={{ backgroundColor: classColour(variable, index, theme) }} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

const withUnit = (variable: Variable, language: Language) => {
  const title = variableTitle(variable, language);
  const { unit } = VARIABLE_DEFINITIONS[variable];
  return unit === '' ? title : `${title}, ${unit}`;
};

function Classes({ variable }: { readonly variable: Variable }) {
  const filter = useAppState((state) => state.classFilter);
  const counts = useStableCounts(useAppState((state) => legendCounts(state)?.join(' ') ?? ''));
  // Without a year nothing has a number.
  const elements = useAppState(legendElements);
  const actions = useActions();
  const theme = useTheme();
  const speech = useSpeech();
  const { words } = speech;
  const { classes, kind } = VARIABLE_DEFINITIONS[variable];
  const meanings = classWords(variable, speech.language);
  const most = Math.max(1, ...counts);
  return (
    <>
      {variable === 'evidence' ? <Attribute /> : null}
      <ul>
        {classes.map((one, index) => (
          <li key={meanings[index]}>
            <button
              type="button"
              className="legend-class"
              aria-pressed={filter === index}
              onClick={() => actions.filterByClass(index)}
              title={words('map.showOnly', { word: meanings[index] ?? '' })}
            >
              <span className="swatch" style={{ backgroundColor: classColour(variable, index, theme) }} />
              <span className="word">{meanings[index]}</span>
              <span className="limits">{limits(one, kind === 'category', speech)}</span>
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
      <Foot variable={variable} missing={counts[classes.length] ?? elements} />
    </>
  );
}

function Attribute() {
  const words = useWords();
  const attribute = useAppState((state) => state.evidenceAttribute);
  const actions = useActions();
  return (
    <label className="legend-title">
      <span>{words('map.attribute')}</span>
      <select
        value={attribute}
        onChange={(event) => actions.setEvidenceAttribute(event.target.value as EvidenceAttribute)}
      >
        {EVIDENCE_ATTRIBUTES.map((one) => (
          <option key={one} value={one}>
            {words(`facts.attributes.${one}`)}
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
  const { words, language } = useSpeech();
  const note = scene
    ? words('map.inData')
    : words(variable === 'difference' && ofBaseline ? 'map.itself' : 'map.sameScale');
  return (
    <p className="legend-foot" title={words('map.limits', { source: limitsText(variable, language) })}>
      <span className="swatch no-data" /> {words('map.foot', { missing, note })}
    </p>
  );
}
