import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { describe, test } from 'vitest';
import type { Field, FormDefinition } from '@motcua/contract/form';
import type { Procedure } from '@motcua/contract/procedure';
import { fakePort } from '@motcua/testkit/fake-port';
import { DossierFormElement } from './dossier-form-element.ts';
import './motcua-dossier-form.ts';
import { registerField } from './register-field.ts';

/** As a site would write it: no library, no knowledge of the form. */
class StarsElement extends HTMLElement {
  static readonly observedAttributes = ['most'];
  #value = '';
  #input = document.createElement('input');
  connectedCallback(): void {
    if (this.shadowRoot !== null) return;
    this.#input.setAttribute('aria-label', `Từ 1 đến ${this.getAttribute('most') ?? '5'}`);
    this.#input.value = this.#value;
    this.#input.addEventListener('input', () => {
      this.#value = this.#input.value;
      this.dispatchEvent(new Event('change', { bubbles: true }));
    });
    this.attachShadow({ mode: 'open' }).append(this.#input);
  }
  get value(): string {
    return this.#value;
  }
  set value(next: string) {
    this.#value = next;
    this.#input.value = next;
  }
  get validationMessage(): string {
    return this.reportValidity() ? '' : 'Xin ghi từ 1 đến 5.';
  }
  reportValidity(): boolean {
    return this.#value === '' || /^[1-5]$/.test(this.#value);
  }
}
customElements.define('x-stars', StarsElement);
customElements.define('x-breaks', class extends HTMLElement {
  constructor() {
    super();
    throw new Error('broken on purpose');
  }
});
customElements.define('x-odd', class extends HTMLElement {
  get value(): unknown {
    return { not: 'an answer' };
  }
  set value(_next: unknown) {
    throw new Error('broken on purpose');
  }
  reportValidity(): boolean {
    throw new Error('broken on purpose');
  }
});

