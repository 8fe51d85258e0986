import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { bigCatalogue } from '@motcua/testkit/big-catalogue';
import { all, awaited, eventually, find, press, reads, words } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '@motcua/elements/motcua-procedure-picker.js';
import '@motcua/elements/motcua-procedure-sheet.js';
import { keepAnswer } from '../internal/kept.ts';
import type { ProcedurePickerElement } from './procedure-picker-element.ts';

const TAG = 'motcua-procedure-picker';
const DAY = 86_400_000;

/** States of the picker that do not come by themselves: a copy kept on the device, another office, the whole country. */
const meta: Meta = {
  title: 'Procedure picker/States',
  component: TAG,
  render: (_, { loaded, globals }) => html`<motcua-procedure-picker theme=${globals['theme'] === 'dark' ? 'dark' : 'light'} .port=${counterOf(loaded).port}></motcua-procedure-picker>`,
};
export default meta;
type Story = StoryObj;

const search = async (canvas: HTMLElement, text: string): Promise<void> => userEvent.type(await awaited<HTMLInputElement>(canvas, 'input[type=search]'), text);

/** Nothing kept. Awaited before something is: the stories before have kept so much that three days old would be the first to go. */
const wipe = (): Promise<unknown> =>
  new Promise((resolve) => {
    const wiping = indexedDB.deleteDatabase('motcua-kept');
    wiping.onsuccess = wiping.onerror = resolve;
  });

/** What an earlier visit left on the device, three days old, and a line that is down. Ends with nothing on the device. */
async function withKept(canvas: HTMLElement, loaded: Record<string, unknown>, look: (picker: ProcedurePickerElement) => Promise<void>): Promise<void> {
  const { gateway, line, at } = counterOf(loaded);
  const { read } = at('thoibinh');
  const place = { gateway: gateway.address, unit: 'thoibinh' };
  try {
    const answers = { catalogue: await read.catalogue(), site: await read.site(), guide: await read.guide(), 'procedure 1.001193': await read.procedure('1.001193') };
    await wipe();
    for (const [path, answer] of Object.entries(answers)) await keepAnswer(place, path, answer, Date.now() - 3 * DAY);
    line.state = 'offline';
    const picker = await awaited<ProcedurePickerElement>(canvas, TAG);
    picker.port = at('thoibinh');
    await look(picker);
  } finally {
    line.state = 'open';
    await wipe();
  }
}

/** No line to the gateway: the list of the last visit stands there, says how old it is, and can be searched. */
export const KeptList: Story = {
  play: async ({ canvasElement, loaded }) => {
    await withKept(canvasElement, loaded, async () => {
      await reads(canvasElement, /Đây là danh sách máy đã giữ lại/, 15_000);
      await reads(canvasElement, 'Tải bản mới');
      await search(canvasElement, 'ket hon');
      await reads(canvasElement, /Có (hơn )?\d+ thủ tục/);
    });
  },
};

/** The same for a sheet that was opened before; one that was not says that it cannot be loaded. */
export const KeptSheet: Story = {
  play: async ({ canvasElement, loaded }) => {
    await withKept(canvasElement, loaded, async (picker) => {
      await reads(canvasElement, /Đây là danh sách máy đã giữ lại/, 15_000);
      picker.value = '1.001193';
      await reads(canvasElement, 'Đây là hướng dẫn máy đã giữ lại', 15_000);
      await reads(canvasElement, 'Giấy tờ cần chuẩn bị');
      picker.value = '2.000884';
      await reads(canvasElement, /Chưa tải được/, 15_000);
      picker.value = null;
    });
  },
};

/** What another office does says so in the list, before anybody opens it. */
export const OtherOfficeInList: Story = {
  play: async ({ canvasElement }) => {
    await awaited(canvasElement, 'motcua-picker-ways');
    await search(canvasElement, 'thường trú');
    await eventually(() => expect(find(canvasElement, '.results .entry')!.textContent).toContain('Làm ở Công an xã'));
  },
};

/** All procedures of the country, 5,700: a short list, everything else by search, subject or a button. */
export const WholeCountry: Story = {
  render: (_, { loaded }) => {
    const { port } = counterOf(loaded);
    return html`<motcua-procedure-picker .port=${{ ...port, read: { ...port.read, catalogue: () => Promise.resolve(bigCatalogue(5700)) } }}></motcua-procedure-picker>`;
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, /^Người dân 1\.900 thủ tục/);
    await eventually(() => expect(all(canvasElement, '.results .entry').length).toBe(8));
    await press(canvasElement, 'Xem thêm thủ tục');
    await eventually(() => expect(all(canvasElement, '.results .entry').length).toBe(24));
    await search(canvasElement, 'giay phep xay dung');
    await eventually(() => expect(all(canvasElement, '.results .entry')[0]!.textContent).toContain('giấy phép xây dựng'));
    await expect(all(canvasElement, '*').length).toBeLessThan(600);
    await expect(words(canvasElement)).not.toContain('Người dân 1.900');
  },
};

export const KeptListNarrow: Story = { ...KeptList, globals: { viewport: { value: 'narrow' } } };
export const WholeCountryDark: Story = { ...WholeCountry, globals: { theme: 'dark' } };
