/** Papers beside the answers: a picture and a PDF, opened with the keyboard, and what a browser without a viewer gets. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ReceivedFile } from '@motcua/contract/dossier';
import type { OfficerDossier } from '@motcua/contract/officer';
import type { OfficerClient } from '@motcua/sdk/officer';
import { fakePort, fakeTracking } from '@motcua/testkit/fake-port';
import './motcua-officer-desk.ts';
import type { FilePreviewElement } from './file-preview.ts';
import type { OfficerDeskElement } from './officer-desk-element.ts';

const definition = { id: 'f', version: '1', title: { vi: 'F' }, procedureCodes: [], steps: [{ id: 'a', title: { vi: 'Thông tin của trẻ' }, fields: [{ kind: 'text', id: 'ten', label: { vi: 'Tên của trẻ' } }] }] };
const file = (uploadId: string, name: string, type: string): ReceivedFile => ({ uploadId, name, type, size: 2048, sha256: 'ab'.repeat(32), receivedAt: '2026-11-23T02:00:00.000Z' });
const FILES = [file('anh', 'Giấy chứng sinh.png', 'image/png'), file('pdf', 'Căn cước.pdf', 'application/pdf'), file('zip', 'Bản vẽ.dwg', 'application/octet-stream')];

/** `says`: what the bytes claim to be; the gateway's word counts. */
async function desk(load: (id: string) => Promise<Blob>): Promise<OfficerDeskElement> {
  const tracking = fakeTracking({ status: 'submitted', family: 'waiting', supplement: null, papers: FILES.map((one) => ({ paperId: one.uploadId, name: one.name, files: [one] })) });
  const dossier: OfficerDossier = { dossierId: '1', version: 1, formVersion: '1', answers: { ten: 'Lê Gia Bảo' }, tracking };
  const row = { dossierId: '1', dossierCode: tracking.dossierCode, procedure: tracking.procedure, applicantName: 'Lê Thị Hoa', status: 'submitted', submittedAt: '2026-11-23T01:15:00.000Z', dueOn: null, workingDaysLeft: null, version: 1 };
  const client = { session: async () => ({ id: 'o', name: 'Nguyễn Thị Kim Ngân', role: 'officer', site: 'thoibinh', unit: tracking.unit, signedInBy: 'token' }), dossiers: { list: () => (async function* () { yield row; })(), get: async () => dossier, file: (_: string, id: string) => load(id) } } as unknown as OfficerClient;
  const element = await fixture<OfficerDeskElement>(html`<motcua-officer-desk lang="vi" .port=${fakePort({ form: () => Promise.resolve(definition as never) })} .client=${client}></motcua-officer-desk>`);
  await waitUntil(() => element.shadowRoot!.querySelector('button.row') !== null);
  element.shadowRoot!.querySelector<HTMLElement>('button.row')!.click();
  await waitUntil(() => previews(element).length === FILES.length);
  return element;
}
const previews = (element: OfficerDeskElement): FilePreviewElement[] => [...element.shadowRoot!.querySelectorAll<FilePreviewElement>('motcua-file-preview')];
const inside = (preview: FilePreviewElement | undefined): ShadowRoot => preview!.shadowRoot!;
const button = (preview: FilePreviewElement | undefined): HTMLButtonElement => inside(preview).querySelector('button')!;
const bytes = (id: string): Promise<Blob> => Promise.resolve(new Blob([id === 'pdf' ? '%PDF-1.7' : 'x'], { type: 'text/html' }));
const viewer = (enabled: boolean | null): void => {
  if (enabled === null) Reflect.deleteProperty(navigator, 'pdfViewerEnabled');
  else Object.defineProperty(navigator, 'pdfViewerEnabled', { configurable: true, get: () => enabled });
};

describe('papers beside the answers', () => {
  beforeEach(() => page.viewport(1280, 800));
  afterEach(() => viewer(null));

  it('stand side by side with the answers on a wide screen, below them on a narrow one', async () => {
    const element = await desk(bytes);
    const [answers, papers] = [...element.shadowRoot!.querySelectorAll('.side')].map((side) => side.getBoundingClientRect());
    expect(papers!.left).to.be.at.least(answers!.right);
    expect(Math.abs(papers!.top - answers!.top)).to.be.lessThan(2);
    await page.viewport(400, 800);
    const [above, below] = [...element.shadowRoot!.querySelectorAll('.side')].map((side) => side.getBoundingClientRect());
    expect(below!.top).to.be.at.least(above!.bottom);
  });

  it('a picture and a PDF open with the keyboard, close again, and give their addresses back', async () => {
    viewer(true);
    const element = await desk(bytes);
    const [picture, pdf] = previews(element);
    button(picture).focus();
    await userEvent.keyboard('{Enter}');
    await waitUntil(() => inside(picture).querySelector('img') !== null);
    expect(inside(picture).querySelector('img')!.alt).to.contain('Giấy chứng sinh.png');
    await userEvent.tab();
    expect(inside(picture).activeElement?.localName).to.equal('a');
    await userEvent.tab();
    expect(inside(pdf).activeElement).to.equal(button(pdf));
    await userEvent.keyboard(' ');
    await waitUntil(() => inside(pdf).querySelector('iframe') !== null);
    const frame = inside(pdf).querySelector('iframe')!;
    expect(frame.title).to.contain('Căn cước.pdf');
    const shown = await fetch(frame.src);
    expect([shown.headers.get('content-type'), await shown.text()]).to.deep.equal(['application/pdf', '%PDF-1.7']);
    expect(button(pdf).getAttribute('aria-expanded')).to.equal('true');
    await userEvent.keyboard('{Enter}');
    await waitUntil(() => inside(pdf).querySelector('iframe') === null);
    expect(inside(pdf).activeElement).to.equal(button(pdf));
    expect(await fetch(frame.src).then(() => 'there', () => 'gone')).to.equal('gone');
    await expect(element).to.be.accessible();
  });

  it('without a viewer, and for kinds nobody shows, no empty frame: a sentence and a link', async () => {
    viewer(false);
    const element = await desk(bytes);
    for (const preview of previews(element).slice(1)) {
      button(preview).click();
      await waitUntil(() => inside(preview).querySelector('a') !== null);
      expect(inside(preview).querySelector('iframe')).to.equal(null);
      expect(inside(preview).textContent).to.contain('không xem được loại tệp này ngay trong trang');
    }
    await expect(element).to.be.accessible();
  });

  it('a file that does not come says so and can be asked for again', async () => {
    let works = false;
    const element = await desk((id) => (works ? bytes(id) : Promise.reject(new TypeError('offline'))));
    const [picture] = previews(element);
    button(picture).click();
    await waitUntil(() => inside(picture).querySelector('[role=alert]') !== null);
    works = true;
    button(picture).click();
    await waitUntil(() => inside(picture).querySelector('img') !== null);
    expect(inside(picture).querySelector('[role=alert]')).to.equal(null);
  });
});
