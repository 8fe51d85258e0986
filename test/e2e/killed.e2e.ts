/** Promises D-01, D-03 and the hard half of U-05: the browser is killed while somebody types, or has the camera open. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { seededRandom } from '@motcua/testkit/clock';
import { PNG } from './copies.ts';
import { startDemo, type Demo } from './demo.ts';
import { newProfile, type Life, type Profile } from './mortal-browser.ts';

/** Longest loss that D-01 allows, milliseconds: what was typed earlier is there again. */
const LOSS_MS = 1000;
const BUDGET_MS = 35_000;
/** As many as fit; at a release `MOTCUA_KILLS=50`. */
const KILLS = Number(process.env['MOTCUA_KILLS'] ?? 12);
const MARKED = { number: '096190004321', phone: '0987123456', name: 'Đặng Thị Dấu Vết' };

let demo: Demo;
let profile: Profile;
let life: Life;
const random = seededRandom(41);

beforeAll(async () => {
  demo = await startDemo();
  profile = newProfile();
}, 120_000);
afterAll(async () => {
  await life?.kill();
  await demo?.stop();
  profile?.remove();
});

async function open(page: Page, code: string, button: string): Promise<void> {
  await page.goto(`${demo.url}/ke-khai.html?motcua=${code}.form`);
  await page.getByRole('button', { name: button, exact: true }).first().click();
  await page.getByText(/Phần \d trong/).first().waitFor();
}
const nameField = (page: Page) => page.getByLabel('Họ, chữ đệm, tên người yêu cầu').first();

/** Letters without meaning: whatever is found again can only come from here. */
function word(): string {
  return Array.from({ length: 3 + Math.floor(random() * 5) }, () => 'bcdghklmnptvx'[Math.floor(random() * 13)]).join('');
}

describe('a browser that is killed', { timeout: 120_000 }, () => {
  const typed: string[] = [];

  test('D-01: at random moments while typing: nothing older than a second is lost', async () => {
    life = await profile.start();
    await open(life.page, '1.001193', 'Bắt đầu');
    await life.page.getByText('Giữ bản nháp cho chắc, hoặc xóa').click();
    await life.page.getByLabel('Lưu trên máy này 7 ngày').check();
    await life.page.getByText(/Máy này giữ đến/).waitFor();
    const losses: number[] = [];
    const began = Date.now();
    while (losses.length < KILLS && (losses.length < 5 || Date.now() - began < BUDGET_MS || process.env['MOTCUA_KILLS'] !== undefined)) {
      const box = nameField(life.page);
      await box.click();
      await box.press('Control+A');
      const log: { at: number; text: string }[] = [{ at: 0, text: await box.inputValue() }];
      const dies = Date.now() + 300 + random() * 2200;
      let text = '';
      while (Date.now() < dies) {
        const letter = text.length % 9 === 8 ? ' ' : word()[0]!;
        await life.page.keyboard.type(letter);
        text += letter;
        log.push({ at: Date.now(), text });
        await new Promise((resolve) => setTimeout(resolve, 15 + random() * 120));
      }
      const killedAt = Date.now();
      await life.kill();
      typed.push(text);
      life = await profile.start();
      await open(life.page, '1.001193', 'Làm tiếp');
      const found = await nameField(life.page).inputValue();
      const known = log.findLastIndex((one) => one.text.trimEnd() === found.trimEnd());
      expect(known, `«${found}» was never typed`).toBeGreaterThanOrEqual(0);
      // How old the first thing is that is missing.
      losses.push(known === log.length - 1 ? 0 : killedAt - log[known + 1]!.at);
      expect(losses.at(-1)).toBeLessThanOrEqual(LOSS_MS);
    }
    expect(losses.length).toBeGreaterThanOrEqual(5);
    process.stdout.write(`D-01: ${String(losses.length)} kills, lost at most ${String(Math.max(...losses))} ms of typing\n`);
  });

  test('U-05: killed while the camera is open: the same step, every answer, the finished upload', async () => {
    await life.page.goto(`${demo.url}/ke-khai.html?motcua=2.000815.form`);
    await life.page.getByRole('button', { name: 'Bắt đầu', exact: true }).click();
    await life.page.getByLabel('Họ, chữ đệm và tên').first().fill(MARKED.name);
    await life.page.getByLabel('Số định danh').first().fill(MARKED.number);
    await life.page.getByLabel('Số điện thoại').first().fill(MARKED.phone);
    await life.page.getByText('Giữ bản nháp cho chắc, hoặc xóa').click();
    await life.page.getByLabel('Lưu trên máy này 7 ngày').check();
    await life.page.getByRole('button', { name: 'Tiếp tục', exact: true }).click();
    await life.page.getByText('Phần 2 trong').waitFor();
    await life.page.locator('#file').first().setInputFiles({ name: 'Bằng tốt nghiệp.png', mimeType: 'image/png', buffer: PNG });
    await life.page.getByText(/Đã đến nơi/).first().waitFor();
    const chooser = life.page.waitForEvent('filechooser');
    await life.page.getByRole('button', { name: /Chụp ảnh/ }).first().click();
    await chooser;
    // A camera takes longer to open than this before the system wants its memory.
    await life.page.waitForTimeout(300);
    await life.kill();
    life = await profile.start();
    await open(life.page, '2.000815', 'Làm tiếp');
    await life.page.getByText('Phần 2 trong').waitFor();
    await life.page.getByText('Bằng tốt nghiệp.png').first().waitFor();
    await life.page.getByText(/Đã đến nơi/).first().waitFor();
    await life.page.getByRole('button', { name: 'Quay lại', exact: true }).click();
    expect(await life.page.getByLabel('Họ, chữ đệm và tên').first().inputValue()).toBe(MARKED.name);
  });

  test('D-03: nothing of it can be read in the profile on disk, in no mode', async () => {
    // By default, key of the tab.
    await open(life.page, '1.004873', 'Bắt đầu');
    await life.page.getByRole('textbox').first().fill(MARKED.name);
    await life.page.getByText(/Đã lưu lúc|Đã lưu/).first().waitFor();
    // Helping somebody on a shared machine.
    const helped = await life.context.newPage();
    await helped.goto(`${demo.url}/ke-khai.html?motcua=1.000656.form`);
    await helped.locator('motcua-dossier-form').evaluate((form) => ((form as unknown as { helper: boolean }).helper = true));
    await helped.getByRole('button', { name: 'Bắt đầu', exact: true }).click();
    await helped.getByRole('textbox').first().fill(MARKED.name);
    await helped.waitForTimeout(1200);
    // Long enough for the browser to have written down its tabs for the next start.
    await life.page.waitForTimeout(2500);
    await life.kill();
    const words = [...Object.values(MARKED), ...typed.filter((text) => text.length >= 8)];
    expect(profile.filesWith(words)).toEqual([]);
    // The search itself finds what is there.
    expect(profile.filesWith(['ke-khai.html']).length).toBeGreaterThan(0);
  });
});
