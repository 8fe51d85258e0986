import { storyCounter, type CounterParameters } from '@motcua/testkit/story-counter';
import { layoutFaults } from '@motcua/testkit/story-checks';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import type { Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { expect } from 'storybook/test';

// The manifest is generated (`npm run manifest`); a glob tolerates its absence in a fresh checkout.
const manifests = import.meta.glob<object>('../packages/elements/custom-elements.json', { eager: true, import: 'default' });
for (const manifest of Object.values(manifests)) setCustomElementsManifest(manifest);

const toolbar = (description: string, icon: 'globe' | 'paintbrush' | 'zoom' | 'transfer', items: readonly (readonly [string, string])[]) => ({
  description,
  toolbar: { icon, items: items.map(([value, title]) => ({ value, title })), dynamicTitle: true },
});

/** The gateway and its seed are most of the bytes: they travel beside the stories, not before them. */
const openGateway = async () => {
  const [{ storyGateway }, { default: seed }] = await Promise.all([import('@motcua/testkit/story-gateway'), import('virtual:story-seed')]);
  return storyGateway(seed);
};

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
    viewport: {
      options: {
        narrow: { name: 'Hẹp nhất 320 × 640', styles: { width: '320px', height: '640px' } },
        phone: { name: 'Điện thoại 360 × 640', styles: { width: '360px', height: '640px' } },
        tablet: { name: 'Máy tính bảng 768 × 1024', styles: { width: '768px', height: '1024px' } },
      },
    },
  },
  globalTypes: {
    locale: toolbar('Ngôn ngữ · Language', 'globe', [['vi', 'Tiếng Việt'], ['en', 'English']]),
    theme: toolbar('Bộ màu · Theme', 'paintbrush', [['light', 'Sáng'], ['dark', 'Tối'], ['province', 'Màu riêng của tỉnh']]),
    text: toolbar('Cỡ chữ · Text size', 'zoom', [['100', '100 %'], ['150', '150 %'], ['200', '200 %']]),
    direction: toolbar('Chiều chữ · Direction', 'transfer', [['ltr', 'Trái → phải'], ['rtl', 'Phải → trái']]),
  },
  initialGlobals: { locale: 'vi', theme: 'light', text: '100', direction: 'ltr' },
  // Every story gets a counter of its own over the real gateway application, which runs inside the page.
  loaders: [async ({ parameters }) => ({ counter: await storyCounter(await openGateway(), parameters as CounterParameters) })],
  decorators: [
    // The page around an element: its language, colours, direction and text size, as a host page would have them.
    (story, { globals }) => {
      const { locale, theme, text, direction, viewport } = globals as Record<string, string> & { viewport?: { value?: string } };
      const page = ['story-page', `theme-${theme}`, `text-${text}`, viewport?.value === 'narrow' ? 'narrow' : ''].join(' ');
      return html`<div class=${page} lang=${locale} dir=${direction}>${keyed(`${locale} ${theme}`, story())}</div>`;
    },
  ],
  afterEach: ({ canvasElement, viewMode }) => {
    if (viewMode !== 'docs') expect(layoutFaults(canvasElement)).toEqual([]);
  },
};

export default preview;
