import { afterEach, expect, test, vi } from 'vitest';
import { copyText } from '../../src/panels/parts/copyText';
import { BrowserShelf } from '../../src/state/projectsShelf';

afterEach(() => vi.unstubAllGlobals());

/** The cheapest wrong programs: one that throws where there is no clipboard, and one that says `copied` all the same. */
test('a page that came by plain http says that nothing was copied, and one that may copy does', async () => {
  vi.stubGlobal('navigator', {});
  expect(await copyText('link')).toBe(false);
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('denied')) } });
  expect(await copyText('link')).toBe(false);
  const held: string[] = [];
  vi.stubGlobal('navigator', {
    clipboard: { writeText: (text: string) => Promise.resolve(held.push(text)) },
  });
  expect([await copyText('link'), held]).toEqual([true, ['link']]);
});

test('how much room there is nobody knows where no storage can be asked', async () => {
  vi.stubGlobal('navigator', {});
  expect(await new BrowserShelf().room()).toBeNull();
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ usage: 1, quota: 9 }) } });
  expect(await new BrowserShelf().room()).toEqual({ usedBytes: 1, quotaBytes: 9 });
});
