import type { IssueLog } from '../issueLog';
import { DAY_S } from './civilTime';
import type { MeterDirection } from './detection';
import type { Reading } from './reading';
import { localText, type ZoneClock } from './zone';

/**
 * Mean power between neighbouring register readings, P = (E_{k+1} - E_k) / (t_{k+1} - t_k). Over a gap the energy is known
 * but not when it flowed: it is named in the issue and not spread. A falling register of one way (rollover, exchange) gives
 * nothing; one that nets import and export falls while more is fed in than taken, and its exchange cannot be told.
 *
 * @param readings tidy readings of a counter in J, in order of time; of a net one, import positive
 */
export function registerDifferences(
  readings: readonly Reading[],
  direction: MeterDirection,
  intervalS: number,
  clock: ZoneClock,
  log: IssueLog,
): Reading[] {
  const known = readings.filter((reading) => !Number.isNaN(reading.value));
  const isOneWay = direction === 'import' || direction === 'export';
  const result: Reading[] = [];
  for (let i = 0; i + 1 < known.length; i += 1) {
    const [from, to] = [known[i]!, known[i + 1]!];
    const durationS = to.startS - from.startS;
    const energyJ = to.value - from.value;
    const place = { where: to.where, field: 'value', value: to.text };
    if (isOneWay && energyJ < 0) {
      log.warning({
        ...place,
        code: 'meter-register-drop',
        message: `The register falls below the ${from.text} of ${from.where}: the time from ${localText(clock, from.startS)} on is missing.`,
        remedy:
          'If the meter was exchanged or rolled over, read the two parts by themselves; if export counts back, state the direction net; if these are no register readings, state the quantity.',
      });
      continue;
    }
    if (durationS !== intervalS && !isCivilDay(durationS, intervalS)) {
      if (durationS < intervalS) continue;
      log.warning({
        ...place,
        code: 'meter-register-gap',
        message: `Since the reading of ${from.where} the register changed by ${energyJ / 3.6e6} kWh in ${durationS / 3600} h; when is not known, so it is not counted.`,
        remedy: 'Ask for the readings in between, or add this energy to the total by hand.',
      });
      continue;
    }
    result.push({ ...from, durationS, value: energyJ / durationS });
  }
  return result;
}

/** A local day across a change of the clock. */
const isCivilDay = (durationS: number, intervalS: number): boolean =>
  intervalS === DAY_S && Math.abs(durationS - DAY_S) === 3600;
