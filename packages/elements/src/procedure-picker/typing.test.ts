/** Thirty ways in which Vietnamese gets into the field: the text is never touched, one question and one message a pause. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { CatalogueEntry } from '@motcua/contract/procedure';
import { fakeCatalogue } from '@motcua/testkit/fake-catalogue';
import { fakePort } from '@motcua/testkit/fake-port';
import { byBackspace, byComposition, byKeys, type TypingStep } from '@motcua/testkit/typing-tools';
import { afterEach, describe, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import './motcua-procedure-picker.ts';
import type { ProcedurePickerElement } from './procedure-picker-element.ts';

const more = (code: string, name: string, field: string): CatalogueEntry => ({ ...fakeCatalogue.entries[0]!, code, name, field, weight: 0.5 });
const CATALOGUE = {
  ...fakeCatalogue,
  entries: [
    ...fakeCatalogue.entries,
    more('1.001669', 'Đăng ký hộ kinh doanh', 'Thành lập và hoạt động của hộ kinh doanh'),
    more('1.004859', 'Thủ tục cấp giấy xác nhận tình trạng hôn nhân', 'Hộ tịch'),
    more('1.001776', 'Trợ cấp xã hội hằng tháng cho người cao tuổi', 'Bảo trợ xã hội'),
    more('1.012753', 'Đăng ký đất đai, cấp giấy chứng nhận quyền sử dụng đất lần đầu', 'Đất đai'),
    more('1.003583', 'Thủ tục đăng ký giám hộ', 'Hộ tịch'),
  ],
};
const [BIRTH, MARRIAGE, DEATH, COPY, RESIDENCE] = ['1.001193', '1.000894', '1.000656', '2.000815', '1.004222'] as const;
const [SHOP, SINGLE, OLD, LAND, WARD] = ['1.001669', '1.004859', '1.001776', '1.012753', '1.003583'] as const;

/** What is done, what then stands in the field to the letter, what comes first. */
type Script = readonly [name: string, steps: readonly TypingStep[], text: string, code: string];
const pause: TypingStep = { act: 'pause' };
const nfd = (text: string): string => text.normalize('NFD');
const fromOutside = (text: string): TypingStep => ({ act: 'paste', text });

