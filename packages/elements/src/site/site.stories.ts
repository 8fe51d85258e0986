import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { reads } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import { html } from 'lit';
import { pageRegistry } from '../context/site-context.ts';
import '@motcua/elements/motcua-postal-delivery.js';
import '@motcua/elements/motcua-procedure-picker.js';
import '@motcua/elements/motcua-site.js';
import '@motcua/elements/motcua-status-tracker.js';

interface Args {
  gateway: string;
  unit: string;
}
const GATEWAY = 'https://gateway.motcua.test';

/** Names gateway and unit once for every element inside it; draws nothing of its own. */
const meta: Meta<Args> = {
  title: 'Site',
  component: 'motcua-site',
  args: { gateway: GATEWAY, unit: 'thoibinh' },
  render: ({ gateway, unit }, { loaded }) => {
    // The address leads to the gateway inside the page: the same place where elements share their counters.
    pageRegistry().ports.set(`${gateway}|${unit}`, counterOf(loaded).port);
    return html`<motcua-site gateway=${gateway} unit=${unit}>
      <h2>Tìm thủ tục</h2>
      <motcua-procedure-picker></motcua-procedure-picker>
      <h2>Theo dõi hồ sơ</h2>
      <motcua-status-tracker></motcua-status-tracker>
    </motcua-site>`;
  },
};
export default meta;
type Story = StoryObj<Args>;

/** Two elements of one page, the site said once. */
export const TwoElements: Story = {
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Bà con cần làm việc gì?');
    await reads(canvasElement, 'Mã hồ sơ và mã tra cứu in trên giấy tiếp nhận');
  },
};

/** Two units on one page, as on the page of a province. */
export const TwoUnits: Story = {
  render: ({ gateway }, { loaded }) => {
    pageRegistry().ports.set(`${gateway}|thoibinh`, counterOf(loaded).port);
    pageRegistry().ports.set(`${gateway}|triphai`, counterOf(loaded).at('triphai'));
    return html`<motcua-site gateway=${gateway} unit="thoibinh"><motcua-procedure-picker></motcua-procedure-picker></motcua-site>
      <motcua-site gateway=${gateway} unit="triphai"><motcua-procedure-picker></motcua-procedure-picker></motcua-site>`;
  },
  play: async ({ canvasElement }) => reads(canvasElement, /Bà con cần làm việc gì\?.*Bà con cần làm việc gì\?/),
};

/** The unit was forgotten: every element says so, and the page's own words stay. */
export const NotSetUp: Story = {
  render: ({ gateway }) => html`<motcua-site gateway=${gateway}><motcua-procedure-picker><p>0290 000 0135</p></motcua-procedure-picker></motcua-site>`,
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'gateway');
    await reads(canvasElement, '0290 000 0135');
  },
};