let serial = 0;
const own = (control: string, more: object = {}): Field => ({ kind: 'custom', id: 'own', label: { vi: 'Mấy sao?' }, control, ...more }) as Field;
const procedure = { code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', submission: 'gateway', portalUrl: null, channels: [{ kind: 'online', time: { unit: 'working-day', value: 3 }, fees: [] }] } as unknown as Procedure;
async function begin(...fields: Field[]): Promise<{ element: DossierFormElement; root: ShadowRoot }> {
  const definition: FormDefinition = { id: 'f', version: '1', title: { vi: 'T' }, procedureCodes: [], steps: [{ id: 'a', title: { vi: 'Phần A' }, fields }, { id: 'b', title: { vi: 'Phần B' }, fields: [{ kind: 'text', id: 'x', label: { vi: 'Thêm' } }] }] };
  const port = { ...fakePort({ procedure: async () => procedure, form: async () => definition }), unit: `own-${(serial += 1)}` };
  const element = await fixture<DossierFormElement>(html`<motcua-dossier-form lang="vi" procedure="1.001193" .port=${port}></motcua-dossier-form>`);
  const root = element.shadowRoot!;
  await waitUntil(() => root.querySelector('.heading') !== null, 'the start screen', { timeout: 5000 });
  press(root, 'Bắt đầu');
  await waitUntil(() => root.querySelector('.step') !== null);
  await waitUntil(() => !root.textContent?.includes('Đang tải'), 'the parts', { timeout: 5000 });
  return { element, root };
}
function press(root: ParentNode, name: string): void {
  [...root.querySelectorAll('button')].find((button) => button.textContent?.trim().startsWith(name))?.click();
}
async function type(root: ShadowRoot, text: string): Promise<void> {
  await waitUntil(() => root.querySelector('x-stars')?.shadowRoot != null);
  const input = root.querySelector('x-stars')!.shadowRoot!.querySelector('input')!;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('a control of the site’s own', () => {
  test('its value is an answer, its complaint stands in the way, it comes back with the answer', async () => {
    registerField({ kind: 'sao', element: 'x-stars' });
    const { element, root } = await begin(own('sao', { required: true, settings: { most: 5 } }));
    await waitUntil(() => root.querySelector('x-stars') !== null);
    press(root, 'Tiếp tục');
    await waitUntil(() => root.querySelector('.errors') !== null, 'required is asked by the form itself');
    await type(root, '9');
    press(root, 'Tiếp tục');
    await waitUntil(() => root.querySelector('.errors')?.textContent?.includes('Mấy sao: Xin ghi từ 1 đến 5.'), 'its own words');
    await expect(element).to.be.accessible();
    await type(root, '4');
    await element.updateComplete;
    expect(root.querySelector('.finding.error')).to.equal(null);
    press(root, 'Tiếp tục');
    await waitUntil(() => root.querySelector('.heading')?.textContent?.includes('Phần B'));
    press(root, 'Quay lại');
    await waitUntil(() => root.querySelector('x-stars') !== null);
    expect((root.querySelector('x-stars') as StarsElement).value).to.equal('4');
    press(root, 'Tiếp tục');
    await waitUntil(() => root.querySelector('.heading')?.textContent?.includes('Phần B'));
    press(root, 'Tiếp tục');
    await waitUntil(() => root.querySelector('.answers')?.textContent?.includes('4'), 'the summary', { timeout: 5000 });
  });

  test('hidden, it stands in nobody’s way', async () => {
    registerField({ kind: 'sao', element: 'x-stars' });
    const { root } = await begin({ kind: 'yes-no', id: 'co', label: { vi: 'Có?' } }, own('sao', { when: { field: 'co', op: 'equals', value: true } }));
    const radios = [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    radios[0]!.click();
    await waitUntil(() => root.querySelector('x-stars') !== null);
    await type(root, '9');
    radios[1]!.click();
    await waitUntil(() => root.querySelector('x-stars') === null);
    press(root, 'Tiếp tục');
    await waitUntil(() => root.querySelector('.heading')?.textContent?.includes('Phần B'));
  });

  test('registered by nobody, defined later, broken in its constructor or its value: a box for text, and the form goes on', async () => {
    const { root } = await begin(own('khong-ai'));
    expect(root.querySelector('input#f-own')).not.to.equal(null);

    registerField({ kind: 'muon', element: 'x-late' });
    const late = await begin(own('muon'));
    expect(late.root.querySelector('input#f-own')).not.to.equal(null);
    customElements.define('x-late', class extends HTMLElement {});
    await waitUntil(() => late.root.querySelector('x-late') !== null);

    // The browser reports what the site's code throws; it is not ours.
    const silence = (event: ErrorEvent): void => event.preventDefault();
    window.addEventListener('error', silence);
    registerField({ kind: 'hong', element: 'x-breaks' });
    const broken = await begin(own('hong'));
    await waitUntil(() => broken.root.querySelector('input#f-own') !== null);
    registerField({ kind: 'la', element: 'x-odd' });
    const odd = await begin(own('la'));
    await waitUntil(() => odd.root.querySelector('x-odd') !== null);
    odd.root.querySelector('x-odd')!.dispatchEvent(new Event('change', { bubbles: true }));
    press(odd.root, 'Tiếp tục');
    await waitUntil(() => odd.root.querySelector('.heading')?.textContent?.includes('Phần B'), 'what throws does not hold anybody up');
    window.removeEventListener('error', silence);
  });

  test('a name that is taken, no name of a custom element, no name of a kind: said to the developer at once', () => {
    DossierFormElement.registerField({ kind: 'cua-toi', element: 'x-mine' });
    DossierFormElement.registerField({ kind: 'cua-toi', element: 'x-mine' });
    expect(() => registerField({ kind: 'cua-toi', element: 'x-other' })).to.throw('belongs to <x-mine>');
    for (const element of ['input', 'X-Up', '', 'x', '-x', 'x y-z', '<b>-c']) expect(() => registerField({ kind: 'k', element }), element).to.throw(TypeError);
    for (const kind of ['', 'Hoa', '__proto__', 'a b', 'a'.repeat(61)]) expect(() => registerField({ kind, element: 'x-stars' }), kind).to.throw(TypeError);
  });
});
