import type { GroupYear } from '../kpi/community';
import type { District } from '../model/district';
import type { RunInput } from '../model/run';
import type { MeterYear } from '../study/loads/meterYear';
import type { RunResult } from '../study/runResult';
import { answersToVoltage } from '../study/voltageResponse';
import { answeringMetersOf } from './answeringMeters';
import type { Computing } from './computeYear';
import type { RunOptions } from './contract';
import { metersOf } from './meters';
import { movedMeters } from './movedMeters';
import { RecentlyUsed } from './recentlyUsed';

const KEPT_METERS = 4;
/** Years of a building's net power: some 26 kB each. */
const KEPT_NET_YEARS = 4096;

/** A finished year, and the district that it ran. */
export interface MeteredYear {
  readonly input: RunInput;
  readonly result: RunResult;
  readonly district: District;
}

/** What the meters of finished years show, kept for whoever asks next. Throws what the pool throws. */
export class Metering {
  private readonly netYears = new RecentlyUsed<Uint8Array>(KEPT_NET_YEARS);
  private readonly years = new RecentlyUsed<MeterYear>(KEPT_METERS);

  constructor(
    private readonly computing: Computing,
    private readonly isKeeping: boolean,
  ) {}

  async all(year: MeteredYear, options: RunOptions): Promise<MeterYear> {
    const { input, result, district } = year;
    const present = this.isKeeping ? this.years.get(result.inputHash) : undefined;
    if (present !== undefined) return present;
    const meters = answersToVoltage(district)
      ? await answeringMetersOf(this.computing, input, result, this.netYears, options)
      : movedMeters(await metersOf(this.computing, input, result, this.netYears, options), result.charging);
    if (this.isKeeping) this.years.set(result.inputHash, meters);
    return meters;
  }

  /**
   * The year of a group of buildings, counted by a worker: from the meters of all where they are at hand or one depends on the
   * others, else from those of the group alone.
   */
  async group(year: MeteredYear, rows: readonly number[], options: RunOptions): Promise<GroupYear> {
    const { input, result, district } = year;
    const isAtHand = this.isKeeping && this.years.get(result.inputHash) !== undefined;
    const needsAll = isAtHand || answersToVoltage(district) || result.charging !== undefined;
    const meters = needsAll
      ? partOf(await this.all(year, options), rows)
      : await metersOf(this.computing, input, result, this.netYears, options, rows);
    const { inputHash } = result;
    return this.computing.pool.run(inputHash, input, (remote) => remote.group(meters), options.signal);
  }
}

const partOf = ({ buildingIds, packed, ...year }: MeterYear, rows: readonly number[]): MeterYear => ({
  ...year,
  buildingIds: rows.map((row) => buildingIds[row]!),
  packed: rows.map((row) => packed[row]!),
});
