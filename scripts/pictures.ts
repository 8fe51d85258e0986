// `npm run pictures`: the pictures of the README, taken from the running demo so that they never show what is not there.
import { mkdirSync } from 'node:fs';
import { startDemo } from '../test/e2e/demo.ts';
import { openBrowser, openPhone } from '../test/e2e/phone.ts';

const folder = 'docs/images';
mkdirSync(folder, { recursive: true });
const [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
try {
  const { page } = await openPhone(browser);
  await page.goto(demo.url);
  await page.getByRole('searchbox').fill('lam giay khai sinh cho con');
  await page.waitForTimeout(1500);
  const counter = await page.locator('motcua-counter').boundingBox();
  const clip = { x: 0, y: Math.max(0, (counter?.y ?? 0) - 12), width: 360, height: 640 };
  await page.screenshot({ path: `${folder}/counter-360.png`, fullPage: true, clip });
  const wide = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
  await wide.goto(demo.url);
  await wide.getByRole('searchbox').waitFor();
  await wide.waitForTimeout(1500);
  await wide.screenshot({ path: `${folder}/counter-1280.png` });
  process.stdout.write(`pictures written to ${folder}\n`);
} finally {
  await browser.close();
  await demo.stop();
}
