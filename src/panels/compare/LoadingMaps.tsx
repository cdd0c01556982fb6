import { useMemo } from 'react';
import type { Point } from '../../model/building';
import type { District } from '../../model/district';
import type { ComparedScenario } from '../../study/comparison';
import { useActions, useAppState, useSpeech, useWords } from '../../state';
import {
  classColour,
  classify,
  classWords,
  VARIABLE_DEFINITIONS,
  wordOf,
  type Theme,
} from '../../state/display';
import { HoldBaseline } from '../map/MapControls';
import { useTheme } from '../parts/theme';
import { baselineOf, shownScenarios, type Shown } from './shown';

const WIDTH = 320;
const MARGIN = 10;
const STATION = 10;
const FULL = 100;

/**
 * One small map a scenario, all with the same frame and the same classes: the largest loading of the year. While the baseline is
 * held, each shows it in its place.
 */
export function LoadingMaps({ shown }: { readonly shown: Shown }) {
  const theme = useTheme();
  const words = useWords();
  const actions = useActions();
  const isHeld = useAppState((state) => state.showsBaseline);
  const scenarios = shownScenarios(shown);
  const district = scenarios[0]?.year.district ?? null;
  if (district === null || district.network === null) return null;
  const frame = knownFrame(district);
  const baseline = baselineOf(shown);
  return (
    <section
      aria-label={words('compare.maps.title')}
      data-part="loading-maps"
      onKeyDown={(event) => {
        if (event.key.toLowerCase() === 'b' && !event.repeat && !event.ctrlKey && !event.metaKey)
          actions.holdBaseline(true);
      }}
      onKeyUp={(event) => {
        if (event.key.toLowerCase() === 'b') actions.holdBaseline(false);
      }}
      onBlur={() => actions.holdBaseline(false)}
    >
      <div className="row">
        <h3>{words('compare.maps.title')}</h3>
        <span className="spacer" />
        <HoldBaseline />
      </div>
      <MapLegend theme={theme} />
      <div className="small-maps">
        {scenarios.map((scenario) => (
          <LoadingMap
            key={scenario.key}
            scenario={isHeld ? baseline : scenario}
            name={shown.names.get((isHeld ? baseline : scenario).key)!}
            frame={frame}
            theme={theme}
          />
        ))}
      </div>
    </section>
  );
}

interface Frame {
  readonly height: number;
  readonly at: (point: Point) => string;
  readonly xy: (point: Point) => readonly [x: number, y: number];
  readonly ground: string;
}

const frames = new WeakMap<District, Frame>();

/** Made once a district: footprints are many. */
function knownFrame(district: District): Frame {
  const frame = frames.get(district) ?? frameOf(district);
  frames.set(district, frame);
  return frame;
}

/** Fits the district into the picture, north up; footprints in one path, which is the same in every map. */
function frameOf({ buildings, network }: District): Frame {
  const points = [
    ...buildings.flatMap(({ footprint }) => footprint.outer),
    ...(network?.buses ?? []).map(({ position }) => position),
  ];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  const perM = (WIDTH - 2 * MARGIN) / Math.max(east - west, north - south, 1);
  const left = (WIDTH - (east - west) * perM) / 2;
  const one = (value: number) => Math.round(value * 10) / 10;
  const xy = ([x, y]: Point) => [one(left + (x - west) * perM), one(MARGIN + (north - y) * perM)] as const;
  const at = (point: Point) => xy(point).join(' ');
  const ground = buildings.map(({ footprint }) => `M${footprint.outer.map(at).join('L')}Z`).join('');
  return { height: Math.ceil((north - south) * perM + 2 * MARGIN), at, xy, ground };
}

function loadingsOf({ elements }: ComparedScenario): ReadonlyMap<string, number> {
  return new Map(
    elements
      .filter(({ kind, presence }) => kind !== 'bus' && presence !== 'removed')
      .map(({ id, figures }) => [id, 100 * figures.find(({ metric }) => metric === 'loadingMax')!.after]),
  );
}

function LoadingMap({
  scenario,
  name,
  frame,
  theme,
}: {
  readonly scenario: ComparedScenario;
  readonly name: string;
  readonly frame: Frame;
  readonly theme: Theme;
}) {
  const { words, language, percent: percentText } = useSpeech();
  const { transformers, lines } = scenario.year.district.network!;
  const loading = useMemo(() => loadingsOf(scenario), [scenario]);
  const percentOf = (id: string) => loading.get(id) ?? Number.NaN;
  const colourOf = (percent: number) => classColour('loading', classify('loading', percent), theme);
  const drawn = lines
    .filter(({ role }) => role !== 'service')
    .map((line) => ({ ...line, percent: percentOf(line.id) }))
    .sort((a, b) => (a.percent || 0) - (b.percent || 0));
  const over = transformers.filter(({ id }) => percentOf(id) > FULL);
  const worst = [...transformers].sort((a, b) => percentOf(b.id) - percentOf(a.id))[0];
  const above = words('compare.maps.above', { above: over.length, all: transformers.length });
  const text =
    worst === undefined
      ? above
      : words('compare.maps.worst', { above, id: worst.id, loading: percentText(percentOf(worst.id)) });
  return (
    <figure className="small-map">
      <figcaption>
        <b>{name}</b> <span className="muted">{text}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${frame.height}`}
        role="img"
        aria-label={words('compare.maps.named', { name, text })}
      >
        <path className="small-map-ground" d={frame.ground} />
        {drawn.map(({ id, path }) => (
          <path key={id} className="small-map-casing" d={`M${path.map(frame.at).join('L')}`} />
        ))}
        {drawn.map(({ id, path, percent }) => (
          <path
            key={id}
            className="small-map-line"
            d={`M${path.map(frame.at).join('L')}`}
            stroke={colourOf(percent)}
            strokeWidth={percent > FULL ? 3 : 1.8}
          />
        ))}
        {transformers.map(({ id, position }) => {
          const [x, y] = frame.xy(position);
          const percent = percentOf(id);
          return (
            <rect
              key={id}
              className="small-map-station"
              x={x - STATION / 2}
              y={y - STATION / 2}
              width={STATION}
              height={STATION}
              rx={1.5}
              fill={colourOf(percent) ?? 'none'}
            >
              <title>
                {words('compare.maps.station', {
                  id,
                  loading: percentText(percent),
                  word: wordOf('loading', percent, language),
                })}
              </title>
            </rect>
          );
        })}
        {over.map(({ id, position }) => {
          const [x, y] = frame.xy(position);
          const isRight = x > WIDTH * 0.7;
          return (
            <text
              key={id}
              className="small-map-name"
              x={isRight ? x - STATION : x + STATION}
              y={y + 4}
              textAnchor={isRight ? 'end' : 'start'}
            >
              {id} {percentText(percentOf(id))}
            </text>
          );
        })}
      </svg>
    </figure>
  );
}

function MapLegend({ theme }: { readonly theme: Theme }) {
  const { words, language } = useSpeech();
  const { classes } = VARIABLE_DEFINITIONS.loading;
  const meanings = classWords('loading', language);
  return (
    <ul className="small-legend">
      {classes.map(({ from, to }, index) => (
        <li key={index}>
          <span className="swatch" style={{ backgroundColor: classColour('loading', index, theme) }} />
          {from === undefined
            ? words('compare.maps.below', { to: to ?? '', word: meanings[index]! })
            : to === undefined
              ? words('compare.maps.andMore', { from, word: meanings[index]! })
              : words('compare.maps.between', { from, to, word: meanings[index]! })}
        </li>
      ))}
    </ul>
  );
}
