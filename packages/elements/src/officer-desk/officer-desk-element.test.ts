import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import type { Officer, OfficerAct, OfficerDossier, OfficerDossierSummary, PaperDossier } from '@motcua/contract/officer';
import type { OfficerClient } from '@motcua/sdk/officer';
import { fakePort, fakeTracking } from '@motcua/testkit/fake-port';
import './motcua-officer-desk.ts';
import type { OfficerDeskElement } from './officer-desk-element.ts';

const definition = {
  id: 'f', version: '1', title: { vi: 'F' }, procedureCodes: [],
  steps: [{ id: 'a', title: { vi: 'Thông tin của trẻ' }, fields: [{ kind: 'text', id: 'ten', label: { vi: 'Tên của trẻ' }, required: true }, { kind: 'paper', id: 'giay-chung-sinh', label: { vi: 'Giấy chứng sinh' } }] }],
};
const summary = (id: string, change: Partial<OfficerDossierSummary> = {}): OfficerDossierSummary => ({
  dossierId: id, dossierCode: `H12.35-261123-000${id}`, procedure: { code: '1.001193', name: 'Thủ tục đăng ký khai sinh' }, applicantName: 'Lê Thị Hoa',
  status: 'submitted', submittedAt: '2026-11-23T01:15:00.000Z', dueOn: '2026-11-25', workingDaysLeft: 2, version: 1, ...change,
});

interface Office {
  acts: OfficerAct[];
  fail: string;
  version: number;
}

function office(list: OfficerDossierSummary[] = [summary('1'), summary('2', { status: 'processing', workingDaysLeft: -1, applicantName: 'Đỗ Văn Năm' })]): { client: OfficerClient; state: Office } {
  const state: Office = { acts: [], fail: '', version: 3 };
  const dossier = (status: OfficerDossier['tracking']['status'] = 'submitted'): OfficerDossier => ({
    dossierId: '1', version: state.version, formVersion: '1', answers: { ten: 'Lê Gia Bảo' }, tracking: fakeTracking({ status, family: 'waiting', supplement: null }),
  });
  const dossiers = {
    list: () => (async function* () { yield* list; })(),
    get: async () => dossier(),
    act: async (_: string, act: OfficerAct) => {
      if (state.fail !== '') {
        const error = Object.assign(new Error('no'), { code: state.fail });
        state.fail = '';
        state.version = 4;
        throw error;
      }
      state.acts.push(act);
      return dossier('accepted');
    },
    file: async () => new Blob([new Uint8Array([0x89, 0x50])], { type: 'image/png' }),
  };
  const session = async (): Promise<Officer> => ({ id: 'o1', name: 'Nguyễn Thị Kim Ngân', role: 'officer', site: 'thoibinh', unit: fakeTracking().unit, signedInBy: 'token' });
  return { client: { dossiers, session } as unknown as OfficerClient, state };
}
async function desk(client: OfficerClient | null): Promise<OfficerDeskElement> {
  const port = fakePort({ form: () => Promise.resolve(definition as never) });
  return fixture(html`<motcua-officer-desk lang="vi" .port=${port} .client=${client}></motcua-officer-desk>`);
}
const root = (element: OfficerDeskElement): ShadowRoot => element.shadowRoot!;
const text = (element: OfficerDeskElement): string => root(element).textContent!.replace(/\s+/g, ' ');
const press = (element: OfficerDeskElement, words: string): void => [...root(element).querySelectorAll('button')].find((one) => one.textContent!.trim().startsWith(words))!.click();
async function opened(client: OfficerClient): Promise<OfficerDeskElement> {
  const element = await desk(client);
  await waitUntil(() => root(element).querySelector('button.row') !== null);
  root(element).querySelector<HTMLElement>('button.row')!.click();
  await waitUntil(() => root(element).querySelector('#dossier') !== null);
  return element;
}

