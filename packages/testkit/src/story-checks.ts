/** What holds for every state of every element, looked at after each story. */
import { all } from './story-canvas.ts';

const name = (element: Element): string => `${element.localName}${element.id ? `#${element.id}` : ''} «${(element.textContent ?? '').trim().slice(0, 40)}»`;
const visible = (element: Element): boolean => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';

/** Faults of a laid out canvas, in words; empty when all is well. Sizes are CSS pixels at the reader's normal text size. */
export function layoutFaults(canvas: HTMLElement): string[] {
  const page = document.documentElement;
  const faults = page.scrollWidth > page.clientWidth ? [`the page is ${page.scrollWidth - page.clientWidth} px too wide`] : [];
  for (const element of all(canvas, 'button, select, textarea, input, summary')) {
    const { height } = element.getBoundingClientRect();
    const isTick = element.matches('[type=checkbox], [type=radio], [type=file]');
    if (visible(element) && !isTick && height > 1 && height < 43.5) faults.push(`${name(element)} is ${Math.round(height)} px high`);
  }
  for (const element of all(canvas, 'p, li, dd, dt, label, button, input, h2, h3, h4, td, th, code, span, strong, summary, legend')) {
    if (visible(element) && parseFloat(getComputedStyle(element).fontSize) < 15.9) faults.push(`${name(element)} has letters of ${getComputedStyle(element).fontSize}`);
  }
  return faults;
}
