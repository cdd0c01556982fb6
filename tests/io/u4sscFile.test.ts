import { describe, expect, it } from 'vitest';
import { readU4sscFile } from '../../src/io/u4sscFile';
import { DEFAULT_TARGETS, targetLabel } from '../../src/kpi/u4ssc';

const file = (content: object): string => JSON.stringify({ schema: 'gridtwin-u4ssc/1', ...content });

describe('a file of U4SSC inputs and targets', () => {
  it('gives what no run can tell with its class, and targets that are called the user’s own', () => {
    const vehicles = { value: 420, quality: 'accurate_measurement' };
    const own = { indicator: 'EN: EN: AQ: 2C', target: 2, worst: 8, because: 'climate plan' };
    const read = readU4sscFile(file({ inputs: { vehicles }, targets: [own] }), 'u.json');
    if (!read.ok) throw new Error(read.issues[0]!.message);
    expect(read.value.inputs).toEqual({ vehicles });
    const target = read.value.targets.find(({ indicatorId }) => indicatorId === own.indicator)!;
    expect(target).toMatchObject({ target: 2, worst: 8, because: 'climate plan' });
    expect(targetLabel(target)).toBe('target set by you, not a U4SSC benchmark');
    expect(read.value.targets.length).toBe(DEFAULT_TARGETS.length + 1);
    // One that the project has by default gives way.
    const meters = { indicator: 'EC: ICT: ES: 1C', target: 80, because: 'roll-out plan' };
    const other = readU4sscFile(file({ targets: [meters] }), 'u.json');
    expect(other.ok && other.value.targets.filter(({ indicatorId }) => indicatorId === meters.indicator)).toMatchObject([{ target: 80, setBy: 'user' }]); // prettier-ignore
    const empty = readU4sscFile(file({}), 'u.json');
    expect(empty.ok && empty.value).toEqual({ inputs: {}, targets: DEFAULT_TARGETS });
  });

  it.each<[string, object, string, string]>([
    ['a share above one', { inputs: { gridRenewableShare: { value: 60, quality: 'personal_estimation' } } }, 'gridRenewableShare', 'u.json'], // prettier-ignore
    ['a number without its class', { inputs: { vehicles: { value: 1 } } }, 'vehicles', 'u.json'],
    ['an input that there is not', { inputs: { cars: { value: 1, quality: 'personal_estimation' } } }, 'cars', 'u.json'], // prettier-ignore
    ['an unknown indicator', { targets: [{ indicator: 'X', target: 1, because: 'x' }] }, 'X', 'u.json'],
    ['less is better without a worst value', { targets: [{ indicator: 'EN: EN: AQ: 2C', target: 2, because: 'x' }] }, 'EN: EN: AQ: 2C', 'u.json'], // prettier-ignore
    ['another schema', { schema: 'gridtwin-u4ssc/9' }, 'schema', 'u.json'],
  ])('is refused with %s, by name', (_, content, named, source) => {
    const read = readU4sscFile(file(content), 'u.json');
    expect(read.ok).toBe(false);
    expect(JSON.stringify(read.issues)).toContain(named);
    for (const issue of read.issues) expect(issue.source).toBe(source);
  });
});
