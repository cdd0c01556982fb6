import {
  runOf,
  shownId,
  useActions,
  useAppParts,
  useAppState,
  useAppStore,
  useWords,
  type Selection,
} from '../../state';
import { classColour, classify, VARIABLE_DEFINITIONS, type ClassDefinition } from '../../state/display';
import { medianHouse, type PresentState } from '../../state/present';
import { branchLoadings, buildingDemandW, formatPercent, kpiText } from '../../state/view';
import { Icon } from '../parts/Icon';
import { useTheme } from '../parts/theme';
import { classWordsOf } from './PresentCorner';
import { useHidden, useRunner } from './usePresent';

/** Each class in words with its limits, and one building and one station to point at. */
export function ColoursPage({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const theme = useTheme();
  const hidden = useHidden();
  const variable = useAppState((state) => state.variable);
  const language = useAppState((state) => state.language);
  const { classes, unit } = VARIABLE_DEFINITIONS[variable];
  const limits = ({ from, to }: ClassDefinition): string => {
    const number = (value: number) =>
      String(value)
        .replace('-', '−')
        .replace('.', language === 'de' ? ',' : '.');
    const text = (value: number) => `${number(value)} ${unit}`.trim();
    if (from === undefined) return to === undefined ? '' : words('present.below', { value: text(to) });
    return to === undefined
      ? words('present.from', { value: text(from) })
      : words('present.between', { from: number(from), to: text(to) });
  };
  const isCategory = VARIABLE_DEFINITIONS[variable].kind === 'category';
  return (
    <>
      <p>
        <strong>{words(`present.variables.${variable}`)}</strong>
      </p>
      <ul className="present-classes" data-testid="classes">
        {classWordsOf(words, variable).map((word, at) => (
          <li key={word}>
            <span className="swatch" style={{ backgroundColor: classColour(variable, at, theme) }} />
            <strong>{word}</strong>
            <span className="muted">{isCategory ? '' : limits(classes[at]!)}</span>
          </li>
        ))}
      </ul>
      {hidden ? <p className="muted">{words('present.exampleHidden')}</p> : <Examples present={present} />}
    </>
  );
}

interface Example {
  readonly target: Selection;
  readonly title: string;
  readonly text: string;
}

function Examples({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const actions = useActions();
  const runner = useRunner();
  const examples = useExamples(present);
  return (
    <div className="present-examples" data-testid="examples">
      {examples.map(({ target, title, text }) => (
        <section key={target.id}>
          <h3>{title}</h3>
          <p>{text}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              runner.show(null);
              actions.setView('map');
              actions.select(target, true);
            }}
          >
            <Icon name="goTo" />
            {words('present.showOnMap')}
          </button>
        </section>
      ))}
    </div>
  );
}

/** The fullest station of this hour, and a house like most of them. */
function useExamples({ scenarioId }: PresentState): readonly Example[] {
  const language = useAppState((state) => state.language);
  const words = useWords();
  const store = useAppStore();
  useAppParts((state) => [state.step, state.weeks[shownId(state)], runOf(state, scenarioId).result]);
  const state = store.getState();
  const { result } = runOf(state, shownId(state));
  const district = state.loaded?.district;
  if (result === null || district === undefined) return [];
  const { rows, table } = result;
  const examples: Example[] = [];
  const house = medianHouse(district, result);
  const id = rows.buildingIds[house];
  if (id !== undefined) {
    const nowW = buildingDemandW(state, shownId(state))?.[house];
    const name = district.buildings.find((building) => building.id === id)?.name;
    examples.push({
      target: { kind: 'building', id },
      title: words('present.exampleBuilding'),
      text: words('present.exampleBuildingText', {
        id: name === undefined ? id : `${name} (${id})`,
        peak: kpiText(table.buildingNetMaxW[house]!, 'W', language),
        value: nowW === undefined ? '–' : kpiText(nowW, 'W', language),
      }),
    });
  }
  const loadings = branchLoadings(state)?.subarray(rows.lineCount);
  const fullest = loadings === undefined ? -1 : indexOfMost(loadings);
  const station = rows.transformerIds[fullest];
  if (station !== undefined && loadings !== undefined) {
    const percent = loadings[fullest]!;
    examples.push({
      target: { kind: 'transformer', id: station },
      title: words('present.exampleStation'),
      text: words('present.exampleStationText', {
        id: station,
        value: formatPercent(percent, language),
        word: classWordsOf(words, 'loading')[classify('loading', percent)] ?? words('present.noData'),
      }),
    });
  }
  return examples;
}

function indexOfMost(values: Float64Array): number {
  let at = -1;
  values.forEach((value, row) => {
    if (value > (values[at] ?? -Infinity)) at = row;
  });
  return at;
}