const SCRIPTS: readonly Script[] = [
  ['Telex by Backspace: khai sinh', byBackspace('đăng ký khai sinh'), 'đăng ký khai sinh', BIRTH],
  ['Telex by Backspace: kết hôn', byBackspace('kết hôn'), 'kết hôn', MARRIAGE],
  ['Telex by Backspace: khai tử', byBackspace('khai tử'), 'khai tử', DEATH],
  ['Telex by Backspace: chứng thực bản sao', byBackspace('chứng thực bản sao'), 'chứng thực bản sao', COPY],
  ['Telex by Backspace: đăng ký thường trú', byBackspace('đăng ký thường trú'), 'đăng ký thường trú', RESIDENCE],
  ['Telex by Backspace: người cao tuổi', byBackspace('trợ cấp người cao tuổi'), 'trợ cấp người cao tuổi', OLD],
  ['VNI by Backspace, digits at the end of the word: hộ kinh doanh', byBackspace('hộ kinh doanh', { late: true }), 'hộ kinh doanh', SHOP],
  ['VNI by Backspace, digits at the end: giấy xác nhận tình trạng hôn nhân', byBackspace('xác nhận tình trạng hôn nhân', { late: true }), 'xác nhận tình trạng hôn nhân', SINGLE],
  ['VNI by Backspace, digits at the end: quyền sử dụng đất', byBackspace('giấy chứng nhận quyền sử dụng đất', { late: true }), 'giấy chứng nhận quyền sử dụng đất', LAND],
  ['VNI by Backspace: giám hộ', byBackspace('đăng ký giám hộ', { late: true }), 'đăng ký giám hộ', WARD],
  ['Telex composed: khai sinh', byComposition('đăng ký khai sinh'), 'đăng ký khai sinh', BIRTH],
  ['Telex composed: kết hôn', byComposition('đăng ký kết hôn'), 'đăng ký kết hôn', MARRIAGE],
  ['Telex composed: thường trú', byComposition('thường trú'), 'thường trú', RESIDENCE],
  ['VNI composed, digits at the end: chứng thực bản sao', byComposition('chứng thực bản sao', { late: true }), 'chứng thực bản sao', COPY],
  ['VNI composed, digits at the end: hộ kinh doanh', byComposition('đăng ký hộ kinh doanh', { late: true }), 'đăng ký hộ kinh doanh', SHOP],
  ['no tool: khai sinh', byKeys('dang ky khai sinh'), 'dang ky khai sinh', BIRTH],
  ['no tool: khai tử', byKeys('khai tu'), 'khai tu', DEATH],
  ['a tool that is off, Telex keys stay: ddawng kys kets hoon', byKeys('ddawng kys keets hoon'), 'ddawng kys keets hoon', MARRIAGE],
  ['a tool that is off, VNI keys stay: khai tu73', byKeys('d9a8ng ky1 khai tu73'), 'd9a8ng ky1 khai tu73', DEATH],
  ['capitals', byKeys('DANG KY THUONG TRU'), 'DANG KY THUONG TRU', RESIDENCE],
  ['pasted from a Mac, letters and marks apart (NFD)', [fromOutside(nfd('Thủ tục đăng ký kết hôn'))], nfd('Thủ tục đăng ký kết hôn'), MARRIAGE],
  ['pasted from a PDF, with a line break, which becomes a space', [fromOutside('Chứng thực bản sao\n  từ bản chính')], 'Chứng thực bản sao   từ bản chính', COPY],
  ['pasted, then a word more by Backspace', [fromOutside('đăng ký'), { act: 'key', text: ' ' }, ...byBackspace('khai tử')], 'đăng ký khai tử', DEATH],
  ['the phone corrects the word before: khi sinh → khai sinh', [...byComposition('khi sinh'), { act: 'replace', from: 0, to: 3, text: 'khai' }], 'khai sinh', BIRTH],
  ['the phone puts the marks in afterwards: ket hon → kết hôn', [...byKeys('ket hon'), { act: 'replace', from: 0, to: 7, text: 'kết hôn' }], 'kết hôn', MARRIAGE],
  ['a suggestion takes the place of what is being composed', [{ act: 'compose', text: 'thuong' }, { act: 'compose', text: 'thương' }, { act: 'commit', text: 'thường trú' }], 'thường trú', RESIDENCE],
  ['a letter put into the middle', [...byKeys('dang ky khi sinh'), { act: 'caret', at: 10 }, { act: 'key', text: 'a' }], 'dang ky khai sinh', BIRTH],
  ['a tone put on a word in the middle by Backspace', [...byBackspace('đăng ky kết hôn'), { act: 'caret', at: 7 }, { act: 'back', times: 1 }, { act: 'insert', text: 'ý' }], 'đăng ký kết hôn', MARRIAGE],
  ['a pause, then on', [...byBackspace('khai'), pause, { act: 'key', text: ' ' }, ...byBackspace('sinh')], 'khai sinh', BIRTH],
  ['a pause, all taken back, another matter', [...byBackspace('khai sinh'), pause, { act: 'back', times: 9 }, ...byBackspace('giám hộ')], 'giám hộ', WARD],
];

/** A tool writes faster than the pause. Milliseconds between steps. */
const PACE = 60;
const PAUSE = 200;
const REST = 1000;

let picker: ProcedurePickerElement;
const root = (): ShadowRoot => picker.shadowRoot!;
const input = (): HTMLInputElement => root().querySelector('input')!;
const status = (): HTMLElement => root().querySelector('[role=status].hidden-text')!;
const first = (): string | undefined => root().querySelector<HTMLElement>('.results .entry')?.dataset['code'];
const caret = (): number | null => input().selectionStart;

// The protocol types follow the provider; only these messages are needed here.
const send = (method: string, parameters: object): Promise<unknown> => (cdp() as unknown as { send(method: string, parameters: object): Promise<unknown> }).send(method, parameters);
async function press(key: string, rest: object = {}): Promise<void> {
  await send('Input.dispatchKeyEvent', { type: 'keyDown', key, ...rest });
  await send('Input.dispatchKeyEvent', { type: 'keyUp', key, ...rest });
}
const compose = (text: string, more: object = {}): Promise<unknown> => send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length, ...more });

