import type { Address } from '@motcua/contract/unit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { awaited, eventually, press, reads } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import { html, LitElement } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { baseStyles } from '../base-styles.ts';
import './motcua-address-field.ts';
import type { AddressError, AddressFieldElement } from './address-field-element.ts';

interface Args {
  value: Address;
  abroad: boolean;
  errors: readonly AddressError[];
}
const TAG = 'motcua-address-field';

/** Stands for the public element around it, which owns the colours. */
class StoryFrame extends LitElement {
  static override styles = baseStyles;
  protected override render() {
    return html`<div class="root"><slot></slot></div>`;
  }
}
customElements.define('story-frame', StoryFrame);

/** Private: a two-tier address, with the way from an old commune name to the new one. Stands inside forms and the postal choice. */
const meta: Meta<Args> = {
  title: 'Parts/Address field',
  component: TAG,
  args: { value: {}, abroad: false, errors: [] },
  render: ({ value, abroad, errors }, { loaded, globals }) => html`<story-frame theme=${globals['theme'] === 'dark' ? 'dark' : 'light'}><motcua-address-field
    .port=${counterOf(loaded).port} .value=${value} .abroad=${abroad} .errors=${errors}></motcua-address-field></story-frame>`,
};
export default meta;
type Story = StoryObj<Args>;

export const Empty: Story = {
  play: async ({ canvasElement }) => {
    await eventually(async () => expect((await awaited(canvasElement, '#provinceCode')).querySelectorAll('option')).toHaveLength(35));
    await reads(canvasElement, 'Chọn tỉnh trước');
  },
};

/** Province, then commune. */
export const TwoTiers: Story = {
  play: async ({ canvasElement }) => {
    await eventually(async () => expect((await awaited(canvasElement, '#provinceCode')).querySelectorAll('option').length).toBeGreaterThan(1));
    await userEvent.selectOptions(await awaited(canvasElement, '#provinceCode'), '96');
    await eventually(async () => expect((await awaited(canvasElement, '#communeCode')).querySelector('[value="32065"]')).not.toBeNull());
    await userEvent.selectOptions(await awaited(canvasElement, '#communeCode'), '32065');
    await expect((await awaited<AddressFieldElement>(canvasElement, TAG)).value).toMatchObject({ provinceCode: '96', communeCode: '32065' });
  },
};

/** «Tôi chỉ nhớ địa chỉ cũ»: the old name leads to the new commune. */
export const OldCommune: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, /địa chỉ cũ/);
    await userEvent.type(await awaited(canvasElement, '#old'), 'tri phai');
    await press(canvasElement, 'Tìm xã mới');
    await reads(canvasElement, /nay là Xã/);
  },
};

/** An old name that nobody knows. */
export const OldCommuneUnknown: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, /địa chỉ cũ/);
    await userEvent.type(await awaited(canvasElement, '#old'), 'xyz');
    await press(canvasElement, 'Tìm xã mới');
    await reads(canvasElement, 'Không thấy tên này');
  },
};

export const Abroad: Story = {
  args: { abroad: true, value: { country: 'JP', detail: 'Saitama-ken, Kawaguchi-shi' } },
  play: async ({ canvasElement }) => reads(canvasElement, 'Địa chỉ ở nước ngoài'),
};

export const WithError: Story = {
  args: { value: { provinceCode: '96', provinceName: 'Tỉnh Cà Mau' }, errors: [{ part: 'communeCode', text: 'Xin chọn xã, phường.' }] },
  play: async ({ canvasElement }) => reads(canvasElement, 'Xin chọn xã, phường.'),
};

export const Loading: Story = {
  parameters: { line: 'slow' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Đang tải danh sách'),
};

export const Offline: Story = {
  parameters: { line: 'offline' },
  play: async ({ canvasElement, loaded }) => {
    await reads(canvasElement, 'Chưa tải được danh sách xã');
    counterOf(loaded).line.state = 'open';
    await press(canvasElement, 'Thử lại');
    await eventually(async () => expect((await awaited(canvasElement, '#provinceCode')).querySelectorAll('option')).toHaveLength(35));
  },
};

export const English: Story = { globals: { locale: 'en' }, play: async ({ canvasElement }) => reads(canvasElement, /Province/) };
export const Dark: Story = { ...OldCommune, globals: { theme: 'dark' } };
export const Narrow320: Story = { ...OldCommune, globals: { viewport: { value: 'narrow' } } };
export const RightToLeft: Story = { ...OldCommune, globals: { direction: 'rtl' } };
