/** A catalogue of the whole country in the picker: the page stays small, whatever is typed or opened. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { bigCatalogue } from '@motcua/testkit/big-catalogue';
import { fakePort } from '@motcua/testkit/fake-port';
import { beforeEach, describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import './motcua-procedure-picker.ts';
import type { ProcedurePickerElement } from './procedure-picker-element.ts';

const CATALOGUE = bigCatalogue(5700);
/** Elements, shadow trees included. The first screen has about 120; nothing that people do may bring thousands. */
const MOST = 400;

let picker: ProcedurePickerElement;
const root = (): ShadowRoot => picker.shadowRoot!;
const input = (): HTMLInputElement => root().querySelector('input')!;
const entries = (): HTMLElement[] => [...root().querySelectorAll<HTMLElement>('.entry')];
const ways = (): ShadowRoot => root().querySelector('motcua-picker-ways')!.shadowRoot!;
const button = (text: string | RegExp, under: ShadowRoot = root()): HTMLButtonElement =>
  [...under.querySelectorAll('button')].find(({ textContent }) => new RegExp(text).test(textContent.replace(/\s+/g, ' ').trim()))!;
const size = (of: ParentNode = root()): number => [...of.querySelectorAll('*')].reduce((sum, element) => sum + 1 + (element.shadowRoot ? size(element.shadowRoot) : 0), 0);

beforeEach(async () => {
  picker = await fixture(html`<motcua-procedure-picker lang="vi" .port=${fakePort({ catalogue: async () => CATALOGUE })}></motcua-procedure-picker>`);
  await waitUntil(() => root().querySelector('motcua-picker-ways')?.shadowRoot?.querySelector('.subject'), 'the ways', { timeout: 10_000 });
});

describe('motcua-procedure-picker with 5,700 procedures', () => {
  it('shows a few of them, and the page stays small', async () => {
    expect(CATALOGUE.entries).to.have.length(5700);
    expect(new Set(CATALOGUE.entries.map(({ name }) => name)).size).to.equal(5700);
    expect(entries().length).to.be.below(10);
    expect(size()).to.be.below(MOST);
    await expect(picker).to.be.accessible();
  });

  it('is typed into letter by letter; the list is always short and in place', async () => {
    input().focus();
    const sizes: number[] = [];
    for (const word of ['giay ', 'phep ', 'xay ', 'dung ', 'nha']) {
      await userEvent.keyboard(word);
      await waitUntil(() => picker.query === input().value, word, { timeout: 10_000 });
      await picker.updateComplete;
      sizes.push(size());
      expect(entries().length).to.be.within(1, 30);
    }
    expect(input().value).to.equal('giay phep xay dung nha');
    expect(entries()[0]!.textContent).to.contain('giấy phép xây dựng nhà ở');
    expect(Math.max(...sizes)).to.be.below(MOST);
    await expect(picker).to.be.accessible();
  });

  it('opens a group of thousands by pages of a button, and the focus goes on where the page ended', async () => {
    button(/^Người dân 1\.900 thủ tục/, ways()).click();
    await waitUntil(() => root().querySelector('.results h2'));
    expect(entries().length).to.be.below(10);
    for (let page = 0; page < 5; page += 1) {
      const before = entries().length;
      button('Xem thêm').click();
      await waitUntil(() => entries().length > before);
      await waitUntil(() => root().activeElement === entries()[before]);
      expect(entries().length - before).to.be.below(20);
    }
    expect(size()).to.be.below(600);
    await expect(picker).to.be.accessible();
  });

  it('shows all subjects when asked, and opens one', async () => {
    button(/lĩnh vực/, ways()).click();
    await waitUntil(() => ways().querySelectorAll('.subject').length > 100);
    expect(size()).to.be.below(900);
    await expect(picker).to.be.accessible();
    ways().querySelector<HTMLElement>('.subject')!.click();
    await waitUntil(() => entries().length > 0 && root().querySelector('.results'));
    expect(size()).to.be.below(MOST);
  });
});
