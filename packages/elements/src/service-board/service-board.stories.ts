import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { awaited, find, press, reads } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import type { DossierScript } from '@motcua/testkit/story-dossiers';
import type { CounterPort } from '@motcua/elements';
import type { Statistics } from '@motcua/contract/statistics';
import { createClient } from '@motcua/sdk';
import { html, render } from 'lit';
import { expect } from 'storybook/test';
import '@motcua/elements/motcua-service-board.js';

interface Args {
  from: string;
  to: string;
}

/** The first quarter of 2020 as the press reported it; how the 1,781 split into early and on time was not said. */
const QUARTER: Statistics = {
  from: '2020-01-01', to: '2020-03-31', asOf: '2020-04-01T01:00:00.000Z', received: 2199, receivedOnline: 592, receivedByPost: 20, carriedOver: 0,
  doneEarly: 0, doneOnTime: 1781, doneLate: 0, inProcessWithinLimit: 418, inProcessLate: 0, paused: 0, refused: 0, withdrawn: 0,
};

/** Every number on the screen: the large ones, then each table by its caption, row by row. */
function shownBy(root: ShadowRoot): Record<string, number[][]> {
  const number = (cell: Element | null): number => Number((cell?.textContent ?? '').replace(/\./g, ''));
  const tables = [...root.querySelectorAll('table')].map((table): [string, number[][]] => [
    table.caption?.textContent ?? '', [...table.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')].filter((cell) => !/%|–/.test(cell.textContent ?? '')).map(number)),
  ]);
  const procedures = /Số thủ tục có hồ sơ: (\d+)\./.exec(root.textContent ?? '')?.[1];
  return { large: [[...root.querySelectorAll('.figures strong')].map(number)], procedures: [[Number(procedures)]], ...Object.fromEntries(tables) };
}

/** The same out of the answer of the SDK, without the model of the board. */
function expectedOf(one: Statistics): Record<string, number[][]> {
  type Part = Pick<Statistics, 'received' | 'doneEarly' | 'doneOnTime' | 'doneLate'>;
  const row = ({ received, doneEarly, doneOnTime, doneLate }: Part): number[] => [received, doneEarly + doneOnTime, doneLate];
  const { verySatisfied = 0, satisfied = 0, unsatisfied = 0 } = one.satisfaction ?? {};
  return {
    large: [[one.received, one.doneEarly + one.doneOnTime, one.inProcessWithinLimit + one.inProcessLate, one.receivedOnline, one.receivedByPost]],
    procedures: [[one.proceduresWithDossiers ?? 0]],
    'Hồ sơ đang ở đâu': [one.doneEarly, one.doneOnTime, one.doneLate, one.inProcessWithinLimit, one.inProcessLate, one.paused, one.refused, one.withdrawn].map((count) => [count]),
    'Hồ sơ mới đến bằng cách nào': [one.receivedOnline, one.received - one.receivedOnline - one.receivedByPost, one.receivedByPost].map((count) => [count]),
    ...(verySatisfied + satisfied + unsatisfied > 0 && { 'Người dân đánh giá': [[verySatisfied], [satisfied], [unsatisfied]] }),
    'Theo lĩnh vực': (one.byField ?? []).map(row),
    'Theo tháng': (one.byMonth ?? []).map(row),
  };
}
const told = (port: CounterPort, change: Partial<Statistics>): CounterPort => ({ ...port, read: { ...port.read, statistics: (query) => Promise.resolve({ ...QUARTER, ...change, ...query }) } });

/** The public figures of a unit by the groups of Decision 766: every dossier that came stands in exactly one line. */
const meta: Meta<Args> = {
  title: 'Service board',
  component: 'motcua-service-board',
  args: { from: '', to: '' },
  render: ({ from, to }, { loaded, globals, parameters }) => {
    const { port } = counterOf(loaded);
    const change = parameters['figures'] as Partial<Statistics> | undefined;
    return html`<motcua-service-board theme=${globals['theme'] === 'dark' ? 'dark' : 'light'} .port=${change === undefined ? port : told(port, change)} from=${from} to=${to}
      ><p>Số liệu được niêm yết tại Bộ phận Một cửa.</p></motcua-service-board>`;
  },
};
export default meta;
type Story = StoryObj<Args>;

/** The gateway of this page counts its own dossiers. */
export const Live: Story = {
  parameters: { dossier: { sentAt: '2026-11-19T02:05:00.000Z', acts: [['2026-11-19T03:30:00.000Z', { action: 'accept' }]] } },
  args: { from: '2026-10-01', to: '2026-11-23' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Cộng các dòng lại bằng số đã nhận'),
};

/** How a dossier of each kind came about, for a board with a number in most of its lines. */
const LIVES: readonly DossierScript[] = [
  { sentAt: '2026-11-16T02:05:00.000Z' },
  { sentAt: '2026-11-02T02:05:00.000Z', acts: [['2026-11-02T03:00:00.000Z', { action: 'accept' }], ['2026-11-02T04:00:00.000Z', { action: 'process' }], ['2026-11-20T04:00:00.000Z', { action: 'finish' }]] },
  { sentAt: '2026-11-19T02:05:00.000Z', acts: [['2026-11-19T03:00:00.000Z', { action: 'refuse', reason: 'Không thuộc thẩm quyền của xã.' }]] },
  { sentAt: '2026-11-19T02:15:00.000Z', withdrawnAt: '2026-11-19T03:30:00.000Z' },
  { procedure: '1.013455', delivery: 'counter', sentAt: '2026-10-30T02:05:00.000Z', acts: [['2026-10-30T03:00:00.000Z', { action: 'accept' }], ['2026-10-30T04:00:00.000Z', { action: 'request-payment', reason: 'Lệ phí.' }]] },
];

/** The board and `client.statistics.get` of the SDK, asked for the same days at the same gateway: every number that stands here is that number. */
export const SameAsTheSdk: Story = {
  args: { from: '2026-11-01', to: '2026-11-23' },
  // The dossiers come first, then the board: it asks once.
  render: () => html`<div id="board"></div>`,
  play: async ({ canvasElement, loaded, args }) => {
    const { gateway, port } = counterOf(loaded);
    for (const life of LIVES) await gateway.play(life);
    render(html`<motcua-service-board .port=${port} from=${args.from} to=${args.to}></motcua-service-board>`, await awaited(canvasElement, '#board'));
    const client = createClient({ gateway: gateway.address, site: 'thoibinh', fetch: gateway.fetch });
    const numbers = await client.statistics.get({ from: args.from, to: args.to });
    await reads(canvasElement, 'Cộng các dòng lại bằng số đã nhận', 15_000);
    await expect(shownBy(find(canvasElement, 'motcua-service-board')!.shadowRoot!)).toEqual(expectedOf(numbers));
    for (const key of ['received', 'receivedOnline', 'carriedOver', 'doneLate', 'inProcessLate', 'paused', 'refused', 'withdrawn'] as const) await expect(numbers[key]).toBeGreaterThan(0);
  },
};

/** Where this project comes from: 2.199 received, 1.781 early or on time, 418 in process, 592 online and only 20 by post. */
export const FirstQuarter2020: Story = {
  parameters: { figures: {} },
  args: { from: '2020-01-01', to: '2020-03-31' },
  play: async ({ canvasElement }) => reads(canvasElement, /2\.199.*1\.781.*418.*592.*20/),
};

/** Late, paused and refused dossiers are shown as plainly as good ones. */
export const WithLateOnes: Story = {
  parameters: { figures: { carriedOver: 121, doneEarly: 900, doneOnTime: 702, doneLate: 96, inProcessWithinLimit: 418, inProcessLate: 63, paused: 74, refused: 41, withdrawn: 26,
    proceduresWithDossiers: 31, satisfaction: { verySatisfied: 212, satisfied: 88, unsatisfied: 7 },
    byField: ['Hộ tịch', 'Chứng thực', 'Thi đua – khen thưởng', 'Tài nguyên – Môi trường'].map((field, index) => ({
      field, received: 1200 - 300 * index, receivedOnline: 100, receivedByPost: 4, carriedOver: 0, doneEarly: 500 - 100 * index, doneOnTime: 300 - 50 * index, doneLate: 12 * index, inProcessWithinLimit: 0, inProcessLate: 0, paused: 0, refused: 0, withdrawn: 0,
    })),
    byMonth: ['2026-07', '2026-08', '2026-09'].map((month, index) => ({ month, received: 700 + 20 * index, receivedOnline: 190, receivedByPost: 6, doneEarly: 300, doneOnTime: 230, doneLate: 30 })) } },
  args: { from: '2026-07-01', to: '2026-09-30' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Đang giải quyết, đã quá hạn'),
};

/** Another period is asked for; the old numbers do not stand under the new days. */
export const ChoosePeriod: Story = {
  ...FirstQuarter2020,
  play: async ({ canvasElement }) => {
    (await awaited<HTMLInputElement>(canvasElement, 'input[value=year]')).click();
    await reads(canvasElement, 'Từ ngày 01/01/20');
  },
};

export const Empty: Story = {
  args: { from: '2021-01-01', to: '2021-01-31' },
  play: async ({ canvasElement }) => reads(canvasElement, 'chưa có hồ sơ nào'),
};

export const GatewayFailed: Story = {
  parameters: { line: 'broken', only: /statistics/ },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'K7M2QD', 15_000);
    await press(canvasElement, 'Thử lại');
  },
};

export const English: Story = { ...FirstQuarter2020, globals: { locale: 'en' }, play: async ({ canvasElement }) => reads(canvasElement, 'Finished early or on time') };
export const Dark: Story = { ...WithLateOnes, globals: { theme: 'dark' } };
export const Narrow320: Story = { ...WithLateOnes, globals: { viewport: { value: 'narrow' } } };
export const LargeText: Story = { ...WithLateOnes, globals: { text: '200', viewport: { value: 'tablet' } } };
