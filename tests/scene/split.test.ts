import { describe, expect, it } from 'vitest';
import { shareAfter } from '../../src/panels/split/Divider';
import { CLUSTER_PX, clustersOf, spreadOf } from '../../src/scene/three/glyphClusters';
import { simplified } from '../../src/scene/three/ribbons';
import { sideAt, sidesOf } from '../../src/scene/three/split';
import { besideOf, createAppStore } from '../../src/state';
import { FLOW_FROM_W, flowClass } from '../../src/state/display';
import { startHistory } from '../../src/state/history';

describe('a map that shows two scenarios', () => {
  it('leaves no pixel to nobody and none to both, the scenario on screen on the right', () => {
    for (const kind of ['swipe', 'pair'] as const) {
      const [left, right] = sidesOf({ kind, share: 0.37 }, 1001);
      expect(left).toMatchObject({ paint: 1, fromPx: 0, toPx: 370 });
      expect(right).toMatchObject({ paint: 0, fromPx: 370, toPx: 1001 });
      expect(sideAt([left!, right!], 369.9).paint).toBe(1);
      expect(sideAt([left!, right!], 370).paint).toBe(0);
    }
    expect(sidesOf(null, 1001)).toEqual([{ paint: 0, fromPx: 0, toPx: 1001, shiftPx: 0 }]);
  });

  it('swipes over one picture, and puts the middle of the picture into the middle of each half side by side', () => {
    expect(sidesOf({ kind: 'swipe', share: 0.3 }, 1000).map(({ shiftPx }) => shiftPx)).toEqual([0, 0]);
    for (const { fromPx, toPx, shiftPx } of sidesOf({ kind: 'pair', share: 0.3 }, 1000))
      expect(500 + shiftPx).toBe((fromPx + toPx) / 2);
  });

  it('has a divider that keys move both ways, in steps and to its ends, and leaves other keys alone', () => {
    expect(shareAfter('ArrowLeft', 0.5)).toBeCloseTo(0.48, 12);
    expect(shareAfter('ArrowRight', 0.5)).toBeCloseTo(0.52, 12);
    expect(shareAfter('PageUp', 0.5)).toBeCloseTo(0.6, 12);
    expect(shareAfter('PageDown', 0.5)).toBeCloseTo(0.4, 12);
    expect([shareAfter('Home', 0.5), shareAfter('End', 0.5), shareAfter('b', 0.5)]).toEqual([0, 1, null]);
  });

  it('holds another scenario than the active one beside it, the baseline first, and only while asked to', () => {
    const scenario = (id: string) => ({ id, name: id, description: '', measures: [] });
    const store = createAppStore();
    const of = (activeId: string, besideId: string | null, ids = ['baseline', 'a', 'b']) => {
      const history = startHistory({ baseEdits: [], scenarios: ids.map(scenario) as never });
      store.setState({ activeId, besideId, history });
      return besideOf(store.getState());
    };
    expect(of('a', null)).toBeNull();
    expect(of('a', 'baseline')).toBe('baseline');
    expect(of('a', 'b')).toBe('b');
    expect(of('b', 'b')).toBe('baseline');
    expect(of('baseline', 'baseline')).toBe('a');
    expect(of('a', 'gone')).toBe('baseline');
    expect(of('baseline', 'baseline', ['baseline'])).toBeNull();
  });
});

describe('signs of the flow', () => {
  it('grow with the power, turn with its direction, and are none below the first threshold or without a number', () => {
    FLOW_FROM_W.forEach((fromW, at) => {
      expect(flowClass(fromW)).toBe(at + 1);
      expect(flowClass(-fromW)).toBe(-at - 1);
      expect(Math.abs(flowClass(fromW - 1))).toBe(at);
    });
    expect(Math.abs(flowClass(-999))).toBe(0);
    expect(Math.abs(flowClass(Number.NaN))).toBe(0);
  });
});

describe('signs that share a place', () => {
  const xy = (...places: readonly [number, number][]) => Float64Array.from(places.flat());

  it('are one where they are closer than the size of a target, across the cells of the search too', () => {
    expect(clustersOf(xy([23, 23], [25, 25], [23 + CLUSTER_PX, 23], [200, 0]), new Set())).toEqual([
      [0, 1],
      [2],
      [3],
    ]);
    // A chain is not one group: the ends of it lie far apart.
    expect(clustersOf(xy([0, 0], [20, 0], [40, 0]), new Set())).toEqual([[0, 1], [2]]);
  });

  it('never hide the one that is looked at, nor take in what is not on screen', () => {
    expect(clustersOf(xy([0, 0], [1, 0], [2, 0]), new Set([1]))).toEqual([[0, 2], [1]]);
    expect(clustersOf(xy([Infinity, Infinity], [Infinity, Infinity]), new Set())).toEqual([[0], [1]]);
  });

  it('open to a view that holds them all', () => {
    expect(
      spreadOf([
        [0, 0],
        [60, 80],
      ]),
    ).toEqual({ x: 30, y: 40, radiusM: 50 });
    expect(spreadOf([[5, 5]]).radiusM).toBeGreaterThan(0);
  });
});

describe('a path from afar', () => {
  it('loses what lies within the tolerance, and nothing that lies outside', () => {
    const path: [number, number][] = [
      [0, 0],
      [50, 1],
      [100, 0],
      [100, 40],
      [101, 80],
    ];
    expect(simplified(path, 1.5)).toEqual([
      [0, 0],
      [100, 0],
      [101, 80],
    ]);
    expect(simplified(path, 0.1)).toEqual(path);
    // Out and back again: both ends lie in one place.
    expect(
      simplified(
        [
          [0, 0],
          [50, 0],
          [0, 0],
        ],
        1.5,
      ),
    ).toHaveLength(3);
  });
});
