import { END_USES, type EndUse } from '../../model/run';
import { BASELINE_ID, runOf, shownId, useAppState, useSpeech } from '../../state';
import { RAMPS } from '../../state/display';
import { useTheme } from '../parts/theme';
import { FigureName } from './FigureName';

/** What few buildings have stands in the table of those only. */
const RARE_USES: ReadonlySet<EndUse> = new Set([
  'vehicleDischarging',
  'batteryCharging',
  'batteryDischarging',
]);

/** Electricity of the year by end use, the baseline as an outline. */
export function AnnualBars({ row }: { readonly row: number }) {
  const theme = useTheme();
  const { words, number } = useSpeech();
  const result = useAppState((state) => runOf(state, shownId(state)).result);
  const baseline = useAppState((state) => runOf(state, BASELINE_ID).result);
  if (result === null) return null;
  const uses = END_USES.length;
  const own = END_USES.map((_, use) => result.table.buildingEndUseJ[row * uses + use]!);
  const before = END_USES.map((_, use) => baseline?.table.buildingEndUseJ[row * uses + use] ?? Number.NaN);
  const most = Math.max(1, ...own, ...before.filter(Number.isFinite));
  return (
    <section aria-label={words('inspector.building.year')}>
      <h3>
        <FigureName id="endUses">{words('inspector.building.year')}</FigureName>
      </h3>
      <table className="end-uses">
        <thead>
          <tr>
            <th scope="col">{words('inspector.building.endUse')}</th>
            <th scope="col">
              <span className="hidden">{words('inspector.building.bar')}</span>
            </th>
            <th scope="col" className="number">
              kWh
            </th>
            <th scope="col" className="number">
              {words('inspector.baselineColumn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {END_USES.map((endUse, use) => (
            <tr key={endUse} hidden={RARE_USES.has(endUse) && !(own[use]! > 0) && !(before[use]! > 0)}>
              <th scope="row">{words(`facts.endUses.${endUse}`)}</th>
              <td>
                <svg className="split" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect
                    width={(own[use]! / most) * 100}
                    height="7"
                    y="1.5"
                    fill={RAMPS.endUses[theme][use]}
                  />
                  {Number.isFinite(before[use]!) ? (
                    <rect className="before" x={(before[use]! / most) * 99} width="1" height="10" />
                  ) : null}
                </svg>
              </td>
              <td className="number">{number(own[use]! / 3.6e6)}</td>
              <td className="number muted">{number(before[use]! / 3.6e6)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
