import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { test, vi } from 'vitest';
import type { Procedure } from '@motcua/contract/procedure';
import { fakePort } from '@motcua/testkit/fake-port';
import './motcua-paper-notes.ts';
import type { PaperNotesElement } from './paper-notes-element.ts';

const note = (name: string) => ({ id: name, name, required: false, isNote: true });
const procedure = { code: '1.001193', cases: [{ papers: [note('Lưu ý thứ nhất '), { id: 'p', name: 'Giấy chứng sinh', required: true }] }, { papers: [note('Lưu ý thứ nhất'), note('<b>Lưu ý</b> thứ hai')] }] } as unknown as Procedure;

async function open(ask: () => Promise<Procedure>) {
  const read = vi.fn(ask);
  const port = fakePort({ procedure: read });
  const element = await fixture<PaperNotesElement>(html`<motcua-paper-notes lang="vi" .port=${port} .code=${'1.001193'}></motcua-paper-notes>`);
  const inside = element.shadowRoot!;
  return { element, read, inside, toggle: () => inside.querySelector('summary')?.click(), notes: () => [...inside.querySelectorAll('li')].map((item) => item.textContent) };
}

test('nothing is read before somebody opens them; then each remark stands there once, as text', async () => {
  const { element, read, toggle, notes, inside } = await open(async () => procedure);
  expect(read.mock.calls).to.deep.equal([]);
  await expect(element).to.be.accessible();
  toggle();
  await waitUntil(() => notes().length > 0);
  expect(notes()).to.deep.equal(['Lưu ý thứ nhất', '<b>Lưu ý</b> thứ hai']);
  expect(inside.querySelector('b')).to.equal(null);
  toggle();
  toggle();
  await element.updateComplete;
  expect(read.mock.calls.length).to.equal(1);
  await expect(element).to.be.accessible();
});

test('without a line it says so, that nothing else suffers, and tries again', async () => {
  let tries = 0;
  const { element, toggle, notes, inside } = await open(async () => {
    tries += 1;
    if (tries === 1) throw Object.assign(new Error(), { code: 'network' });
    return procedure;
  });
  toggle();
  await waitUntil(() => inside.querySelector('[role="alert"]') !== null);
  expect(inside.textContent).to.contain('Phần khai không bị ảnh hưởng');
  await expect(element).to.be.accessible();
  inside.querySelector('button')?.click();
  await waitUntil(() => notes().length === 2);
});
