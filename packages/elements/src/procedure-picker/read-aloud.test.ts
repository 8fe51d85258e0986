/** «Nghe đọc» with a device that speaks Vietnamese, one that does not, one that says so late, one without speech, one that fails. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { fakeProcedure } from '@motcua/testkit/fake-catalogue';
import { fakePort } from '@motcua/testkit/fake-port';
import { afterEach, describe, it, vi } from 'vitest';
import './motcua-procedure-sheet.ts';
import type { ProcedureSheetElement } from './procedure-sheet-element.ts';

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'name'>;
const LINH: Voice = { name: 'Linh', lang: 'vi-VN', localService: true };
const AN: Voice = { name: 'An', lang: 'vi_VN', localService: true };
const CLOUD: Voice = { name: 'Google Tiếng Việt', lang: 'vi-VN', localService: false };
const ENGLISH: Voice = { name: 'Karen', lang: 'en-AU', localService: true };

class Utterance {
  voice: Voice | null = null;
  lang = '';
  rate = 1;
  onend: (() => void) | null = null;
  onerror: ((event: { error: string }) => void) | null = null;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

class Speech extends EventTarget {
  voices: Voice[];
  queue: Utterance[] = [];
  cancelled = 0;
  constructor(voices: Voice[]) {
    super();
    this.voices = voices;
  }
  getVoices = (): Voice[] => this.voices;
  speak = (one: Utterance): void => void this.queue.push(one);
  cancel = (): void => {
    this.cancelled += 1;
    const rest = this.queue.splice(0);
    // As browsers do: what is cut off ends with an error.
    for (const one of rest) one.onerror?.({ error: 'canceled' });
  };
  arrive(...voices: Voice[]): void {
    this.voices = voices;
    this.dispatchEvent(new Event('voiceschanged'));
  }
  finish(): void {
    for (const one of this.queue.splice(0)) one.onend?.();
  }
}

function device(...voices: Voice[]): Speech {
  const speech = new Speech(voices);
  vi.stubGlobal('speechSynthesis', speech);
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
  return speech;
}

let element: ProcedureSheetElement;
const root = (): ShadowRoot => element.shadowRoot!;
const button = (): HTMLButtonElement | undefined => [...root().querySelectorAll<HTMLButtonElement>('.tools button')].find(({ textContent }) => /đọc|nghe/i.test(textContent));
async function sheet(): Promise<void> {
  const port = fakePort({ procedure: async (code) => fakeProcedure({ code }) });
  element = await fixture(html`<motcua-procedure-sheet lang="vi" procedure="1.001193" .port=${port}></motcua-procedure-sheet>`);
  await waitUntil(() => root().querySelector('.tools'));
}

afterEach(() => {
  element.remove();
  vi.unstubAllGlobals();
});

describe('reading aloud', () => {
  it('reads with a Vietnamese voice of the device, says that it reads, and stops when it is through', async () => {
    const speech = device(ENGLISH, CLOUD, LINH);
    await sheet();
    expect(button()!.getAttribute('aria-pressed')).to.equal('false');
    button()!.click();
    await element.updateComplete;
    expect(button()!.getAttribute('aria-pressed')).to.equal('true');
    expect(speech.queue.map(({ text }) => text)[0]).to.equal('Làm giấy khai sinh cho con');
    expect(speech.queue.every(({ voice, lang }) => voice === LINH && lang === 'vi-VN')).to.equal(true);
    await expect(element).to.be.accessible();
    speech.finish();
    await element.updateComplete;
    expect(button()!.getAttribute('aria-pressed')).to.equal('false');
  });

  it('stops at a press, and begins again from the start', async () => {
    const speech = device(LINH);
    await sheet();
    button()!.click();
    const whole = speech.queue.length;
    await element.updateComplete;
    button()!.click();
    await element.updateComplete;
    expect([speech.queue.length, button()!.getAttribute('aria-pressed')]).to.deep.equal([0, 'false']);
    button()!.click();
    await element.updateComplete;
    expect([speech.queue.length, button()!.getAttribute('aria-pressed')]).to.deep.equal([whole, 'true']);
  });

  it('reads the papers of the case that was chosen', async () => {
    const speech = device(LINH);
    await sheet();
    root().querySelector<HTMLInputElement>('input[value=khong]')!.click();
    await element.updateComplete;
    button()!.click();
    const said = speech.queue.map(({ text }) => text).join(' | ');
    expect(said).to.contain('Văn bản của người làm chứng').and.not.contain('Giấy chứng sinh');
  });

  it('offers nothing without a Vietnamese voice, nor with one that sends the text away', async () => {
    for (const voices of [[], [ENGLISH], [CLOUD, ENGLISH]]) {
      device(...voices);
      await sheet();
      expect(button(), JSON.stringify(voices)).to.equal(undefined);
      element.remove();
    }
  });

  it('takes a voice whose language is written with an underscore, as old Android does', async () => {
    device(ENGLISH, AN);
    await sheet();
    expect(button()).to.not.equal(undefined);
  });

  it('offers it as soon as voices arrive, and takes it back when they go', async () => {
    const speech = device();
    await sheet();
    expect(button()).to.equal(undefined);
    speech.arrive(ENGLISH, LINH);
    await waitUntil(() => button() !== undefined);
    speech.arrive(ENGLISH);
    await waitUntil(() => button() === undefined);
  });

  it('stops reading when the sheet goes, and listens no more', async () => {
    const speech = device(LINH);
    await sheet();
    button()!.click();
    const before = speech.cancelled;
    element.remove();
    expect([speech.cancelled, speech.queue.length]).to.deep.equal([before + 1, 0]);
    speech.arrive(LINH);
  });

  it('stops reading when another procedure is opened', async () => {
    const speech = device(LINH);
    await sheet();
    button()!.click();
    element.procedure = '1.000894';
    await waitUntil(() => speech.queue.length === 0);
    await waitUntil(() => button()?.getAttribute('aria-pressed') === 'false');
  });

  it('a reading that was cut off does not end the next one', async () => {
    const speech = device(LINH);
    await sheet();
    button()!.click();
    const [old] = speech.queue;
    button()!.click();
    button()!.click();
    old!.onerror!({ error: 'interrupted' });
    await element.updateComplete;
    expect(button()!.getAttribute('aria-pressed')).to.equal('true');
    expect(speech.queue).to.not.deep.equal([]);
  });

  it('does not stay pressed when the voice fails', async () => {
    const speech = device(LINH);
    await sheet();
    button()!.click();
    await element.updateComplete;
    speech.queue[0]!.onerror!({ error: 'synthesis-failed' });
    expect(speech.queue, 'the rest is not read').to.deep.equal([]);
    await waitUntil(() => button()!.getAttribute('aria-pressed') === 'false');
  });

  it('is whole on a device without speech', async () => {
    vi.stubGlobal('speechSynthesis', undefined);
    vi.stubGlobal('SpeechSynthesisUtterance', undefined);
    await sheet();
    expect(button()).to.equal(undefined);
    await expect(element).to.be.accessible();
  });
});
