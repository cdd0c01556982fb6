import { useMemo } from 'react';
import type { Point } from '../../model/building';
import type { District } from '../../model/district';
import type { ComparedScenario } from '../../study/comparison';
import { classColour, classify, VARIABLE_DEFINITIONS, wordOf, type Theme } from '../../state/display';
import { formatPercent } from '../../state/view';
import { useTheme } from '../parts/theme';
import { shownScenarios, type Shown } from './shown';

const WIDTH = 320;
const MARGIN = 10;
const STATION = 10;
const FULL = 100;

/** One small map a scenario, all with the same frame and the same classes: the largest loading of the year. */
export function LoadingMaps({ shown }: { readonly shown: Shown }) {
  const theme = useTheme();
  const scenarios = shownScenarios(shown);
  const district = scenarios[0]?.year.district ?? null;
  if (district === null || district.network === null) return null;
  const frame = knownFrame(district);
  return (
    <>
      <h3>Largest loading of the year</h3>
      <MapLegend theme={theme} />
      <div className="small-maps">
        {scenarios.map((scenario) => (
          <LoadingMap
            key={scenario.key}
            scenario={scenario}
            name={shown.names.get(scenario.key)!}
            frame={frame}
            theme={theme}
          />
        ))}
      </div>
    </>
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
  const words = `${over.length} of ${transformers.length} transformers above 100 %${
    worst === undefined ? '' : `, worst ${worst.id} at ${formatPercent(percentOf(worst.id))}`
  }`;
  return (
    <figure className="small-map">
      <figcaption>
        <b>{name}</b> <span className="muted">{words}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${frame.height}`} role="img" aria-label={`${name}: ${words}`}>
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
              <title>{`${id}: ${formatPercent(percent)}, ${wordOf('loading', percent)}`}</title>
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
              {id} {formatPercent(percentOf(id))}
            </text>
          );
        })}
      </svg>
    </figure>
  );
}

function MapLegend({ theme }: { readonly theme: Theme }) {
  const { classes } = VARIABLE_DEFINITIONS.loading;
  return (
    <ul className="small-legend">
      {classes.map(({ word, from, to }, index) => (
        <li key={word}>
          <span className="swatch" style={{ backgroundColor: classColour('loading', index, theme) }} />
          {from === undefined
            ? `below ${to} %`
            : to === undefined
              ? `${from} % and more`
              : `${from} to ${to} %`}
          , {word}
        </li>
      ))}
    </ul>
  );
}
