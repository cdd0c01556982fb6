import { expect, it } from 'vitest';
import { counted } from '../../src/units';

it('says one thing, no things and many, also where many is no s', () => {
  expect([0, 1, 2].map((number) => counted(number, 'element'))).toEqual([
    ...['no elements', '1 element', '2 elements'],
  ]);
  expect(counted(2, 'correction of buildings', 'corrections of buildings')).toBe(
    '2 corrections of buildings',
  );
});
