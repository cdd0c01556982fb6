import type { Measure, Scenario } from '../../../model/scenario';
import { adoptionAt } from '../../../scenario';
import { useSpeech } from '../../../state';
import { curveText } from '../../../state/view/curve';

const WIDTH = 250;
const HEIGHT = 74;
const LEFT = 38;
const TOP = 6;
const RIGHT = WIDTH - 8;
const BOTTOM = HEIGHT - 18;

interface CurvePictureProps {
  readonly measure: Measure;
  readonly scenario: Scenario;
  readonly label: string;
  /** Those of the table, in order. */
  readonly years: readonly number[];
}

/** The share over the years from 0 to 100 %, its stated years marked; the year on screen is the dashed line. */
export function CurvePicture({ measure, scenario, label, years }: CurvePictureProps) {
  const { words, language } = useSpeech();
  const [first, last] = [years[0]!, years.at(-1)!];
  const span = Math.max(1, last - first);
  const x = (year: number): number => LEFT + ((RIGHT - LEFT) * (year - first)) / span;
  const y = (share: number): number => BOTTOM - (BOTTOM - TOP) * share;
  const every = Array.from({ length: last - first + 1 }, (_, row) => first + row);
  const line = every.map((year) => `${x(year).toFixed(1)},${y(adoptionAt(measure, year)).toFixed(1)}`);
  const { adoption } = measure;
  const stated = typeof adoption === 'number' ? [] : adoption.map(({ year }) => year);
  return (
    <svg
      className="curve-picture"
      role="img"
      aria-label={words('path.picture', { measure: label, list: curveText(measure, language) })}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
    >
      <g className="axis">
        <line x1={LEFT} x2={RIGHT} y1={BOTTOM} y2={BOTTOM} />
        <line x1={LEFT} x2={RIGHT} y1={TOP} y2={TOP} />
        <text x={LEFT - 4} y={TOP + 4} textAnchor="end">
          100 %
        </text>
        <text x={LEFT - 4} y={BOTTOM + 4} textAnchor="end">
          0
        </text>
        <text x={LEFT} y={HEIGHT - 4}>
          {first}
        </text>
        <text x={RIGHT} y={HEIGHT - 4} textAnchor="end">
          {last}
        </text>
      </g>
      <line className="shown" x1={x(scenario.year)} x2={x(scenario.year)} y1={TOP} y2={BOTTOM} />
      <polyline points={line.join(' ')} />
      {stated
        .filter((year) => year >= first && year <= last)
        .map((year) => (
          <circle key={year} cx={x(year)} cy={y(adoptionAt(measure, year))} r={3.2} />
        ))}
    </svg>
  );
}
