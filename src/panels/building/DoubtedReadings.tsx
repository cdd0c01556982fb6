import { KEPT_LARGEST } from '../../io/meterData/meterSeries';
import { doubtedReadings, useActions, useAppState, type MeterStudy } from '../../state';
import { placeWords } from '../../words';
import { useTexts } from './useTexts';

const SHOWN = 8;

/** Readings that cannot be: each with its line and why, and one tick that leaves them out. */
export function DoubtedReadings({ study }: { readonly study: MeterStudy }) {
  const texts = useTexts();
  const { words } = texts;
  const actions = useActions();
  const language = useAppState((state) => state.language);
  const found = doubtedReadings(study);
  const { series } = study.outcome.value;
  if (series === null || found.length === 0) return null;
  const { clock, startS, stepS } = series;
  const inKW = (watts: number) => texts.inUnit(watts / 1000, 'kW');
  const count = found.length;
  return (
    <section className="callout bad" data-testid="doubted" aria-live="polite">
      <p>
        <b>
          {count < KEPT_LARGEST
            ? words('building.meter.doubted', { count })
            : words('building.meter.doubtedMany', { count })}
        </b>
      </p>
      <ul className="issue-list">
        {found.slice(0, SHOWN).map(({ where, step, pW, limitW, doubt }) => (
          <li key={`${where} ${step}`} data-doubt={doubt}>
            {words(doubt === 'connection' ? 'building.meter.doubtedFuse' : 'building.meter.doubtedFar', {
              where: placeWords(language, { where, code: 'meter-doubted' }),
              moment: texts.instant(clock, startS + step * stepS),
              value: inKW(pW),
              limit: inKW(limitW),
              fuse: study.fuse?.ratedA ?? 0,
              count: study.fuse?.phases ?? 0,
            })}
          </li>
        ))}
      </ul>
      {count > SHOWN ? <p>{words('building.meter.doubtedMore', { count: count - SHOWN })}</p> : null}
      <label className="row">
        <input
          type="checkbox"
          checked={study.leavesOut}
          onChange={(event) => actions.building.leaveOutDoubted(event.target.checked)}
        />
        <span>{words('building.meter.doubtedLeave')}</span>
      </label>
    </section>
  );
}
