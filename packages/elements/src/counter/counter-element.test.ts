import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { fakeCatalogue, fakeProcedure } from '@motcua/testkit/fake-catalogue';
import { fakePort, fakeSite } from '@motcua/testkit/fake-port';
import { afterEach, beforeEach, describe, it } from 'vitest';
import type { StatusTrackerElement } from '../status-tracker/status-tracker-element.ts';
import type { CounterElement } from './counter-element.ts';
import './motcua-counter.ts';

const port = fakePort({
  site: async () => ({ ...fakeSite, featured: ['1.001193'] }),
  catalogue: async () => fakeCatalogue,
  procedure: async (code) => fakeProcedure({ code }),
});

const root = (element: CounterElement): ShadowRoot => element.shadowRoot!;
const part = <T extends HTMLElement>(element: CounterElement, tag: string): T | null => root(element).querySelector<T>(`motcua-${tag}`);
const inPicker = (element: CounterElement, selector: string) => part(element, 'procedure-picker')?.shadowRoot?.querySelector<HTMLElement>(selector);
const inSheet = (element: CounterElement, selector: string) =>
  inPicker(element, 'motcua-procedure-sheet')?.shadowRoot?.querySelector<HTMLElement>(selector);
const state = (): string | null => new URL(location.href).searchParams.get('motcua');
const buttons = (element: CounterElement) => [...root(element).querySelectorAll<HTMLButtonElement>('nav button')];

let address = '';
beforeEach(() => (address = location.href));
afterEach(() => history.replaceState(null, '', address));

async function counter(lang = 'vi'): Promise<CounterElement> {
  const element = await fixture<CounterElement>(html`<motcua-counter lang=${lang} .port=${port}><p>Gọi 0290 000 0135</p></motcua-counter>`);
  await waitUntil(() => inPicker(element, 'input') || part(element, 'dossier-form') || part(element, 'status-tracker'), 'a view', { timeout: 5000 });
  return element;
}

async function atSheet(): Promise<CounterElement> {
  const element = await counter();
  inPicker(element, '.entry')!.click();
  await waitUntil(() => inSheet(element, 'h2'), 'a sheet', { timeout: 5000 });
  return element;
}

describe('motcua-counter', () => {
  it('begins with the picker and two plain buttons', async () => {
    const element = await counter();
    expect(buttons(element).map((button) => button.textContent)).to.deep.equal(['Làm hồ sơ', 'Theo dõi hồ sơ']);
    expect(buttons(element)[0]!.getAttribute('aria-current')).to.equal('page');
    expect(state()).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('keeps place in one key of the address, and follows Back', async () => {
    const element = await atSheet();
    expect(state()).to.equal('1.001193');
    await expect(element).to.be.accessible();
    history.back();
    await waitUntil(() => state() === null && inSheet(element, 'h2') == null);
    history.forward();
    await waitUntil(() => state() === '1.001193' && inSheet(element, 'h2'));
  });

  it('opens the form in place, and comes back to the sheet', async () => {
    const element = await atSheet();
    inSheet(element, '.start .main')!.click();
    await waitUntil(() => part(element, 'dossier-form'));
    expect(state()).to.equal('1.001193.form');
    expect((part(element, 'dossier-form') as unknown as { procedure: string }).procedure).to.equal('1.001193');
    await waitUntil(() => root(element).activeElement !== null);
    const leave = Object.assign(new Event('motcua-form-leave', { bubbles: true, composed: true }), { reason: 'leave', dossierCode: null, trackingKey: null });
    part(element, 'dossier-form')!.dispatchEvent(leave);
    await waitUntil(() => state() === '1.001193' && part(element, 'dossier-form') === null && inSheet(element, 'h2'));
  });

  it('hands code and key to the tracker in memory, never in the address', async () => {
    const element = await atSheet();
    inSheet(element, '.start .main')!.click();
    await waitUntil(() => part(element, 'dossier-form'));
    const key = '7K3M-Q2ZD-9P4T-WX5Y';
    part(element, 'dossier-form')!.dispatchEvent(
      Object.assign(new Event('motcua-form-leave', { bubbles: true, composed: true }), { reason: 'track', dossierCode: 'H12.35-261123-0001', trackingKey: key }),
    );
    await waitUntil(() => part(element, 'status-tracker'));
    expect(state()).to.equal('track');
    const tracker = part<StatusTrackerElement>(element, 'status-tracker')!;
    expect([tracker.code, tracker.trackingKey]).to.deep.equal(['H12.35-261123-0001', key]);
    expect(location.href).to.not.contain('7K3M');
    expect(buttons(element)[1]!.getAttribute('aria-current')).to.equal('page');
  });

  it('goes on where a reload left it', async () => {
    history.replaceState(null, '', `${location.pathname}?x=1&motcua=track`);
    const element = await counter();
    expect(part(element, 'status-tracker')).to.not.equal(null);
    expect(part(element, 'procedure-picker')).to.equal(null);
    buttons(element)[0]!.click();
    await waitUntil(() => inPicker(element, 'input'));
    expect(new URL(location.href).search).to.equal('?x=1');
  });

  it('keeps the question while somebody looks at a dossier', async () => {
    const element = await counter();
    part<HTMLElement & { query: string }>(element, 'procedure-picker')!.query = 'kết hôn';
    buttons(element)[1]!.click();
    await waitUntil(() => part(element, 'status-tracker'));
    expect(part(element, 'procedure-picker')!.hidden).to.equal(true);
    buttons(element)[0]!.click();
    await waitUntil(() => !part(element, 'procedure-picker')!.hidden);
    expect((inPicker(element, 'input') as HTMLInputElement).value).to.equal('kết hôn');
  });

  it('shows the content of the page until the first part is there', async () => {
    const slow = { ...port, read: { ...port.read, catalogue: () => new Promise<never>(() => undefined) } };
    const element = await fixture<CounterElement>(html`<motcua-counter lang="vi" .port=${slow}><p>Gọi 0290</p></motcua-counter>`);
    await waitUntil(() => part(element, 'procedure-picker')?.shadowRoot);
    // Two slots deep: the counter's slot is given to the picker, which shows it.
    expect(element.querySelector('p')!.assignedSlot!.assignedSlot).to.not.equal(null);
    expect(element.querySelector('p')!.getBoundingClientRect().height).to.be.above(0);
  });

  it('speaks English, and its parts with it', async () => {
    const element = await counter('en');
    await waitUntil(() => buttons(element)[0]!.textContent === 'Apply');
    await waitUntil(() => inPicker(element, 'label')!.textContent === 'What do you need to do?');
  });

  it('hears nothing after it has gone', async () => {
    const element = await counter();
    element.remove();
    history.pushState(null, '', '?motcua=track');
    dispatchEvent(new PopStateEvent('popstate'));
    await element.updateComplete;
    expect(part(element, 'status-tracker')).to.equal(null);
  });
});
