import { J_PER_KWH, type BuildingFigures } from '../../state';
import { useTexts } from './useTexts';

/** Cooler rooms need less and are no gain of the fabric: the two parts of the change, apart. */
export function HeatNeedSplit({
  today,
  own,
}: {
  readonly today: BuildingFigures;
  readonly own: BuildingFigures;
}) {
  const texts = useTexts();
  const { words } = texts;
  const fabric = (own.heatNeedAtTodaysTemperaturesJ - today.heatNeedJ) / J_PER_KWH;
  const temperature = (own.heatNeedJ - own.heatNeedAtTodaysTemperaturesJ) / J_PER_KWH;
  if (!(Math.abs(temperature) > 0)) return null;
  return (
    <>
      {(
        [
          ['heatNeedFabric', fabric],
          ['heatNeedTemperature', temperature],
        ] as const
      ).map(([id, value]) => (
        <tr key={id} className="part" data-figure={id} data-after={value}>
          <th scope="row" colSpan={3}>
            {words(`building.effect.rows.${id}`)}
          </th>
          <td className="number muted">{texts.change(value)}</td>
        </tr>
      ))}
    </>
  );
}
