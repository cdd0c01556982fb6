import { scenarioOf, shownId, useActions, useAppStore, useSpeech, type AppState } from '../../state';
import {
  classColour,
  classWords,
  VARIABLE_DEFINITIONS,
  variableTitle,
  type Theme,
  type Variable,
} from '../../state/display';
import { scenarioName, type Speech } from '../../state/view';
import type { OneLineClasses } from '../../state/view/oneLine';
import { downloadText, fileNameOf } from '../parts/download';
import { IconButton } from '../parts/IconButton';
import { useTheme } from '../parts/theme';
import type { Drawing } from './entries';
import { coloursOf } from './look';
import { svgFile, type SvgLegend } from './svgFile';
import type { ViewportMoves } from './useViewport';

interface ToolsProps {
  readonly moves: ViewportMoves;
  readonly drawing: Drawing;
  readonly classes: OneLineClasses;
}

/** For those who cannot or will not drag; and the drawing as a file. */
export function DrawingTools({ moves, drawing, classes }: ToolsProps) {
  const actions = useActions();
  const store = useAppStore();
  const speech = useSpeech();
  const theme = useTheme();
  const { words } = speech;
  const save = () => {
    const state = store.getState();
    const name = scenarioName(scenarioOf(state, shownId(state))!, words);
    const place = drawing.diagram.place?.id ?? words('oneLine.primary');
    const file = fileNameOf(state.loaded?.district.id ?? 'district', name, place);
    downloadText(`${file}.svg`, savedDrawing(state, drawing, classes, theme, speech), 'image/svg+xml');
    actions.announce(words('oneLine.saved'));
  };
  return (
    <div className="map-controls" role="toolbar" aria-label={words('oneLine.tools')}>
      <IconButton icon="home" label={words('oneLine.fit')} onClick={() => moves.fit()} />
      <IconButton icon="zoomIn" label={words('map.closer')} onClick={() => moves.zoom(1.4)} />
      <IconButton icon="zoomOut" label={words('map.farther')} onClick={() => moves.zoom(1 / 1.4)} />
      <IconButton icon="previous" label={words('oneLine.left')} onClick={() => moves.pan(-1, 0)} />
      <IconButton icon="next" label={words('oneLine.right')} onClick={() => moves.pan(1, 0)} />
      <IconButton icon="up" label={words('oneLine.up')} onClick={() => moves.pan(0, -1)} />
      <IconButton icon="down" label={words('oneLine.down')} onClick={() => moves.pan(0, 1)} />
      <IconButton icon="download" label={words('oneLine.save')} onClick={save} />
    </div>
  );
}

/** All of the drawing at the hour on screen, in the colours of the page. */
function savedDrawing(
  state: AppState,
  { entries, metrics, diagram }: Drawing,
  classes: OneLineClasses,
  theme: Theme,
  speech: Speech,
): string {
  const { variable, step, stepS, loaded } = state;
  const { words, moment, language } = speech;
  const colours = coloursOf(variable, theme);
  const showsVoltage = variable === 'voltage';
  const shapes = entries.flatMap((entry) =>
    entry.shapes({ look: entry.lookAt(classes), colours, showsVoltage }),
  );
  const title = (one: Variable) => variableTitle(one, language);
  const others = words(showsVoltage ? 'oneLine.buses' : 'oneLine.others', { variable: title(variable) });
  const legends = [
    legendOf('loading', words('oneLine.lines', { variable: title('loading') }), '', theme, speech),
    ...(variable === 'loading'
      ? []
      : [legendOf(variable, others, showsVoltage ? words('oneLine.triangles') : '', theme, speech)]),
  ];
  const lines = [
    `${scenarioName(scenarioOf(state, shownId(state))!, words)} · ${moment(step, stepS, loaded?.weather.startWeekday ?? 0)}`,
  ];
  const place = diagram.place?.id ?? words('oneLine.primary');
  return svgFile({ width: metrics.widthPx, height: metrics.heightPx }, shapes, {
    title: `${loaded?.district.name ?? ''}: ${words('oneLine.label')}, ${place}`,
    ...{ lines, legends, theme },
  });
}

function legendOf(
  variable: Variable,
  title: string,
  note: string,
  theme: Theme,
  { words, typed, language }: Speech,
): SvgLegend {
  const { classes, unit, kind } = VARIABLE_DEFINITIONS[variable];
  const meanings = classWords(variable, language);
  const limits = ({ from, to }: (typeof classes)[number]): string => {
    if (kind === 'category') return '';
    if (from === undefined) return words('map.below', { to: typed(to ?? 0) });
    if (to === undefined) return words('map.above', { from: typed(from) });
    return words('map.betweenSigned', { from: typed(from), to: typed(to) });
  };
  return {
    title: unit === '' ? title : `${title}, ${unit}`,
    note,
    classes: classes.map((one, index) => ({
      colour: classColour(variable, index, theme)!,
      word: meanings[index]!,
      limits: limits(one),
    })),
  };
}
