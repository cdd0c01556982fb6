import { HOURS_OF_YEAR } from '../commonYear';
import type { Issue } from '../outcome';
import { checkBlocks } from './blockIssues';
import { checkHours, checkPrice } from './checks';
import { TariffFindings } from './findings';
import { dayOfYear } from './hours';
import type { DynamicEnergy, Tariff } from './types';

/** Everything that is wrong with a tariff: values out of range, blocks that overlap or leave gaps, ids used twice. */
export function tariffIssues(tariff: Tariff, source: string): readonly Issue[] {
  const findings = new TariffFindings(source);
  const top = `tariff "${tariff.id}"`;
  if (!/^[A-Z]{3}$/.test(tariff.currency)) {
    findings.add(
      'tariff-currency',
      top,
      'currency',
      tariff.currency,
      'The currency is no three-letter code.',
      'Write it after ISO 4217, for example EUR.',
    );
  }
  findings.range(top, 'year', tariff.year, 1900, 2200);
  findings.range(top, 'vatShare', tariff.vatShare, 0, 1);
  findings.range(top, 'feedInPerKWh', tariff.feedInPerKWh, 0);
  checkPrice(findings, top, 'connectionPerYear', tariff.connectionPerYear);
  checkPrice(findings, top, 'contractedPerKWYear', tariff.contractedPerKWYear);
  if (tariff.energy.kind === 'blocks') checkBlocks(findings, top, tariff.energy);
  else checkDynamic(findings, top, tariff.energy);
  checkCriticalPeak(findings, top, tariff);
  if (tariff.peak) {
    checkPrice(findings, `${top}, peak`, 'perKWMonth', tariff.peak.perKWMonth);
    findings.range(`${top}, peak`, 'leastKW', tariff.peak.leastKW, 0);
    checkHours(findings, `${top}, peak`, tariff.peak.hours);
  }
  return findings.issues;
}

function checkDynamic(findings: TariffFindings, top: string, energy: DynamicEnergy): void {
  checkPrice(findings, top, 'addedPerKWh', energy.addedPerKWh);
  const { marketPerKWh, leastPerKWh, mostPerKWh } = energy;
  if (marketPerKWh.length !== HOURS_OF_YEAR) {
    findings.add(
      'tariff-series',
      top,
      'marketPerKWh',
      marketPerKWh.length,
      `There are ${marketPerKWh.length} hourly prices; a year has ${HOURS_OF_YEAR}.`,
      'Give one value an hour of a year without 29 February.',
    );
  }
  const gaps = marketPerKWh.filter((value) => !Number.isFinite(value)).length;
  if (gaps > 0) {
    const first = marketPerKWh.findIndex((value) => !Number.isFinite(value));
    findings.add(
      'tariff-no-number',
      top,
      `marketPerKWh[${first}]`,
      marketPerKWh[first],
      `${gaps} of the hourly prices are no numbers; the first is hour ${first}.`,
      'Fill the gaps.',
    );
  }
  findings.range(top, 'mostPerKWh', mostPerKWh, leastPerKWh);
  findings.range(top, 'leastPerKWh', leastPerKWh, -Number.MAX_VALUE);
}

function checkCriticalPeak(findings: TariffFindings, top: string, { criticalPeak }: Tariff): void {
  if (criticalPeak === undefined) return;
  const where = `${top}, critical peak`;
  checkPrice(findings, where, 'perKWh', criticalPeak.perKWh);
  checkHours(findings, where, criticalPeak.hours);
  const seen = new Set<number>();
  for (const { name, month, day } of criticalPeak.days) {
    const at = dayOfYear(month, day);
    if (Number.isNaN(at)) {
      findings.add(
        'tariff-day',
        where,
        'days',
        `${day}.${month}.`,
        `"${name}" is no day of a year without 29 February.`,
        'Give month 1 to 12 and a day of it.',
      );
    } else if (seen.has(at)) {
      findings.add(
        'tariff-day',
        where,
        'days',
        `${day}.${month}.`,
        `"${name}" is a day that was named already.`,
        'Name every day once.',
      );
    }
    seen.add(at);
  }
}