describe('motcua-officer-desk', () => {
  it('asks for the token first and keeps it nowhere', async () => {
    const element = await desk(null);
    await waitUntil(() => root(element).querySelector('#token') !== null);
    press(element, 'Vào làm việc');
    await element.updateComplete;
    expect(text(element)).to.contain('Xin dán mã truy cập');
    await expect(element).to.be.accessible();
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).to.not.contain('token');
  });

  it('lists the most urgent first; arrow keys walk, words narrow', async () => {
    const element = await desk(office().client);
    await waitUntil(() => root(element).querySelectorAll('button.row').length === 2);
    const rows = [...root(element).querySelectorAll<HTMLElement>('button.row')];
    expect(rows[0]!.textContent).to.contain('Đỗ Văn Năm').and.contain('Trễ 1 ngày làm việc');
    await expect(element).to.be.accessible();
    rows[0]!.focus();
    rows[0]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(root(element).activeElement).to.equal(rows[1]);
    const search = root(element).querySelector<HTMLInputElement>('#search')!;
    search.value = 'do van nam';
    search.dispatchEvent(new Event('input'));
    await element.updateComplete;
    expect(root(element).querySelectorAll('button.row')).to.have.length(1);
  });

  it('shows answers and papers side by side, and a paper on demand', async () => {
    const element = await opened(office().client);
    expect(text(element)).to.contain('Tên của trẻ').and.contain('Lê Gia Bảo').and.contain('Giấy chứng sinh');
    const preview = root(element).querySelector('motcua-file-preview')!;
    preview.shadowRoot!.querySelector('button')!.click();
    await waitUntil(() => preview.shadowRoot!.querySelector('img') !== null);
    expect(preview.shadowRoot!.querySelector('img')!.src).to.match(/^blob:/);
    await expect(element).to.be.accessible();
  });

  it('accepts with the version that was seen', async () => {
    const { client, state } = office();
    const element = await opened(client);
    press(element, 'Tiếp nhận');
    await element.updateComplete;
    press(element, 'Tiếp nhận ngay');
    await waitUntil(() => state.acts.length === 1);
    expect(state.acts[0]).to.deep.equal({ action: 'accept', version: 3 });
    await waitUntil(() => text(element).includes('Đã xong: Tiếp nhận.'));
  });

  it('asks for everything that is missing at once, bound to paper and field; nothing ticked is told', async () => {
    const { client, state } = office();
    const element = await opened(client);
    press(element, 'Yêu cầu bổ sung');
    await element.updateComplete;
    press(element, 'Yêu cầu bổ sung ngay');
    await element.updateComplete;
    expect(text(element)).to.contain('Xin đánh dấu ít nhất một mục');
    for (const id of ['#item-0', '#item-1']) root(element).querySelector<HTMLInputElement>(id)!.click();
    await element.updateComplete;
    await expect(element).to.be.accessible();
    press(element, 'Yêu cầu bổ sung ngay');
    await waitUntil(() => state.acts.length === 1);
    expect(state.acts[0]).to.deep.include({ action: 'request-supplement', items: [
      { target: 'paper', targetId: 'giay-chung-sinh', label: 'Giấy chứng sinh', reason: 'missing' }, { target: 'field', targetId: 'ten', label: 'Tên của trẻ', reason: 'missing' },
    ] });
  });

  it('refusing without a reason is not sent', async () => {
    const { client, state } = office();
    const element = await opened(client);
    press(element, 'Từ chối');
    await element.updateComplete;
    press(element, 'Từ chối ngay');
    await waitUntil(() => root(element).activeElement?.id === 'act-reason');
    expect(state.acts).to.have.length(0);
  });

  it('two officers: the second is told, sees the new state, and loses no word', async () => {
    const { client, state } = office();
    const element = await opened(client);
    press(element, 'Từ chối');
    await element.updateComplete;
    const reason = root(element).querySelector<HTMLTextAreaElement>('#act-reason')!;
    reason.value = 'Không thuộc thẩm quyền.';
    reason.dispatchEvent(new Event('input'));
    state.fail = 'dossier-version-conflict';
    press(element, 'Từ chối ngay');
    await waitUntil(() => text(element).includes('Người khác vừa xử lý hồ sơ này'));
    expect(root(element).querySelector<HTMLTextAreaElement>('#act-reason')!.value).to.equal('Không thuộc thẩm quyền.');
    press(element, 'Từ chối ngay');
    await waitUntil(() => state.acts.length === 1);
    expect(state.acts[0]!.version).to.equal(4);
  });

  it('a code from home opens the dossier once; a wrong one is told, an empty one asked for', async () => {
    const { client } = office();
    const codes: string[] = [];
    const openPrepared = async (code: string): Promise<unknown> => {
      codes.push(code);
      if (code === 'CB-0') throw Object.assign(new Error('no'), { code: 'prepared-not-found' });
      return { isFirst: true, openedAt: '2026-11-23T02:00:00.000Z', openedBy: 'B', dossier: await client.dossiers.get('1') };
    };
    Object.assign(client.dossiers, { openPrepared });
    const element = await desk(client);
    await waitUntil(() => text(element).includes('Mở hồ sơ chuẩn bị sẵn'));
    press(element, 'Mở hồ sơ chuẩn bị sẵn');
    await waitUntil(() => root(element).querySelector('#prepared') !== null);
    press(element, 'Mở hồ sơ');
    await waitUntil(() => text(element).includes('Xin quét hoặc gõ mã'));
    await expect(element).to.be.accessible();
    const type = (code: string): void => {
      root(element).querySelector<HTMLInputElement>('#prepared')!.value = code;
      root(element).querySelector('form')!.requestSubmit();
    };
    type('CB-0');
    await waitUntil(() => text(element).includes('Không có hồ sơ chuẩn bị sẵn'));
    type(' CB-7K3M ');
    await waitUntil(() => text(element).includes('Đã mở hồ sơ người dân chuẩn bị sẵn'));
    expect(codes).to.deep.equal(['CB-0', 'CB-7K3M']);
  });

  it('a paper dossier: procedure, applicant, papers, receipt; a lost answer keeps its key', async () => {
    const { client } = office();
    const sent: { paper: PaperDossier; key: string }[] = [];
    const register = async (paper: PaperDossier, { idempotencyKey = '' }: { idempotencyKey?: string } = {}): Promise<unknown> => {
      sent.push({ paper, key: idempotencyKey });
      if (sent.length === 1) throw Object.assign(new Error('no'), { code: 'network' });
      return { dossierId: '9', dossierCode: 'H12.35-261123-0009', trackingKey: 'AAAA-BBBB-CCCC-DDDD', due: { dueAt: null, dueOn: '2026-11-26', reasons: [] } };
    };
    Object.assign(client.dossiers, { register, letter: () => new Promise(() => undefined) });
    const procedure = { code: '1.001193', name: 'Đăng ký khai sinh', postal: 'none', cases: [{ id: 'chung', title: null, papers: [{ id: 'to-khai', name: 'Tờ khai', required: true }, { id: 'khac', name: 'Giấy khác', required: false }] }] };
    const port = fakePort({
      form: () => Promise.resolve(definition as never), procedure: () => Promise.resolve(procedure as never),
      catalogue: () => Promise.resolve({ version: '1', updatedAt: '', everydayWords: [], entries: [{ code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch' }] }),
    });
    const element: OfficerDeskElement = await fixture(html`<motcua-officer-desk lang="vi" .port=${port} .client=${client}></motcua-officer-desk>`);
    await waitUntil(() => text(element).includes('Nhập hồ sơ giấy'));
    press(element, 'Nhập hồ sơ giấy');
    await waitUntil(() => root(element).querySelector('motcua-paper-entry')?.shadowRoot != null);
    const room = root(element).querySelector('motcua-paper-entry')!.shadowRoot!;
    const put = (id: string, value: string): void => {
      const field = room.querySelector<HTMLInputElement>(id)!;
      field.value = value;
      field.dispatchEvent(new Event('input'));
    };
    await waitUntil(() => room.querySelector('#procedure') !== null);
    await new Promise((resolve) => setTimeout(resolve, 50));
    put('#procedure', 'khai sinh');
    await waitUntil(() => room.querySelector('button.row') !== null);
    room.querySelector<HTMLElement>('button.row')!.click();
    await waitUntil(() => room.querySelector('form') !== null);
    room.querySelector('form')!.requestSubmit();
    await waitUntil(() => room.textContent!.includes('Xin ghi họ tên'));
    await expect(element).to.be.accessible();
    put('#name', 'Lê Thị Hoa');
    room.querySelector('form')!.requestSubmit();
    await waitUntil(() => room.textContent!.includes('Chưa biết hồ sơ đã ghi hay chưa'));
    room.querySelector('form')!.requestSubmit();
    await waitUntil(() => room.textContent!.includes('Đã ghi hồ sơ H12.35-261123-0009'));
    expect(sent[0]).to.deep.equal(sent[1]);
    expect(sent[1]!.key).to.match(/^[0-9a-f-]{36}$/);
    expect(sent[1]!.paper).to.deep.include({ procedureCode: '1.001193', channel: 'counter', accept: true, papers: [{ paperId: 'to-khai', name: 'Tờ khai', originals: 1, copies: 0 }] });
    await expect(element).to.be.accessible();
  });
});
