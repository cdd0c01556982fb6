import { describe, expect, it } from 'vitest';
import { suppliedBy } from '../../../src/io/report/supply';
import { handmade } from '../../scenario/selectors/street';

/** By the drawing of the street. The cheapest wrong program walks over the open tie `t` and gives J3 to T1. */
describe('the transformer that feeds a bus', () => {
  const network = handmade.network!;
  const feeding = (of = network) => Object.fromEntries(suppliedBy(of));
  const AS_DRAWN = {
    ...{ LV1: 'T1', J1: 'T1', J2: 'T1', B1: 'T1', B2: 'T1', B3: 'T1' },
    ...{ LV2: 'T2', J3: 'T2', B4: 'T2', B5: 'T2' },
  };

  it('is found along closed lines, and no bus above the stations has one', () => {
    expect(feeding()).toEqual(AS_DRAWN);
    expect(suppliedBy(null).size).toBe(0);
  });

  it('is the other one where the tie is closed and a feeder is open; what nothing feeds has none', () => {
    const open = (lineId: string) => ({ id: lineId, lineId, closed: false, normallyOpen: true });
    expect(feeding({ ...network, switches: [open('f3')] })).toEqual({
      ...AS_DRAWN,
      ...{ J3: 'T1', B4: 'T1', B5: 'T1' },
    });
    expect(feeding({ ...network, switches: [open('t'), open('m2')] })).toEqual({
      ...{ LV1: 'T1', J1: 'T1', J2: 'T1', B1: 'T1', B2: 'T1', B3: 'T1' },
    });
  });
});
