import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handFocus } from '../../src/panels/parts/handFocus';

/**
 * Focus after what had it is gone. The cheapest wrong programs: one that takes the focus away from where it has stayed, one that
 * looks before the page is drawn anew, and one that gives up where the first neighbour is gone too.
 */
const body = { name: 'body' };
let drawn: (() => void)[] = [];
let focused: string[] = [];
let page: { activeElement: object | null; there: readonly string[] };

beforeEach(() => {
  drawn = [];
  focused = [];
  page = { activeElement: { name: 'button' }, there: ['.second', '.third'] };
  vi.stubGlobal('requestAnimationFrame', (done: () => void) => drawn.push(done));
  vi.stubGlobal('document', {
    body,
    get activeElement() {
      return page.activeElement;
    },
    querySelector: (selector: string) =>
      page.there.includes(selector) ? { focus: () => focused.push(selector) } : null,
  });
});

const draw = () => drawn.splice(0).forEach((done) => done());

describe('the focus of what is gone', () => {
  it('goes to the first neighbour that is there once the page is drawn', () => {
    handFocus('.first', '.second', '.third');
    page.activeElement = body;
    expect(focused).toEqual([]);
    draw();
    expect(focused).toEqual(['.second']);
  });

  it('stays where it has stayed', () => {
    handFocus('.second');
    draw();
    expect(focused).toEqual([]);
  });

  it('goes nowhere where nothing of it is there', () => {
    handFocus('.first');
    page.activeElement = null;
    draw();
    expect(focused).toEqual([]);
  });
});
