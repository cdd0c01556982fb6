import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { g2Explained, g3Undone, g4Keyboard, g5NothingLost, g6Still, g10Cancelled } from './commonChecks';
import { READY_MS } from './journey';

/** Cancelling of every journey where there is a meter to calibrate by. */
export function buildingCalibrationCheck(page: () => Page): void {
  test('G10 cancels the calibration within a second: no figure has moved, and it says so', async () => {
    const read = () => page().locator('[data-figure="heatNeed"]').first().getAttribute('data-before');
    const kept = await read();
    await page().getByTestId('calibrate-start').click({ timeout: READY_MS });
    await page().getByTestId('calibrating').waitFor();
    const [cancel, ended] = ['[data-testid="calibrating"] button', '[data-testid="calibrate-start"]'];
    await g10Cancelled(page(), cancel, ended, kept, read);
    expect(await page().getByTestId('calibrate').getByRole('status').textContent()).toMatch(/[Cc]ancelled/);
  });
}

/** The checks of every journey where a building's measures have their effect. */
export function buildingFigureChecks(page: () => Page): void {
  test('G2 explains every figure of the building on focus', () =>
    g2Explained(page().locator('[data-testid="figures"] tr[data-figure]:not(.part)')));

  test('G5 loses nothing at 200 % and at 320 px', () =>
    g5NothingLost(page(), [
      ...['.find-building input', '[data-testid="figures"]', '.offer-button', '[data-part="transformer"]'],
      ...['[data-testid="bill"]', '[data-testid="money"]', '[data-testid="package-from"]'],
    ]));

  test('G6 with reduced motion nothing loops beside the building', () => g6Still(page()));
}

/** The same where packages stand side by side. */
export function buildingPackageChecks(page: () => Page): void {
  /** As it is counted, not as it is rounded for the page; a year that is still computed is none of the states to be compared. */
  const counted = async () => {
    await page().locator('[data-testid="effect"][data-state="ready"]').waitFor({ timeout: READY_MS });
    return page()
      .locator('[data-testid="effect"] [data-figure]')
      .evaluateAll((all) => all.map((one) => ({ ...(one as HTMLElement).dataset })));
  };

  test('G1 and G3 takes back by its name what is reverted and derived, to the last bit', async () => {
    await g3Undone(page(), [
      {
        name: /^Undo: Take Rooftop photovoltaics out of /,
        act: () =>
          page()
            .getByRole('button', { name: /^Revert Rooftop photovoltaics in C/ })
            .click(),
        read: counted,
      },
      {
        name: /^Undo: Create /,
        act: () => page().getByTestId('package-from').click(),
        read: () => page().locator('[data-column]').count(),
      },
    ]);
  });

  test('G4 reaches by Tab what the journey needs, past the map, and every stop is seen', () =>
    g4Keyboard(page(), [
      ...['.find-building input', '.offer-button', '[data-testid="package-from"]', '[data-testid="export"]'],
      ...['.package-table input[type="radio"]', 'canvas', '[aria-label="Share by link"]'],
    ]));
}