/** Through the real clipboard. */
async function paste(text: string): Promise<void> {
  const paper = document.createElement('textarea');
  document.body.append(paper);
  paper.value = text;
  paper.select();
  await press('c', { commands: ['copy'] });
  paper.remove();
  input().focus();
  await press('v', { commands: ['paste'] });
}

async function act(step: TypingStep): Promise<void> {
  switch (step.act) {
    case 'key': return press(step.text, { text: step.text });
    case 'back':
      for (let time = 0; time < step.times; time += 1) await press('Backspace', { windowsVirtualKeyCode: 8 });
      return;
    case 'insert':
    case 'commit': return void (await send('Input.insertText', { text: step.text }));
    case 'compose': return void (await compose(step.text));
    case 'replace':
      await compose(step.text, { replacementStart: step.from, replacementEnd: step.to });
      return void (await send('Input.insertText', { text: step.text }));
    case 'paste': return paste(step.text);
    case 'caret': return input().setSelectionRange(step.at, step.at);
    case 'pause': return;
  }
}

/** Every question the picker takes up, and every message it speaks. */
function overhear(): { asked: string[]; spoken: string[] } {
  const heard = { asked: [] as string[], spoken: [] as string[] };
  const { get, set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(picker) as object, 'query') as Required<PropertyDescriptor>;
  Object.defineProperty(picker, 'query', {
    configurable: true,
    get,
    set(this: ProcedurePickerElement, question: string) {
      heard.asked.push(question);
      set.call(this, question);
    },
  });
  new MutationObserver(() => heard.spoken.push(status().textContent.trim())).observe(status(), { childList: true, characterData: true, subtree: true });
  return heard;
}

async function later(milliseconds: number): Promise<void> {
  vi.advanceTimersByTime(milliseconds);
  await picker.updateComplete;
}

async function open(): Promise<void> {
  picker = await fixture(html`<motcua-procedure-picker lang="vi" .port=${fakePort({ catalogue: async () => CATALOGUE })}></motcua-procedure-picker>`);
  await waitUntil(() => root().querySelector('motcua-picker-ways')?.shadowRoot?.querySelector('.subject'), 'the ways', { timeout: 10_000 });
  input().focus();
  // The pauses are the clock's, not this machine's.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
}

afterEach(() => void vi.useRealTimers());

/** Plays the script; what is asserted on the way holds after every step. */
async function play(steps: readonly TypingStep[], heard: ReturnType<typeof overhear>): Promise<void> {
  let pauses = 0;
  for (const step of steps) {
    await act(step);
    const [text, at] = [input().value, caret()];
    await later(step.act === 'pause' ? PAUSE : PACE);
    if (step.act === 'pause') {
      pauses += 1;
      await later(REST);
    }
    expect([input().value, caret()], 'text and caret belong to the person').to.deep.equal([text, at]);
    expect(heard.asked.length, `questions after ${JSON.stringify(step)}`).to.equal(pauses);
    expect(heard.spoken.length, `messages after ${JSON.stringify(step)}`).to.equal(pauses);
    expect(root().querySelectorAll('.entry').length, 'a list stands there all the time').to.be.above(0);
  }
}

describe('typing', () => {
  it('has thirty scripts', () => expect(SCRIPTS).to.have.length(30));

  for (const [name, steps, text, code] of SCRIPTS) {
    it(name, async () => {
      await open();
      const heard = overhear();
      await play(steps, heard);
      const [pauses, at] = [heard.asked.length, caret()];
      await later(PAUSE);
      expect(heard.asked.slice(pauses)).to.deep.equal([text]);
      expect(first()).to.equal(code);
      await later(REST);
      expect(heard.spoken.length - pauses, 'one message').to.equal(1);
      expect(heard.spoken.at(-1)).to.match(/^Có \d+ thủ tục\. Đầu tiên: /);
      expect([input().value, caret(), root().activeElement]).to.deep.equal([text, at, input()]);
      await later(5000);
      expect([heard.asked.length, heard.spoken.length]).to.deep.equal([pauses + 1, pauses + 1]);
      // Without marks the same stands first.
      picker.query = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
      await picker.updateComplete;
      expect(first()).to.equal(code);
    });
  }
});
