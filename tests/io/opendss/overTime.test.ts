import { describe, expect, test } from 'vitest';
import { circuitOf, errorsOf, HEAD, near } from './read';

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

  const HEAT = 'New XYcurve.pt npts=4 xarray=(0 25 75 100) yarray=(1.2 1 0.8 0.6)\n';
  const unit = (more: string) =>
    `New PVSystem.P bus1=b kv=12.47 kva=700 pmpp=500 %pmpp=140 %cutin=0 %cutout=0 P-TCurve=pt ${more}\n`;
  const powers = (script: string, kind: 'yearly' | 'daily' | 'duty' = 'daily') => {
    const { generators, shapes } = circuitOf(HEAT + script);
    const own = shapes.find(({ id }) => id === generators[0]!.shapes[kind])!;
    return { intervalS: own.intervalS, p: Array.from(own.p), actual: own.actual };
  };

  test('take the temperature of each step, and without a curve for it none', () => {
    const shapes = `${SHAPE}New TShape.t npts=5 interval=1 temp=(0 25 50 75 100)\n`;
    const daily = powers(`${shapes}${unit('daily=sun Tdaily=t')}`);
    expect([daily.intervalS, daily.actual]).toEqual([3600, true]);
    near(daily.p, [50 * 1.2, 250, 500 * 0.9, 90 * 0.8, 150 * 0.6]);
    near(powers(`${shapes}${unit('Tdaily=t')}`).p, [600, 500, 450, 400, 300]);
    const plain = circuitOf(
      `${shapes}New PVSystem.P bus1=b kv=12.47 kva=600 pmpp=500 %cutin=0 %cutout=0 daily=sun Tdaily=t`,
    );
    expect(plain.generators[0]!.shapes).toEqual({ daily: 'sun' });
  });

  test('lay sun and temperature on the finer interval, the nearest point of each', () => {
    const shapes = `New Loadshape.sun npts=4 minterval=30 mult=(0.2 0.4 0.6 0.8)
New TShape.t npts=2 interval=1 temp=(75 100)\n`;
    const daily = powers(`${shapes}${unit('daily=sun Tdaily=t')}`);
    expect(daily.intervalS).toBe(1800);
    // Half an hour rounds to the even 0, which is the last point; one hour is point 1; 1.5 h and 2 h are point 2.
    near(daily.p, [100 * 0.6, 200 * 0.8, 300 * 0.6, 400 * 0.6]);
    // A duty cycle without its own falls back on the day's temperatures.
    near(powers(`${shapes}${unit('duty=sun Tdaily=t')}`, 'duty').p, daily.p);
    expect(powers(`${shapes}${unit('yearly=sun Tdaily=t')}`, 'yearly')).toMatchObject({ actual: false });
  });

  test('refuse temperatures that do not fit the sun, in the mode that uses them', () => {
    const script = `${HEAD}${HEAT}${SHAPE}New TShape.t npts=3 interval=0.7 temp=(1 2 3)\n${unit('daily=sun Tdaily=t')}`;
    expect(errorsOf(script)).toEqual([]);
    expect(errorsOf(`${script}Set mode=daily`)).toEqual(['5 pvsystem.p.tdaily']);
    expect(errorsOf(`${HEAD}${HEAT}${unit('Tdaily=nowhere')}`)).toEqual(['3 pvsystem.p.tdaily']);
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
