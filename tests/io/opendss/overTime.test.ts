import { describe, expect, test } from 'vitest';
import { circuitOf, errorsOf, HEAD, near, read } from './read';

const SHAPE = 'New Loadshape.sun npts=5 interval=1 mult=(0.1 0.5 1 0.18 0.3)\n';
const CURVE = 'New XYcurve.eff npts=3 xarray=(0 0.5 1) yarray=(0.8 0.9 1)\n';

/** Values worked by hand from PVSystem.pas, ComputeInverterPower. */
describe('photovoltaics over time', () => {
  test('follow a shape in proportion where nothing bends the power', () => {
    const { generators } = circuitOf(
      `${SHAPE}New PVSystem.P bus1=b kv=12.47 kva=600 pmpp=500 pf=0.95 %cutin=0 %cutout=0 daily=sun`,
    );
    expect(generators[0]!.shapes).toEqual({ daily: 'sun' });
  });

  test('follow powers of their own where the rating clips, fixed reactive power stays, and the inverter drops out', () => {
    const { generators, shapes } = circuitOf(
      `${SHAPE}New PVSystem.P bus1=b kv=12.47 kva=300 pmpp=500 kvar=120 %cutin=40 %cutout=20 daily=sun`,
    );
    const own = shapes.find(({ id }) => id === generators[0]!.shapes.daily)!;
    expect(own.actual).toBe(true);
    expect(own.intervalS).toBe(3600);
    // 50 kW is below the cut-out of 60; 250 is above the cut-in of 120; 500 is clipped beside 120 kvar; 90 still runs.
    near(Array.from(own.p), [0, 250, Math.sqrt(300 ** 2 - 120 ** 2), 90, 150]);
    near(Array.from(own.q!), [120, 120, 120, 120, 120]);
  });

  test('start again only at the cut-in', () => {
    const { generators, shapes } = circuitOf(
      `${SHAPE}New PVSystem.P bus1=b kv=12.47 kva=500 pmpp=500 %cutin=55 %cutout=40 daily=sun VarFollowInverter=yes kvar=9`,
    );
    const own = shapes.find(({ id }) => id === generators[0]!.shapes.daily)!;
    // 0.1 stops it; 0.5 is above the cut-out and below the cut-in.
    near(Array.from(own.p), [0, 0, Math.sqrt(500 ** 2 - 9 ** 2), 0, 0]);
    near(Array.from(own.q!), [0, 0, 9, 0, 0]);
  });

  test('have the efficiency of each power', () => {
    const { generators, shapes } = circuitOf(
      `${SHAPE}${CURVE}New PVSystem.P bus1=b kv=12.47 kva=500 pmpp=500 pf=1 %cutin=0 %cutout=0 effcurve=eff yearly=sun`,
    );
    const own = shapes.find(({ id }) => id === generators[0]!.shapes.yearly)!;
    near(Array.from(own.p), [50 * 0.82, 250 * 0.9, 500, 90 * 0.836, 150 * 0.86]);
  });

  test('temperature over time is a note in a snapshot and an error over time', () => {
    const unit = 'New TShape.t npts=1 temp=(20)\nNew PVSystem.P bus1=b kv=12.47 kva=500 Tdaily=t\n';
    expect(read(HEAD + unit).issues).toMatchObject([
      { severity: 'note' },
      { severity: 'note', code: 'dss-over-time', field: 'pvsystem.p.Tdaily' },
    ]);
    expect(errorsOf(`${HEAD}${unit}Set mode=daily`)).toEqual(['3 pvsystem.p.Tdaily']);
  });
});

describe('volt-watt and volt-var shares', () => {
  test('count the panel or the rating, each unit by its own', () => {
    const { inverterControls, curves } = circuitOf(
      `New XYcurve.vw npts=3 xarray=(1 1.02 1.1) yarray=(1 1 0)
New PVSystem.A bus1=b kv=12.47 kva=500 pmpp=400
New PVSystem.B bus1=b kv=12.47 kva=500 pmpp=500
New InvControl.I mode=voltwatt voltwatt_curve=vw`,
    );
    expect(inverterControls.map(({ generatorIds }) => generatorIds)).toEqual([['a'], ['b']]);
    const [a, b] = inverterControls.map(
      ({ voltWattCurve }) => curves.find(({ id }) => id === voltWattCurve)!.y,
    );
    near(a!, [0.8, 0.8, 0]);
    near(b!, [1, 1, 0]);
  });

  test('VARMAX shares out the rating', () => {
    const { inverterControls } = circuitOf(
      `New XYcurve.vv npts=2 xarray=(0.9 1.1) yarray=(1 -1)
New PVSystem.A bus1=b kv=12.47 kva=500 pmpp=400
New InvControl.I mode=voltvar vvc_curve1=vv RefReactivePower=VARMAX`,
    );
    expect(inverterControls).toMatchObject([{ voltVarCurve: 'vv', voltVarReference: 'rating' }]);
  });
});
