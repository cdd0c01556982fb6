import { readFileSync } from 'node:fs';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { branchStates, buildingColours } from '../../src/app/sceneState';
import type { OneLinePlace } from '../../src/geometry/oneLine';
import { readDistrictFile } from '../../src/io/districtFile';
import { coloursOf } from '../../src/panels/oneLine/look';
import type { Shape } from '../../src/panels/oneLine/shape';
import { svgFile } from '../../src/panels/oneLine/svgFile';
import { fitted, held, revealing, windowOf, zoomedAt } from '../../src/panels/oneLine/viewport';
import { RAMPS } from '../../src/state/display';
import { oneLineClasses } from '../../src/state/view/oneLine';
import { drawn, stateWith } from './oneLineTown';

/**
 * The cheapest wrong programs: colours of the drawing's own making; a legend that narrows the map and not the drawing; texts
 * over each other; a drawing saved without what its colours mean; a zoom that runs away under the pointer.
 */
const read = readDistrictFile(readFileSync('scenarios/reference-town.district.json', 'utf8'), 'town');
if (!read.ok) throw new Error('no reference town');
const town = read.value;
const network = town.network!;

const PLACES: readonly OneLinePlace[] = [
  null,
  { kind: 'transformer', id: 'T-06' },
  { kind: 'transformer', id: 'T-10' },
  { kind: 'line', id: 'F-10-4' },
];
const bytes = (rgba: Uint8Array, row: number) =>
  `#${[0, 1, 2].map((at) => rgba[row * 4 + at]!.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
const MANY = [0.1, 0.55, 0.9, 1.1, 1.5, Number.NaN];
const EXCHANGES_W = [-2000, 10, 5000, Number.NaN];

describe('the colours of the one-line view', () => {
  it.each(['light', 'dark'] as const)('are those of the map for every line and station, in %s', (theme) => {
    for (const filter of [null, 3]) {
      const state = {
        ...stateWith(town, { loading: (row) => MANY[row % MANY.length]! }),
        classFilter: filter,
      };
      const map = branchStates(state, theme);
      const { grid, drawing } = drawn(town, null);
      const { branch } = oneLineClasses(state, grid);
      const { branch: colour } = coloursOf('loading', theme);
      network.lines.forEach((_, row) => expect(colour(branch[row]!)).toBe(map.lines![row]!.colour));
      network.transformers.forEach((_, row) =>
        expect(colour(branch[network.lines.length + row]!)).toBe(map.transformers![row]!.colour),
      );
      for (const entry of drawing.entries.filter(({ key }) => key.startsWith('transformer:'))) {
        const { alert } = entry.lookAt(oneLineClasses(state, grid));
        const of = map.transformers![entry.branchRow - network.lines.length]!;
        expect([alert > 0, alert > 1]).toEqual([of.alert, of.severe]);
      }
    }
  });

  it('are those of the map for every building, and leave out what the legend leaves out', () => {
    const netW = (row: number) => EXCHANGES_W[row % EXCHANGES_W.length]!;
    const base = { ...stateWith(town, { netW }), variable: 'netExchange' as const, look: 'data' as const };
    const { grid } = drawn(town, null);
    const { building: colour } = coloursOf('netExchange', 'light');
    const rgba = buildingColours(base, 'light')!;
    const { building } = oneLineClasses(base, grid);
    town.buildings.forEach((_, row) => {
      if (rgba[row * 4 + 3] === 0) expect(colour(building[row]!)).toBeNull();
      else expect(colour(building[row]!)).toBe(bytes(rgba, row));
    });
    const narrowed = oneLineClasses({ ...base, classFilter: 2 }, grid).building;
    building.forEach((index, row) => {
      if (index !== 2) expect(colour(narrowed[row]!)).toBe('surface');
      else expect(narrowed[row]).toBe(2);
    });
  });

  it('give each bus the class of its worst phase, where the voltage is on screen and only there', () => {
    const state = stateWith(town, { vPu: (bus, phase) => (phase === 1 ? [0.88, 1.06, 1][bus % 3]! : 1.01) });
    const { grid } = drawn(town, null);
    const { bus } = oneLineClasses({ ...state, variable: 'voltage' }, grid);
    expect([...bus.slice(0, 6)]).toEqual([0, 3, 2, 0, 3, 2]);
    expect(new Set(oneLineClasses(state, grid).bus)).toEqual(new Set([-1]));
  });

  it('show nothing of an hour that a room must not see', () => {
    const state = stateWith(town, { loading: () => 1.3, netW: () => 5000 });
    const hidden = {
      ...state,
      mode: 'present',
      present: { round: { phase: 'hidden' } },
    } as unknown as typeof state;
    const { grid } = drawn(town, null);
    const { branch, building } = oneLineClasses(hidden, grid);
    expect(new Set([...branch, ...building])).toEqual(new Set([-1]));
  });

  it('let a folded feeder show the worst that is behind it', () => {
    const far = network.lines.findIndex(({ id }) => id === 'F-10-4.30');
    const state = stateWith(town, { loading: (row) => (row === far ? 1.25 : 0.1) });
    const { grid, drawing } = drawn(town, { kind: 'transformer', id: 'T-10' });
    const looks = drawing.entries
      .filter(({ enters }) => enters?.kind === 'line')
      .map((entry) => [entry.text.id, entry.lookAt(oneLineClasses(state, grid))] as const);
    for (const [id, { percent, alert, branch }] of looks) {
      expect(percent).toBeCloseTo(id === 'F-10-4' ? 125 : 10, 9);
      expect([alert, branch]).toEqual(id === 'F-10-4' ? [2, 4] : [0, 0]);
    }
  });
});

function shapesOf(place: OneLinePlace): readonly Shape[] {
  const { grid, drawing } = drawn(town, place);
  const classes = oneLineClasses(stateWith(town, { loading: () => 1.3 }), grid);
  const colours = coloursOf('loading', 'light');
  return drawing.entries.flatMap((entry) =>
    entry.shapes({ look: entry.lookAt(classes), colours, showsVoltage: true }),
  );
}

describe('the drawing', () => {
  it.each(PLACES)('has no text over another in %o', (place) => {
    const texts = shapesOf(place).flatMap((shape) =>
      shape.is === 'text' && shape.text !== '!' ? [shape] : [],
    );
    expect(texts.length).toBeGreaterThan(3);
    const boxes = texts.map(({ x, y, text, size, anchor }) => {
      const width = text.length * size * 0.5;
      const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
      return { text, left, right: left + width, top: y - size * 0.72, bottom: y };
    });
    for (const [at, a] of boxes.entries())
      for (const b of boxes.slice(at + 1)) {
        const over = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        expect(over, `${a.text} / ${b.text}`).toBe(false);
      }
  });

  it('says of each thing what it is, with type, length and rating', () => {
    const names = (place: OneLinePlace) => drawn(town, place).drawing.entries.map(({ text }) => text.name);
    const stations = names(null)
      .join('\n')
      .replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(stations).toContain('Station T-02, 400 kVA, 30 buildings');
    expect(stations).toContain('MV line MV-ring-1.01, NA2XS2Y 3x1x240 12/20 kV, 633 m');
    expect(stations).toContain('Open: MV line MV-ring-1.06');
    expect(names({ kind: 'line', id: 'F-10-4' }).filter((name) => name.startsWith('Building'))).toHaveLength(
      33,
    );
  });

  it('is saved with what it is of, and what each colour means, whatever the names hold', () => {
    const head = {
      ...{ title: 'A & <b>', lines: ['Scenario "x" · Tuesday'], theme: 'light' as const },
      legends: [
        {
          ...{ title: 'Loading, %', note: 'a note' },
          classes: RAMPS.loading.light.map((colour, at) => ({ colour, word: `word ${at}`, limits: '' })),
        },
      ],
    };
    const shapes = shapesOf({ kind: 'line', id: 'F-10-4' });
    const text = svgFile({ width: 900, height: 300 }, shapes, head);
    const svg = parseXml(text).root as XmlElement;
    const said = svg.text;
    for (const part of [
      'A & <b>',
      'Scenario "x" · Tuesday',
      'Loading, %',
      'word 4',
      'a note',
      'Nordstraße 11',
    ])
      expect(said).toContain(part);
    for (const colour of RAMPS.loading.light) expect(text).toContain(`fill="${colour}"`);
    expect(text).not.toContain('var(');
    const drawnShapes = [...text.matchAll(/<(path|text) /g)].length;
    expect(drawnShapes).toBeGreaterThanOrEqual(shapes.length + 12);
  });
});

const pane = { width: 700, height: 400 };
const anyView = fc.record({
  x: fc.integer({ min: -5000, max: 700 }),
  y: fc.integer({ min: -5000, max: 400 }),
  scale: fc.double({ min: 0.1, max: 3, noNaN: true }),
});

describe('what of it is in sight', () => {
  it('keeps the point under the pointer when it is zoomed', () => {
    fc.assert(
      fc.property(anyView, fc.nat(700), fc.nat(400), fc.constantFrom(0.5, 1.4, 3), (view, x, y, factor) => {
        const after = zoomedAt(view, factor, x, y);
        expect((x - after.x) / after.scale).toBeCloseTo((x - view.x) / view.scale, 4);
        expect((y - after.y) / after.scale).toBeCloseTo((y - view.y) / view.scale, 4);
      }),
    );
  });

  it('is all of it when it is fitted, never nothing of it, and what was asked for', () => {
    const size = fc.record({
      width: fc.integer({ min: 50, max: 6000 }),
      height: fc.integer({ min: 50, max: 3000 }),
    });
    fc.assert(
      fc.property(size, anyView, fc.nat(5000), fc.nat(2000), (drawing, view, x, y) => {
        const all = fitted(drawing, pane);
        expect(all.x + drawing.width * all.scale).toBeLessThanOrEqual(pane.width);
        expect(all.y + drawing.height * all.scale).toBeLessThanOrEqual(pane.height);
        const kept = held(view, drawing, pane);
        expect(kept.x).toBeLessThan(pane.width);
        expect(kept.x + drawing.width * kept.scale).toBeGreaterThan(0);
        const box = { x, y, width: 30, height: 20 };
        const shown = revealing(view, box, pane);
        expect(shown.x + x * shown.scale).toBeGreaterThanOrEqual(0);
        expect(shown.x + (x + 30) * shown.scale).toBeLessThanOrEqual(pane.width);
        const again = revealing(shown, box, pane);
        expect([again.x - shown.x, again.y - shown.y].map(Math.abs).every((px) => px < 1e-6)).toBe(true);
        const frame = windowOf(view, pane);
        expect(frame.x).toBeLessThanOrEqual(-view.x / view.scale);
        expect(frame.x + frame.width).toBeGreaterThanOrEqual((pane.width - view.x) / view.scale);
      }),
    );
  });
});
