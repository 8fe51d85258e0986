import { expect, waitUntil } from '@open-wc/testing';
import { createReader } from '@motcua/sdk/read';
import { afterAll, afterEach, beforeAll, describe, it, vi } from 'vitest';

const GATEWAY = 'https://gateway.test';
const REGISTRY = Symbol.for('motcua.page');
const registry = (): { prefetch: Map<string, unknown>; script: { gateway: string | null } } => (globalThis as never)[REGISTRY];

const asked: string[] = [];
const realFetch = globalThis.fetch;
let names: string[] = [];

/** The tag as pasted; of a type that runs nothing, the test evaluates the loader itself. */
function pasteTag(): void {
  const tag = document.createElement('script');
  tag.type = 'text/plain';
  tag.src = '/paste/motcua.js';
  tag.dataset['gateway'] = GATEWAY;
  tag.dataset['unit'] = 'thoibinh';
  document.head.append(tag);
}

function put(tag: string, attributes: Record<string, string> = {}, fallback = 'Gọi 0290 000 0135'): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(Object.assign(document.createElement('p'), { textContent: fallback }));
  document.body.append(element);
  return element;
}

const notice = (element: HTMLElement): string => element.querySelector('.motcua-notice')?.textContent ?? '';
const requests = (): string[] => performance.getEntriesByType('resource').map(({ name }) => name);

beforeAll(async () => {
  globalThis.fetch = (input) => {
    asked.push(String(input));
    return Promise.resolve(new Response('{}'));
  };
  pasteTag();
  put('motcua-procedure-picker');
  names = Object.getOwnPropertyNames(globalThis);
  await import('./loader.ts');
});
afterEach(() => vi.useRealTimers());
afterAll(() => {
  globalThis.fetch = realFetch;
});

describe('motcua.js', () => {
  it('asks for data and script of what stands on the page, side by side', async () => {
    expect(asked).to.deep.equal([`${GATEWAY}/v1/sites/thoibinh`, `${GATEWAY}/v1/sites/thoibinh/catalogue`]);
    expect(registry().script.gateway).to.equal(GATEWAY);
    await waitUntil(() => requests().some((name) => name.endsWith('/paste/motcua-procedure-picker.js')));
    expect(requests().filter((name) => name.includes('/paste/motcua-') && !name.includes('procedure-picker'))).to.deep.equal([]);
  });

  it('asks for the very addresses that the elements will ask for', async () => {
    const wanted: string[] = [];
    const reader = createReader({
      gateway: GATEWAY,
      site: 'thoibinh',
      fetch: async (input) => {
        wanted.push(String(input));
        return new Response('{}', { headers: { 'content-type': 'application/json' } });
      },
    });
    await Promise.all([reader.sites.get(), reader.procedures.catalogue()]);
    expect(wanted).to.have.members([...registry().prefetch.keys()]);
  });

  it('leaves no name on the page and runs once', async () => {
    expect(Object.getOwnPropertyNames(globalThis).filter((name) => !names.includes(name))).to.deep.equal([]);
    const before = [registry(), asked.length];
    // A second copy of the file, as when the tag is pasted twice.
    await import('./loader.ts?second' as string);
    expect([registry(), asked.length]).to.deep.equal(before);
  });

  it('sees elements that come later, and follows motcua-site', async () => {
    const site = document.createElement('motcua-site');
    site.setAttribute('unit', 'tri-phai');
    const form = document.createElement('motcua-dossier-form');
    form.setAttribute('procedure', '1.000894');
    site.append(form);
    document.body.append(site);
    await waitUntil(() => asked.some((url) => url.endsWith('/form')));
    expect(asked.filter((url) => url.includes('/tri-phai'))).to.deep.equal([`${GATEWAY}/v1/sites/tri-phai/procedures/1.000894/form`]);
  });

  it('tells the webmaster what is wrong, beside the fallback, until it is mended', async () => {
    const before = asked.length;
    const element = put('motcua-procedure-sheet', { unit: 'xã Thới Bình', procedure: '1.001193' });
    await waitUntil(() => notice(element) !== '');
    expect(notice(element)).to.contain('Người quản trị trang').and.contain('không phải là mã đơn vị');
    expect(element.firstElementChild!.textContent).to.equal('Gọi 0290 000 0135');
    expect(asked).to.have.length(before);
    element.setAttribute('unit', 'thoibinh');
    await waitUntil(() => notice(element) === '');
    expect(asked[asked.length - 1]).to.equal(`${GATEWAY}/v1/sites/thoibinh/procedures/1.001193`);
  });

  it('says after ten seconds that the element did not come, in the language around it, and takes it back when it does', async () => {
    vi.useFakeTimers();
    const element = put('motcua-postal-delivery', { lang: 'vi' });
    const english = put('motcua-postal-delivery', { lang: 'en' });
    await Promise.resolve();
    vi.advanceTimersByTime(9_900);
    expect(notice(element)).to.equal('');
    vi.advanceTimersByTime(200);
    expect(notice(element)).to.contain('Phần này chưa mở được');
    expect(notice(english)).to.contain('This part did not open');
    expect(element.firstElementChild!.textContent).to.equal('Gọi 0290 000 0135');
    customElements.define('motcua-postal-delivery', class extends HTMLElement {});
    await Promise.resolve();
    await Promise.resolve();
    expect(notice(element)).to.equal('');
  });

  it('tries again, with a fresh address', async () => {
    await waitUntil(() => requests().some((name) => name.includes('/paste/motcua-procedure-picker.js?again=1')), 'a second try', { timeout: 4000 });
  });
});
