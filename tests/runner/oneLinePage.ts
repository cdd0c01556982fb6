/**
 * The page of the one-line view's benchmark (benchOneLine.mjs): the app's own view, in the app's own style sheets, of one radial
 * network that a single diagram draws bus by bus.
 */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import always from '../../src/app/styles/index.css?inline';
import own from '../../src/app/styles/oneLine.css?inline';
import type { Building, Point } from '../../src/model/building';
import type { District } from '../../src/model/district';
import type { Line, LineRole, Network } from '../../src/model/network';
import { OneLineView } from '../../src/panels/oneLine/OneLineView';
import { AppContext, createAppStore, type Actions } from '../../src/state';
import { synthesiseNetwork } from '../../src/synthesis/network';
import { generateTown } from '../../src/synthesis/town';
import { stateWith } from '../panels/oneLineTown';
import { AT_REST } from './frameWork.mjs';

const SEED = 7;
/** A feeder: a street of so many joints, a side street of half as many, two houses at each joint. */
const JOINTS = 40;
const HOUSES = 2;
/** The redraw begins a quarter of a second after the last step. */
const LATE_MS = 10_000;
/** How far one step goes. */
const PAN_PX = { x: 9, y: 13 };
const STEP_PX = 40;
/** Shares of the rating, from none to far above, so that every sign and colour is drawn. */
const LOADINGS = [0.1, 0.45, 0.62, 0.9, 1.1, 1.3];

/** One source, feeders from its busbar, no station between: nothing is folded away, all buses stand in one diagram. */
function districtOf(busCount: number): District {
  const made = synthesiseNetwork(generateTown(SEED));
  if (!made.ok || made.value.network === null) throw new Error('the town has no network');
  const { network: given, buildings: houses, ...town } = made.value;
  const draft = new Draft(given, houses[0]!);
  while (draft.buses.length < busCount) draft.feeder(busCount);
  const { buses, lines, buildings } = draft;
  const network: Network = {
    ...given,
    ...{ buses, lines, transformers: [], switches: [], storages: [] },
    sources: [{ ...given.sources[0]!, busId: 'S' }],
  };
  return { ...town, buildings, network };
}

class Draft {
  readonly buses: Network['buses'][number][] = [];
  readonly lines: Line[] = [];
  readonly buildings: Building[] = [];
  private feeders = 0;

  constructor(
    private readonly given: Network,
    private readonly house: Building,
  ) {
    this.bus('S');
  }

  feeder(most: number): void {
    this.feeders += 1;
    const street = this.street('S', `F${this.feeders}`, JOINTS, most);
    this.street(street[JOINTS / 2] ?? 'S', `G${this.feeders}`, JOINTS / 2, most);
  }

  private street(from: string, name: string, joints: number, most: number): readonly string[] {
    const made: string[] = [];
    for (let joint = 1; joint <= joints && this.buses.length + HOUSES < most; joint += 1) {
      const at = `${name}-${joint}`;
      this.line(made.at(-1) ?? from, at, 'lvMain');
      for (let house = 1; house <= HOUSES; house += 1) this.service(at, `${at}-${house}`);
      made.push(at);
    }
    // The last bus of all is one of a line without a house.
    if (this.buses.length + HOUSES >= most && this.buses.length < most)
      for (let rest = this.buses.length; rest < most; rest += 1)
        this.line(made.at(-1) ?? from, `${name}-end-${rest}`, 'lvMain');
    return made;
  }

  private service(from: string, to: string): void {
    this.line(from, to, 'service');
    const id = `house-${to}`;
    const connection = { busId: to, phases: ['a', 'b', 'c'] as const, mainFuseA: 63 };
    this.buildings.push({
      ...this.house,
      id,
      name: `Street of ${from} ${this.buildings.length}`,
      connection,
    });
  }

  private bus(id: string): void {
    const position: Point = [this.buses.length % 100, Math.floor(this.buses.length / 100)];
    this.buses.push({ id, nominalVoltageV: 400, position, synthetic: true });
  }

