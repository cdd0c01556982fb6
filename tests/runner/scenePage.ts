/**
 * The page of the scene's benchmark (benchScene.mjs): a district of many copies of the reference town with its grid, drawn by
 * the app's own World, and the same bodies as a plain merged city.
 */
import {
  Mesh,
  MeshLambertMaterial,
  PerspectiveCamera,
  Scene,
  WebGLRenderer,
  type BufferGeometry,
} from 'three';
import type { Point } from '../../src/model/building';
import type { District } from '../../src/model/district';
import type { Line, Network } from '../../src/model/network';
import { CityLayer } from '../../src/scene/three/cityLayer';
import { cityTiles } from '../../src/scene/three/tiles';
import { World } from '../../src/scene/three/World';
import type { SceneState } from '../../src/scene/types';
import { synthesiseNetwork } from '../../src/synthesis/network';
import { generateTown } from '../../src/synthesis/town';
import { median } from './median.mjs';

const SEED = 7;
const PITCH_M = 1600;
const TINY_PX = 16;
const LARGE_PX = [1280, 720] as const;
const LINE_COLOURS = ['#C6D3DF', '#8AA9C4', '#D9881C', '#B93A17', '#5B0D42'] as const;

type Look = SceneState['look'];

/** So many buildings with their grid: copies of one town, side by side, the last one cut. */
function districtOf(count: number): District {
  const town = generateTown(SEED);
  const made = synthesiseNetwork(town);
  if (!made.ok || made.value.network === null) throw new Error('the town has no network');
  const { buildings, network } = made.value;
  const copies = Math.ceil(count / buildings.length);
  const across = Math.ceil(Math.sqrt(copies));
  const parts = Array.from({ length: copies }, (_, copy) => {
    const shift = ([x, y]: Point): Point => [
      x + (copy % across) * PITCH_M,
      y + Math.floor(copy / across) * PITCH_M,
    ];
    return { tag: `${copy}-`, shift };
  });
  const all = parts.flatMap(({ tag, shift }) =>
    buildings.map((one) => ({
      ...one,
      id: tag + one.id,
      footprint: {
        outer: one.footprint.outer.map(shift),
        holes: one.footprint.holes.map((hole) => hole.map(shift)),
      },
    })),
  );
  return {
    ...made.value,
    buildings: all.slice(0, count),
    network: { ...network, ...manyNetworks(network, parts) },
  };
}

function manyNetworks(
  network: Network,
  parts: readonly { readonly tag: string; readonly shift: (at: Point) => Point }[],
): Pick<Network, 'buses' | 'lines' | 'transformers' | 'switches'> {
  const each = <Part>(make: (tag: string, shift: (at: Point) => Point) => readonly Part[]) =>
    parts.flatMap(({ tag, shift }) => make(tag, shift));
  return {
    buses: each((tag, shift) =>
      network.buses.map((bus) => ({ ...bus, id: tag + bus.id, position: shift(bus.position) })),
    ),
    lines: each((tag, shift) =>
      network.lines.map((line): Line => ({
        ...line,
        id: tag + line.id,
        fromBusId: tag + line.fromBusId,
        toBusId: tag + line.toBusId,
        path: line.path.map(shift),
      })),
    ),
    transformers: each((tag, shift) =>
      network.transformers.map((one) => ({
        ...one,
        id: tag + one.id,
        fromBusId: tag + one.fromBusId,
        toBusId: tag + one.toBusId,
        position: shift(one.position),
      })),
    ),
    switches: each((tag) => network.switches.map((one) => ({ ...one, lineId: tag + one.lineId }))),
  };
}

/** The state of an hour: every building and every line in some class that differs from hour to hour. */
function stateOf(district: District, look: Look, hour: number): SceneState {
  const colours = new Uint8Array(district.buildings.length * 4);
  for (let row = 0; row < district.buildings.length; row += 1) {
    const shade = (row * 37 + hour * 11) % 200;
    colours.set([shade, 120, 255 - shade, 255], row * 4);
  }
  const classOf = (row: number) => (row * 7 + hour) % LINE_COLOURS.length;
  const { network } = district;
  return {
    look,
    theme: 'light',
    hour: { dayOfYear: 15, hourOfDay: hour % 24 },
    site: { longitudeDeg: 8.5, latitudeDeg: 49.5, utcOffsetMin: 60 },
    buildingColours: look === 'data' ? colours : null,
    lineStates: network!.lines.map((_, row) => ({
      colour: LINE_COLOURS[classOf(row)]!,
      widthClass: classOf(row),
    })),
    transformerStates: network!.transformers.map((_, row) => ({
      colour: LINE_COLOURS[classOf(row)]!,
      percent: 30 * classOf(row),
      alert: classOf(row) > 2,
      severe: classOf(row) > 3,
    })),
    lineFlows: null,
    buildings: null,
    beside: null,
    showGrid: true,
    selection: null,
    hovered: null,
    marked: null,
    highlighted: null,
    labels: [],
    reducedMotion: true,
  };
}

