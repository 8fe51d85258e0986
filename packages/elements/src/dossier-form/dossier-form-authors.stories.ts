import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { awaited, eventually, find, press, reads, words } from '@motcua/testkit/story-canvas';
import { counterOf } from '@motcua/testkit/story-counter';
import '@motcua/testkit/story-playground';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '@motcua/elements/motcua-dossier-form.js';
import { registerField } from './register-field.ts';

const DEFINITION = {
  id: 'don-xin-muon-loa', version: '1', title: { vi: 'Đơn mượn loa của ấp', en: 'Loudspeaker request' }, procedureCodes: [],
  steps: [
    {
      id: 'nguoi', title: { vi: 'Người mượn', en: 'Borrower' },
      fields: [
        { kind: 'text', id: 'hoTen', label: { vi: 'Họ và tên', en: 'Full name' }, format: 'person-name', required: true },
        { kind: 'yes-no', id: 'coTre', label: { vi: 'Có trẻ em đến dự không?', en: 'Will children come?' } },
        { kind: 'number', id: 'soTre', label: { vi: 'Mấy em?', en: 'How many?' }, whole: true, min: 1, when: { field: 'coTre', op: 'equals', value: true } },
        { kind: 'custom', id: 'muc', control: 'story-level', label: { vi: 'Mở loa to cỡ nào?', en: 'How loud?' }, settings: { most: 5 } },
      ],
    },
  ],
};

/** A control as a site would write it: a plain custom element with `value`, `change` and `reportValidity()`. It knows nothing of the form. */
class LevelElement extends HTMLElement {
  #value: number | undefined;
  connectedCallback(): void {
    if (this.shadowRoot === null) this.attachShadow({ mode: 'open' });
    this.#draw();
  }
  get value(): number | undefined {
    return this.#value;
  }
  set value(next: number | undefined) {
    this.#value = next;
    if (this.isConnected) this.#draw();
  }
  get validationMessage(): string {
    return this.reportValidity() ? '' : 'Mức 5 làm phiền hàng xóm. Xin chọn mức nhỏ hơn.';
  }
  reportValidity(): boolean {
    return this.#value !== 5;
  }
  #draw(): void {
    const most = Number(this.getAttribute('most') ?? 3);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('button{min-inline-size:44px;min-block-size:44px;margin-inline-end:8px;font:inherit;background:#fff;color:#000;border:2px solid #555;border-radius:6px}button[aria-pressed=true]{background:#0b4f6c;color:#fff}');
    this.shadowRoot!.adoptedStyleSheets = [sheet];
    this.shadowRoot!.replaceChildren(...Array.from({ length: most }, (_, at) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = String(at + 1);
      button.setAttribute('aria-pressed', String(this.#value === at + 1));
      button.addEventListener('click', () => {
        this.value = at + 1;
        this.dispatchEvent(new Event('change', { bubbles: true }));
      });
      return button;
    }));
  }
}
if (customElements.get('story-level') === undefined) customElements.define('story-level', LevelElement);

/** For people who write forms: a playground, and a control of one's own. */
const meta: Meta = {
  title: 'Dossier form/For authors',
  render: (_args, { loaded }) => html`<story-playground .port=${counterOf(loaded).port} .text=${JSON.stringify(DEFINITION, null, 2)}></story-playground>`,
};
export default meta;
type Story = StoryObj;

const editor = (canvas: HTMLElement): Promise<HTMLTextAreaElement> => awaited<HTMLTextAreaElement>(canvas, 'textarea#definition');
async function write(canvas: HTMLElement, change: (text: string) => string): Promise<void> {
  const area = await editor(canvas);
  area.value = change(area.value);
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The definition left, the form right. What is wrong is told with its line, as `motcua-gateway forms check` tells it; the last good form stays. */
export const Playground: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Bắt đầu');
    await reads(canvasElement, 'Họ và tên');
    await write(canvasElement, (text) => text.replace('"field": "coTre"', '"field": "coTe"'));
    await reads(canvasElement, '«coTe» is no field of this form');
    await expect(words(canvasElement)).toContain('Line ');
    await expect(words(canvasElement)).toContain('Họ và tên');
    await write(canvasElement, (text) => text.replace('"coTe"', '"coTre"').replace('"Họ và tên"', '"Tên người mượn"'));
    await reads(canvasElement, 'No mistakes.');
    await press(canvasElement, 'Bắt đầu');
    await reads(canvasElement, 'Tên người mượn');
    await write(canvasElement, (text) => text.slice(0, -4));
    await reads(canvasElement, 'is no JSON');
  },
};

/** `registerField({ kind, element })`: the site's own control takes part in checks, drafts, summary and print. */
export const ControlOfOnesOwn: Story = {
  play: async ({ canvasElement }) => {
    registerField({ kind: 'story-level', element: 'story-level' });
    await press(canvasElement, 'Bắt đầu');
    await userEvent.type(await awaited<HTMLInputElement>(canvasElement, '[id="f-hoTen"]'), 'Lê Thị Hoa');
    const level = await awaited<LevelElement>(canvasElement, 'story-level');
    const choose = (at: number): void => level.shadowRoot!.querySelectorAll('button')[at - 1]!.click();
    await expect(level.shadowRoot!.querySelectorAll('button').length).toBe(5);
    choose(5);
    await press(canvasElement, 'Tiếp tục');
    await reads(canvasElement, 'Mức 5 làm phiền hàng xóm');
    choose(2);
    await press(canvasElement, 'Tiếp tục');
    await reads(canvasElement, 'Xem lại rồi gửi');
    await eventually(() => expect(find(canvasElement, '.answers')?.textContent).toContain('2'));
  },
};