  private line(fromBusId: string, toBusId: string, role: LineRole): void {
    const lineTypeId = this.given.lines.find((one) => one.role === role)!.lineTypeId;
    this.bus(toBusId);
    this.lines.push({
      ...{ id: `line-${toBusId}`, fromBusId, toBusId, role, lineTypeId },
      ...{ lengthM: 30, parallel: 1, path: [], synthetic: true },
    });
  }
}

/** Puts the view on the page; gives the number of its buses. */
function show(busCount: number): number {
  const district = districtOf(busCount);
  const state = stateWith(district, { loading: (row) => LOADINGS[row % LOADINGS.length]! });
  const store = createAppStore();
  store.setState({ ...state, view: 'oneLine' });
  const sheet = document.createElement('style');
  sheet.textContent = `${always}\n${own}`;
  const host = document.createElement('div');
  host.style.cssText = 'display: flex; width: 100vw; height: 100vh';
  document.head.append(sheet);
  document.body.append(host);
  // It is only moved: nothing is asked of the engine.
  const value = { store, actions: {} as Actions };
  createRoot(host).render(createElement(AppContext.Provider, { value }, createElement(OneLineView)));
  return district.network!.buses.length;
}

const frame = () => new Promise<number>(requestAnimationFrame);

/** Things of the drawing that exist on the page. */
const marks = () => document.querySelectorAll('.one-line-entry').length;

type Move = 'pan' | 'closer' | 'farther';

/** One step of a hand or a wheel; `nth` from 0, which for a pan only takes hold. */
function move(kind: Move, nth: number): void {
  const drawing = document.querySelector('.one-line-drawing')!;
  const { left, top, width, height } = drawing.getBoundingClientRect();
  const at = { bubbles: true, cancelable: true, clientX: left + width / 2, clientY: top + height / 2 };
  if (kind !== 'pan') {
    drawing.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: kind === 'closer' ? -STEP_PX : STEP_PX }));
    return;
  }
  const type = nth === 0 ? 'pointerdown' : 'pointermove';
  const to = { clientX: at.clientX - PAN_PX.x * nth, clientY: at.clientY - PAN_PX.y * nth };
  drawing.dispatchEvent(new PointerEvent(type, { ...at, ...to, button: 0, pointerId: 1 }));
}

function letGo(): void {
  const drawing = document.querySelector('.one-line-drawing')!;
  drawing.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, pointerId: 1 }));
}

interface Run {
  /** Milliseconds from each frame to the next. */
  readonly frames: readonly number[];
  /** Whether it had only been stretched, and was drawn anew when it came to rest. */
  readonly isRedrawn: boolean;
}

/** A move in every frame, a mark after the last, and then until what was stretched is drawn anew and painted. */
async function run(kind: Move, frames: number): Promise<Run> {
  const times = [await frame()];
  for (let nth = 0; nth < frames; nth += 1) {
    move(kind, nth);
    times.push(await frame());
  }
  letGo();
  performance.mark(AT_REST);
  const isRedrawn = stretched();
  if (isRedrawn) await redrawn();
  return { frames: times.slice(1).map((time, at) => time - times[at]!), isRedrawn };
}

const moved = () => document.querySelector<HTMLElement>('.one-line-moved')!;
const stretched = () => new DOMMatrix(moved().style.transform).a !== 1;

/** Without asking for frames meanwhile, which would be work of its own. */
async function redrawn(): Promise<void> {
  await new Promise<void>((done, fail) => {
    const late = setTimeout(() => fail(new Error('What was stretched is not drawn anew.')), LATE_MS);
    const watch = new MutationObserver(() => {
      if (stretched()) return;
      clearTimeout(late);
      watch.disconnect();
      done();
    });
    watch.observe(moved(), { attributes: true, attributeFilter: ['style'] });
  });
  // The first begins before it is painted, the second after that.
  await frame();
  await frame();
}

// A pointer that was never there cannot be held on to.
Element.prototype.setPointerCapture = () => {};

export const oneLineBench = { show, marks, run };

Object.assign(window, { oneLineBench });
