import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { encodeQR } from 'qr';
import { describe, it } from 'vitest';
import type { AuditEntry, Officer, OfficerAct, OfficerDossier, OfficerDossierSummary, PaperDossier } from '@motcua/contract/officer';
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
/** A photo of a code on white paper. */
async function photoOf(code: string): Promise<Blob> {
  const modules = encodeQR(code, 'raw', { border: 6 });
  const scale = 8;
  const canvas = new OffscreenCanvas(modules.length * scale, modules.length * scale);
  const paper = canvas.getContext('2d')!;
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.fillStyle = '#000';
  modules.forEach((row, y) => row.forEach((dark, x) => { if (dark) paper.fillRect(x * scale, y * scale, scale, scale); }));
  return canvas.convertToBlob({ type: 'image/png' });
}
const root = (element: OfficerDeskElement): ShadowRoot => element.shadowRoot!;
const text = (element: OfficerDeskElement): string => root(element).textContent!.replace(/\s+/g, ' ');
const press = (element: OfficerDeskElement, words: string): void => [...root(element).querySelectorAll('button')].find((one) => one.textContent!.trim().startsWith(words))!.click();
/** The room where a dossier from home is opened by its code. */
async function roomOfPrepared(client: OfficerClient, openPrepared: (code: string) => Promise<unknown>): Promise<OfficerDeskElement> {
  Object.assign(client.dossiers, { openPrepared });
  const element = await desk(client);
  await waitUntil(() => text(element).includes('Mở hồ sơ chuẩn bị sẵn'));
  press(element, 'Mở hồ sơ chuẩn bị sẵn');
  await waitUntil(() => root(element).querySelector('#prepared') !== null);
  return element;
}
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

  it('finds what is at the post, returned or not, and says it in the other views', async () => {
    const list = [summary('1', { status: 'returned', workingDaysLeft: null, parcelUnderWay: true }), summary('2', { status: 'finished', parcelUnderWay: true }), summary('3', { status: 'finished', parcelUnderWay: false })];
    const element = await desk(office(list).client);
    const rows = (): string[] => [...root(element).querySelectorAll('button.row')].map((one) => one.textContent!.replace(/\s+/g, ' '));
    await waitUntil(() => root(element).querySelector('.views') !== null);
    press(element, 'Chờ trả kết quả');
    await waitUntil(() => rows().length === 2);
    expect(rows().filter((row) => row.includes('Đang ở bưu điện'))).to.have.length(1);
    press(element, 'Đang ở bưu điện');
    await waitUntil(() => rows().length === 2 && rows().some((row) => row.includes('0001')));
    expect(rows().some((row) => row.includes('0003'))).to.equal(false);
    await expect(element).to.be.accessible();
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

  it('says who declares for the applicant, with a form of today that no longer asks for it too', async () => {
    const { client } = office();
    const dossier = { ...(await client.dossiers.get('1')), tracking: fakeTracking({ status: 'submitted', declarantName: 'Trần Văn Lực' }) };
    Object.assign(client.dossiers, { get: async () => dossier });
    expect(text(await opened(client))).to.contain('Người khác khai thay, có văn bản ủy quyền: Trần Văn Lực. Xin xem giấy ủy quyền.');
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
    const element = await roomOfPrepared(client, openPrepared);
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
    const procedure = { code: '1.001193', name: 'Đăng ký khai sinh', postal: 'none', channels: [], cases: [{ id: 'chung', title: null, papers: [{ id: 'to-khai', name: 'Tờ khai', required: true }, { id: 'khac', name: 'Giấy khác', required: false }] }] };
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

  it('by camera, too: a photo of the printed code opens it; the code of a receipt is told apart', async () => {
    const { client } = office();
    const codes: string[] = [];
    const openPrepared = async (code: string): Promise<unknown> => {
      codes.push(code);
      return { isFirst: true, openedAt: '2026-11-23T02:00:00.000Z', openedBy: 'B', dossier: await client.dossiers.get('1') };
    };
    const element = await roomOfPrepared(client, openPrepared);
    press(element, 'Quét bằng máy ảnh');
    await waitUntil(() => root(element).querySelector('motcua-prepared-scan')?.shadowRoot?.querySelector('dialog') != null, undefined, { timeout: 5000 });
    const scan = root(element).querySelector('motcua-prepared-scan')!;
    const show = async (code: string): Promise<void> => {
      const field = scan.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
      const chosen = new DataTransfer();
      chosen.items.add(new File([await photoOf(code)], 'ma.png', { type: 'image/png' }));
      field.files = chosen.files;
      field.dispatchEvent(new Event('change'));
    };
    await show('H12.35-261123-0001:ABCD-EFGH-JKMN-PQRS');
    await waitUntil(() => scan.shadowRoot!.textContent!.includes('mã của hồ sơ đã gửi'), undefined, { timeout: 5000 });
    await expect(scan).to.be.accessible();
    await show('CB-7K3M-Q2ZD-9P4T-WX5Y');
    await waitUntil(() => text(element).includes('Đã mở hồ sơ người dân chuẩn bị sẵn'), undefined, { timeout: 5000 });
    expect(codes).to.deep.equal(['CB-7K3M-Q2ZD-9P4T-WX5Y']);
    expect(root(element).querySelector('motcua-prepared-scan')).to.equal(null);
  });

  it('one procedure of the list; what is late or due is said above it and one press away', async () => {
    const asked: string[] = [];
    const list = [summary('1'), summary('2', { status: 'processing', workingDaysLeft: -1, procedure: { code: '2.000815', name: 'Chứng thực bản sao' } }), summary('3', { workingDaysLeft: 1 })];
    const { client } = office(list);
    Object.assign(client.dossiers, { list: ({ view }: { view: string }) => (asked.push(view), (async function* () { yield* list; })()) });
    const element = await desk(client);
    await waitUntil(() => root(element).querySelectorAll('button.row').length === 3);
    expect(text(element)).to.contain('1 hồ sơ đã trễ hạn').and.contain('1 hồ sơ đến hạn hôm nay');
    const procedure = root(element).querySelector<HTMLSelectElement>('#procedure')!;
    expect([...procedure.options].map(({ text: name }) => name)).to.deep.equal(['Mọi thủ tục', 'Chứng thực bản sao (1)', 'Thủ tục đăng ký khai sinh (2)']);
    procedure.value = '2.000815';
    procedure.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(root(element).querySelectorAll('button.row')).to.have.length(1);
    await expect(element).to.be.accessible();
    root(element).querySelector<HTMLButtonElement>('.notice.overdue button')!.click();
    await waitUntil(() => asked.at(-1) === 'late');
  });

  it('leaders read the audit, page by page and by dossier; a line that is down is told', async () => {
    const { client } = office();
    const entry = (id: number, change: Partial<AuditEntry> = {}): AuditEntry => ({
      id: String(id), at: '2026-11-23T02:00:00.000Z', officerId: 'o', officerName: 'Trần Văn Bé', role: 'officer', action: 'accept', dossierId: '1', dossierCode: 'H12.35-261123-0001', outcome: 'done', ...change,
    });
    const rows = [...Array.from({ length: 60 }, (_, at) => entry(at)), entry(60, { action: 'open-prepared', outcome: 'prepared-not-found', dossierCode: null })];
    const asked: unknown[] = [];
    let down = false;
    const audit = (query: { dossier?: string }) => (asked.push(query), (async function* () { if (down) throw new Error('down'); yield* query.dossier === undefined ? rows : rows.slice(-1); })());
    Object.assign(client, { audit, session: async () => ({ id: 'o2', name: 'Lê Sếp', role: 'leader', site: 'thoibinh', unit: fakeTracking().unit, signedInBy: 'token' }) });
    const element = await desk(client);
    await waitUntil(() => text(element).includes('Nhật ký'));
    press(element, 'Nhật ký');
    await waitUntil(() => root(element).querySelector('motcua-desk-audit')?.shadowRoot?.querySelectorAll('tbody tr').length === 50);
    const room = root(element).querySelector('motcua-desk-audit')!.shadowRoot!;
    await expect(element).to.be.accessible();
    expect(room.textContent).to.contain('Trần Văn Bé').and.contain('Tiếp nhận');
    const button = (words: string): HTMLButtonElement => [...room.querySelectorAll('button')].find((one) => one.textContent!.includes(words))!;
    button('Xem thêm').click();
    await waitUntil(() => room.querySelectorAll('tbody tr').length === 61);
    expect([...room.querySelectorAll('tbody tr')].at(-1)!.textContent).to.contain('Mở hồ sơ chuẩn bị sẵn').and.contain('Bị từ chối');
    expect(button('Xem thêm')).to.equal(undefined);
    const code = room.querySelector<HTMLInputElement>('#code')!;
    code.value = ' H12.35-261123-0001 ';
    code.dispatchEvent(new Event('input'));
    room.querySelector('form')!.requestSubmit();
    await waitUntil(() => room.querySelectorAll('tbody tr').length === 1);
    expect(asked.at(-1)).to.deep.include({ dossier: 'H12.35-261123-0001' });
    down = true;
    room.querySelector('form')!.requestSubmit();
    await waitUntil(() => room.querySelector('[role=alert]') !== null);
    button('Về danh sách').click();
    await waitUntil(() => root(element).querySelector('#search') !== null);
  });

  it('adds an electronic result, says so, and tells when it was not taken', async () => {
    const { client, state } = office();
    const sent: { id: string; name: string; size: number }[] = [];
    const finished = (): OfficerDossier => ({ dossierId: '1', version: state.version, formVersion: '1', answers: {}, tracking: fakeTracking({ status: 'finished', results: [] }), acts: ['return'] });
    const addResult = async (id: string, file: Blob, name: string): Promise<OfficerDossier> => {
      sent.push({ id, name, size: file.size });
      if (name.endsWith('.exe')) throw Object.assign(new Error('no'), { code: 'file-type-not-allowed' });
      return { ...finished(), tracking: fakeTracking({ status: 'finished', results: [{ id: 'r', name, type: 'application/pdf', size: file.size, sha256: 'ab'.repeat(32), addedAt: '2026-11-23T02:00:00.000Z' }] }) };
    };
    Object.assign(client.dossiers, { addResult, get: async () => finished() });
    const element = await opened(client);
    const put = (name: string): void => {
      const field = root(element).querySelector<HTMLInputElement>('input[type=file]')!;
      const chosen = new DataTransfer();
      chosen.items.add(new File(['%PDF-1.7'], name, { type: 'application/pdf' }));
      field.files = chosen.files;
      field.dispatchEvent(new Event('change'));
    };
    await waitUntil(() => root(element).querySelector('input[type=file]') !== null);
    await expect(element).to.be.accessible();
    put('virus.exe');
    await waitUntil(() => root(element).querySelector('[role=alert]')?.textContent.includes('không nhận') === true);
    put('Giấy khai sinh.pdf');
    await waitUntil(() => text(element).includes('Đã thêm tệp kết quả.'));
    expect(text(element)).to.contain('Giấy khai sinh.pdf');
    expect(sent).to.deep.equal([{ id: '1', name: 'virus.exe', size: 8 }, { id: '1', name: 'Giấy khai sinh.pdf', size: 8 }]);
  });

  it('somebody with a role at two units chooses; list and forms are that unit\'s from then on', async () => {
    const asked: string[] = [];
    const units = [{ site: 'thoibinh', name: 'UBND xã Thới Bình', role: 'officer' }, { site: 'triphai', name: 'UBND xã Trí Phải', role: 'viewer' }];
    const real = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const site = request.headers.get('x-officer-site') ?? '';
      if (!request.url.includes('/v1/officer/')) return Response.json({}, { status: 404 });
      asked.push(`${site} ${request.headers.get('authorization') ?? ''}`);
      const role = units.find((one) => one.site === site)?.role;
      const body = request.url.includes('session') ? { id: 'o1', name: 'Trần Văn Bé', role, site, unit: fakeTracking().unit, signedInBy: 'oidc', units } : { items: [], next: null };
      return Response.json(body);
    };
    try {
      const element: OfficerDeskElement = await fixture(html`<motcua-officer-desk lang="vi" gateway="https://gateway.test" unit="thoibinh"></motcua-officer-desk>`);
      await waitUntil(() => root(element).querySelector('#token') !== null, undefined, { timeout: 10_000 });
      root(element).querySelector<HTMLInputElement>('#token')!.value = 'a-token-of-more-than-twenty-signs';
      press(element, 'Vào làm việc');
      await waitUntil(() => text(element).includes('Trần Văn Bé · Cán bộ'), undefined, { timeout: 10_000 });
      const unit = root(element).querySelector<HTMLSelectElement>('#unit')!;
      expect([...unit.options].map(({ text: name }) => name)).to.deep.equal(['UBND xã Thới Bình · Cán bộ', 'UBND xã Trí Phải · Chỉ xem']);
      await expect(element).to.be.accessible();
      asked.length = 0;
      unit.value = 'triphai';
      unit.dispatchEvent(new Event('change'));
      await waitUntil(() => text(element).includes('Trần Văn Bé · Chỉ xem'), undefined, { timeout: 10_000 });
      expect(element.unit).to.equal('triphai');
      expect(asked.every((one) => one === 'triphai Bearer a-token-of-more-than-twenty-signs')).to.equal(true);
    } finally {
      globalThis.fetch = real;
    }
  });
});
