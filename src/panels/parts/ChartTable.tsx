import { useSpeech } from '../../state';
import type { ChartProps } from './Chart';

const MOST_ROWS = 200;

/** The numbers of a chart; a long series by regular samples, which the caption says. */
export function ChartTable({
  title,
  unit,
  x,
  xLabel,
  xText,
  series,
  points,
}: Pick<ChartProps, 'title' | 'unit' | 'x' | 'xLabel' | 'xText' | 'series'> & {
  readonly points: ChartProps['points'] | undefined;
}) {
  const { words, number } = useSpeech();
  const stride = Math.max(1, Math.ceil(x.length / MOST_ROWS));
  const rows = Array.from({ length: Math.ceil(x.length / stride) }, (_, i) => i * stride);
  return (
    <div className="chart-table" tabIndex={0} role="region" aria-label={words('parts.tableOf', { title })}>
      <table>
        <caption className="hidden">
          {title}
          {stride > 1 ? words('parts.everyValue', { stride }) : ''}
        </caption>
        <thead>
          <tr>
            {points === undefined ? null : <th scope="col">{points.nameLabel}</th>}
            <th scope="col" className={points === undefined ? undefined : 'number'}>
              {xLabel}
            </th>
            {series.map((one) => (
              <th key={one.label} scope="col" className="number">
                {one.label} ({unit})
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{points === undefined ? xText(x[row]!) : points.names[row]}</th>
              {points === undefined ? null : <td className="number">{xText(x[row]!)}</td>}
              {series.map((one) => (
                <td key={one.label} className="number">
                  {number(one.values[row] ?? Number.NaN)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
