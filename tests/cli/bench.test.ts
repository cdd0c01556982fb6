import { describe, expect, it } from 'vitest';
import { inThisProcess } from './command';

describe('bench', () => {
  it.each([
    ['zones', '0'],
    ['zones', '1.5'],
    ['zones', 'many'],
    ['zones', ''],
    ['rounds', '-1'],
    ['rounds', '0'],
    ['rounds', 'NaN'],
    ['buses', '100,,1000'],
    ['buses', '100,0'],
    ['buildings', '500,x'],
  ])('refuses --%s=%s before it times anything', async (option, text) => {
    const { code, stdout, stderr } = await inThisProcess('bench', `--${option}=${text}`, '--only=powerflow');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`--${option}`);
    expect(stderr).toContain('[command-line]');
  });
});