/** Bytes that the page hands to the graphics memory from now on. */
function countUploads(gl: WebGL2RenderingContext): { bytes: number } {
  const counter = { bytes: 0 };
  for (const name of [
    'texImage2D',
    'texSubImage2D',
    'texSubImage3D',
    'bufferData',
    'bufferSubData',
  ] as const) {
    const plain = gl[name].bind(gl) as (...parts: unknown[]) => void;
    Object.defineProperty(gl, name, {
      value: (...parts: unknown[]) => {
        for (const part of parts) if (ArrayBuffer.isView(part)) counter.bytes += part.byteLength;
        plain(...parts);
      },
    });
  }
  return counter;
}

interface Stage {
  readonly renderer: WebGLRenderer;
  readonly scene: Scene;
  readonly camera: PerspectiveCamera;
}

function stage(): Stage {
  const renderer = new WebGLRenderer({ antialias: false });
  renderer.setPixelRatio(1);
  renderer.info.autoReset = false;
  document.body.append(renderer.domElement);
  return { renderer, scene: new Scene(), camera: new PerspectiveCamera(34, 1, 1, 60_000) };
}

/** Milliseconds a frame takes until its pixels are there. */
function frameMs({ renderer }: Stage, draw: () => void): number {
  const gl = renderer.getContext();
  const from = performance.now();
  draw();
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  return performance.now() - from;
}

/** What is printed of one size and one look. */
export interface SceneFigures {
  readonly drawCalls: number;
  readonly triangles: number;
  readonly hourBytes: number;
  readonly hourMs: number;
  readonly scriptMs: number;
  readonly frameMs: number;
  readonly plainMs: number;
  readonly idleFrames: number;
  readonly heapMB: number;
}

const idle = (ms: number) => new Promise((done) => setTimeout(done, ms));

export async function measureScene(count: number, look: Look, frames: number): Promise<SceneFigures> {
  const district = districtOf(count);
  const tiles = cityTiles(district);
  const own = stage();
  const { renderer, scene, camera } = own;
  let asked = 0;
  const labelHost = document.createElement('div');
  const world = new World({
    ...{ renderer, scene, camera, district, tiles, labelHost, shadows: false },
    invalidate: () => {
      asked += 1;
    },
  });
  const draw = () => {
    renderer.info.reset();
    world.tick(0);
    world.draw();
  };
  const turn = () => world.rig.orbit(0.01, 0);
  const resize = (width: number, height: number) => {
    renderer.setSize(width, height, false);
    world.resize(width, height);
  };
  resize(...LARGE_PX);
  world.set(stateOf(district, look, 0));
  while (world.tick(0.1)) await idle(0);
  draw();
  draw();
  const { calls, triangles } = renderer.info.render;
  const uploads = countUploads(renderer.getContext() as WebGL2RenderingContext);
  const next = stateOf(district, look, 1);
  const hourFrom = performance.now();
  world.set(next);
  const hourMs = performance.now() - hourFrom;
  draw();
  const hourBytes = uploads.bytes;
  const { memory } = performance as unknown as { readonly memory?: { readonly usedJSHeapSize: number } };
  const heapMB = (memory?.usedJSHeapSize ?? Number.NaN) / 1e6;
  const plain = plainCity(district, tiles);
  const turned = (stage: Stage, render: () => void): number => {
    turn();
    world.tick(0);
    return frameMs(stage, render);
  };
  // In turns, frame by frame: what else the machine has to do then slows both alike.
  const pairs = Array.from({ length: frames + 1 }, () => ({
    ownMs: turned(own, draw),
    plainMs: turned(plain.stage, () => plain.stage.renderer.render(plain.stage.scene, camera)),
  })).slice(1);
  plain.dispose();
  resize(TINY_PX, TINY_PX);
  draw();
  const scriptMs = median(
    Array.from({ length: 4 * frames }, () => {
      turn();
      const from = performance.now();
      draw();
      return performance.now() - from;
    }),
  );
  while (world.tick(0.1)) await idle(0);
  asked = 0;
  await idle(1000);
  const idleFrames = asked;
  const figures = {
    ...{ drawCalls: calls, triangles, hourBytes, hourMs, scriptMs, idleFrames, heapMB },
    frameMs: median(pairs.map(({ ownMs }) => ownMs)),
    plainMs: median(pairs.map(({ plainMs }) => plainMs)),
  };
  world.dispose();
  renderer.dispose();
  renderer.domElement.remove();
  return figures;
}

/** The same bodies under one light, nothing else: a plain merged city on a canvas of the same size. */
function plainCity(
  district: District,
  tiles: ReturnType<typeof cityTiles>,
): { readonly stage: Stage; dispose(): void } {
  const plain = stage();
  const city = new CityLayer(district.buildings, tiles, district.seed, null);
  const material = new MeshLambertMaterial();
  for (const geometry of city.geometries as readonly BufferGeometry[])
    plain.scene.add(new Mesh(geometry, material));
  plain.renderer.setSize(...LARGE_PX, false);
  const dispose = (): void => {
    city.dispose();
    material.dispose();
    plain.renderer.dispose();
    plain.renderer.domElement.remove();
  };
  return { stage: plain, dispose };
}

Object.assign(window, { measureScene });
