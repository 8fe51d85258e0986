/** An officer comes in through a real OpenID Connect server, works, is renewed, and is gone when nobody touches the desk. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OIDC_AUDIENCE, startOidcServer, type OidcServer } from '@motcua/testkit/oidc-server';
import type { Browser, BrowserContext, Page } from 'playwright';
import { freePort, startDemo, type Demo } from './demo.ts';
import { says } from './keyboard.ts';
import { openBrowser } from './phone.ts';

const ROLES = { be: ['thoibinh:officer'], sep: ['thoibinh:leader'], nhin: ['thoibinh:viewer'], khach: [], la: ['triphai:officer'], hai: ['triphai:leader', 'thoibinh:viewer'] };
let oidc: OidcServer;
let demo: Demo;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let desk = '';

beforeAll(async () => {
  const port = await freePort();
  desk = `http://localhost:${String(port)}/can-bo.html`;
  oidc = await startOidcServer({ roles: ROLES, redirectUris: [desk] });
  [demo, browser] = await Promise.all([
    startDemo({ MOTCUA_OIDC_ISSUER: oidc.issuer, MOTCUA_OIDC_AUDIENCE: OIDC_AUDIENCE, MOTCUA_OIDC_CLIENT: oidc.clientId, MOTCUA_OIDC_SCOPE: 'openid desk' }, port),
    openBrowser(),
  ]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  await oidc?.close();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  page = await context.newPage();
});
afterEach(() => context.close());

/** The pages of the provider: name, any password, consent. */
async function atProvider(account: string): Promise<void> {
  await page.locator('input[name=login]').fill(account);
  await page.locator('input[name=password]').fill('x');
  await page.locator('button[type=submit]').click();
  const consent = page.getByRole('button', { name: 'Continue' });
  await Promise.race([consent.waitFor(), page.waitForURL(`${desk}**`)]);
  if (await consent.isVisible()) await consent.click();
}
async function signIn(account: string): Promise<void> {
  await page.goto(desk);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await atProvider(account);
}
/** Everything the tab and the address keep. */
const kept = (): Promise<string> => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.cookie]));

describe('signing in at an identity provider', { timeout: 60_000 }, () => {
  test('in, at work, out: no token in storage, no code in the address', async () => {
    await signIn('be');
    await says(page, 'Trần Văn Bé · Cán bộ');
    expect(page.url()).toBe(desk);
    expect(await kept()).not.toMatch(/eyJ|verifier|code=|state=/);
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL(`${oidc.issuer}/session/end**`);
    await page.getByRole('button', { name: /Yes/ }).click();
    await page.waitForURL(desk);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    // The provider has forgotten the person too.
    await page.locator('input[name=login]').waitFor();
  });

  test('a reload forgets the token; the answer in the address cannot be used twice', async () => {
    const answers: string[] = [];
    page.on('framenavigated', (frame) => { if (frame.url().includes('code=')) answers.push(frame.url()); });
    await signIn('be');
    await says(page, 'Trần Văn Bé · Cán bộ');
    await page.reload();
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).waitFor();
    await page.goto(answers[0] ?? '');
    await says(page, 'không bắt đầu từ trang này');
    expect(page.url()).toBe(desk);
  });

  test.each([
    ['sep', 'Lãnh đạo'],
    ['nhin', 'Chỉ xem'],
    ['hai', 'Chỉ xem'],
  ])('role of %s', async (account, role) => {
    await signIn(account);
    await says(page, `Trần Văn Bé · ${role}`);
  });

  test.each(['khach', 'la'])('%s has no role here', async (account) => {
    await signIn(account);
    await says(page, 'chưa được giao quyền ở đơn vị');
    // Another account may be chosen: the provider asks again.
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.locator('input[name=login]').waitFor();
  });

  test('a token for another audience opens nothing', async () => {
    oidc.audience('urn:another:service');
    await signIn('be');
    await says(page, 'chưa được giao quyền ở đơn vị');
    oidc.audience(OIDC_AUDIENCE);
  });

  test('the token is renewed while somebody works', async () => {
    oidc.tokenSeconds(61);
    await signIn('be');
    await says(page, 'Trần Văn Bé · Cán bộ');
    const before = oidc.seen.filter((one) => one === 'POST /token').length;
    await page.waitForTimeout(1500);
    await page.getByRole('button', { name: 'Tải lại' }).click();
    await expect.poll(() => oidc.seen.filter((one) => one === 'POST /token').length).toBe(before + 1);
    await says(page, 'Trần Văn Bé · Cán bộ');
    oidc.tokenSeconds(600);
  });

  test('fifteen minutes without a touch: asked, then out, and the password is asked for', async () => {
    await page.clock.install();
    await signIn('be');
    await says(page, 'Trần Văn Bé · Cán bộ');
    await page.clock.fastForward(14 * 60_000 + 10_000);
    await says(page, 'Còn một phút nữa là hết phiên');
    await page.getByRole('button', { name: 'Làm tiếp' }).click();
    await page.clock.fastForward(10 * 60_000);
    await says(page, 'Trần Văn Bé · Cán bộ');
    await page.clock.fastForward(16 * 60_000);
    await says(page, 'Phiên đã hết vì 15 phút');
    expect(await page.getByText('Trần Văn Bé').count()).toBe(0);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.locator('input[name=login]').waitFor();
  });

  describe('twelve hours', () => {
    const WORDS = 'Đã gọi cho người dân hai lần, hẹn mai mang bản chính.';
    let path = '';
    /** In a dossier, with a note half written. */
    const writing = async (): Promise<void> => {
      path = await dossier();
      await page.clock.install();
      await signIn('be');
      await page.locator('#search').fill(path);
      await page.locator('button.row').click();
      await page.getByRole('button', { name: 'Ghi chú', exact: true }).click();
      await page.locator('#act-reason').fill(WORDS);
    };
    /** A paper dossier of the counter; answers its code. */
    const dossier = async (): Promise<string> => {
      const answer = await fetch(`${demo.url}/gateway/v1/officer/dossiers`, {
        method: 'POST', headers: { 'authorization': `Bearer ${demo.token}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ procedureCode: '2.000815', channel: 'counter', applicant: { name: 'Lê Thị Hoa' }, papers: [], accept: true }),
      });
      return ((await answer.json()) as { dossierCode: string }).dossierCode;
    };
    const over = async (): Promise<void> => {
      await page.clock.fastForward(12 * 3_600_000 + 1000);
      await says(page, 'Phiên đã hết');
      expect(await page.getByText('Lê Thị Hoa').count()).toBe(0);
      expect(await kept()).not.toContain('hai lần');
      // The clock of the provider has not moved.
      await page.clock.setSystemTime(new Date());
      await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
      await page.locator('input[name=login]').waitFor();
    };

    test('signed in again, the same person goes on where the words stood, and sends them', async () => {
      await writing();
      await over();
      await atProvider('be');
      await says(page, 'Những gì anh chị gõ trước khi hết phiên vẫn còn');
      expect(await page.locator('#act-reason').inputValue()).toBe(WORDS);
      expect(await kept()).not.toContain('hai lần');
      await page.getByRole('button', { name: 'Ghi chú ngay' }).click();
      await says(page, 'Đã xong: Ghi chú.');
    });

    test('somebody else finds nothing of it', async () => {
      await writing();
      await over();
      await atProvider('sep');
      await says(page, 'Trần Văn Bé · Lãnh đạo');
      await page.locator('#search').waitFor();
      expect(await page.locator('#act-reason').count()).toBe(0);
      expect(await kept()).not.toContain('hai lần');
    });
  });
});
