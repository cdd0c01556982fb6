import { runnerImport } from '/work/main/node_modules/vite/dist/node/index.js';
const { module: { launchBrowser, openApp, serveDist } } = await runnerImport('/work/main/tests/browser/launch.ts');
const [browser, server] = [await launchBrowser(), await serveDist()];
const shots = process.argv.slice(2);
for (const [name, width, height, dark, hash] of [['plan-1280',1280,720,false,''],['plan-dark-1440',1440,900,true,''],['building-1280',1280,720,false,'#mode=building'],['phone',390,844,false,''],['present-1280',1280,720,false,'#mode=present']]) {
  if (shots.length && !shots.some((s) => name.includes(s))) continue;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', locale: 'en-US' });
  const t = Date.now();
  page.on('console', (m) => m.type() === 'error' && console.log(m.text()));
  await page.goto(server.url + hash);
  await page.locator('[data-kpi="peakImport"]').first().waitFor({ timeout: 60000 }).catch(() => {});
  const kpi = Date.now() - t;
  await page.locator('canvas').first().waitFor({ timeout: 60000 }).catch(() => {});
  console.log(name, 'kpi', kpi, 'canvas', Date.now() - t);
  await page.waitForTimeout(6000);
  await page.screenshot({ path: `/tmp/w/shots/look-${name}.png` });
  await page.close();
}
await browser.close(); await server.close();
