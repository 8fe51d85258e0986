import { setCustomElementsManifest } from '@storybook/web-components-vite';
import type { Preview } from '@storybook/web-components-vite';

// The manifest is generated (`npm run manifest`); a glob tolerates its absence in a fresh checkout.
const manifests = import.meta.glob<object>('../packages/elements/custom-elements.json', { eager: true, import: 'default' });
for (const manifest of Object.values(manifests)) setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    viewport: {
      options: {
        phone: { name: 'Điện thoại 360 × 640', styles: { width: '360px', height: '640px' } },
        tablet: { name: 'Máy tính bảng 768 × 1024', styles: { width: '768px', height: '1024px' } },
      },
    },
  },
  globalTypes: {
    locale: {
      description: 'Ngôn ngữ · Language',
      toolbar: {
        icon: 'globe',
        items: [
          { value: 'vi', title: 'Tiếng Việt' },
          { value: 'en', title: 'English' },
        ],
        dynamicTitle: true,
      },
    },
    theme: {
      description: 'Bộ màu · Theme',
      toolbar: {
        icon: 'paintbrush',
        items: [
          { value: 'default', title: 'Mặc định' },
          { value: 'dark', title: 'Tối' },
          { value: 'contrast', title: 'Tương phản cao' },
          { value: 'province', title: 'Màu riêng của tỉnh' },
        ],
        dynamicTitle: true,
      },
    },
    text: {
      description: 'Cỡ chữ · Text size',
      toolbar: {
        icon: 'zoom',
        items: [
          { value: '100', title: '100 %' },
          { value: '150', title: '150 %' },
          { value: '200', title: '200 %' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { locale: 'vi', theme: 'default', text: '100' },
  decorators: [
    // The elements follow the nearest `lang`, and take colours and text size from the page around them.
    (story, { globals }) => {
      const root = document.documentElement;
      root.lang = String(globals['locale'] ?? 'vi');
      root.dataset['theme'] = String(globals['theme'] ?? 'default');
      root.style.fontSize = `${String(globals['text'] ?? '100')}%`;
      return story();
    },
  ],
};

export default preview;
