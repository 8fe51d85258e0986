/**
 * The whole code that a webmaster pastes for one element on one page: lines that let its files travel beside the loader, the tag of
 * the loader, the element with words to show until it is there. One block, for wherever the element shall stand: `modulepreload` and
 * `preload` are allowed in the body.
 */
import { faultOf, isSafe } from './loader.model.ts';
import { attribute, hintLines, type HintFiles, type HintPlace } from './page-hints.ts';

/** What a tag takes from a paste. The desk of officers is no part of a page for citizens. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  'motcua-counter': ['helper'],
  'motcua-dossier-form': ['procedure', 'mode', 'helper'],
  'motcua-postal-delivery': ['procedure'],
  'motcua-procedure-picker': ['helper'],
  'motcua-procedure-sheet': ['procedure'],
  'motcua-service-board': [],
  'motcua-status-tracker': [],
};
const NEEDS_PROCEDURE = ['motcua-dossier-form', 'motcua-procedure-sheet'];
const MODES = ['step', 'question', 'auto', 'page'];

/** As in the contract: the code of the country, and what a province or an agency adds. */
const CODE = /^\d\.\d{6}(\.[A-Z0-9]{1,4}){0,5}$/;

/** Tags that can be pasted. */
export const PASTE_TAGS: readonly string[] = Object.keys(TAKES);

/** What to paste where. Texts are plain text. */
export interface PastePlace extends HintPlace {
  /** As in the form's `mode`. */
  readonly mode?: string | null;
  /** As in the element's `helper`. */
  readonly helper?: boolean;
  /** Of `motcua.js`, from `integrity.json`. The tag then has to be pasted anew with each version. */
  readonly integrity?: string | null;
  /** Shown until the element is there, and when it never comes. */
  readonly fallback: { readonly phone: string; readonly office?: string; readonly address?: string; readonly hours?: string };
}

/** Any page: what is wrong with an address does not depend on it. */
const PAGE = 'https://page.invalid/';

/** What has to be mended, in Vietnamese like `faultOf`; empty when nothing is wrong. */
export function pasteFault(place: PastePlace): string {
  const { scripts, gateway, unit, integrity, fallback } = place;
  if (integrity != null && !/^sha(256|384|512)-[A-Za-z0-9+/]+={0,2}$/.test(integrity)) return `integrity="${integrity}" không phải là mã kiểm tra`;
  if (fallback.phone.trim() === '') return 'thiếu số điện thoại';
  if (dial(fallback.phone) === '') return `"${fallback.phone}" không phải là số điện thoại`;
  return elementFault(place) || faultOf(gateway, unit, PAGE) || oddIn('data-gateway', gateway) || scriptsFault(scripts);
}

function elementFault({ tag, procedure = null, mode = null, helper }: PastePlace): string {
  const takes = new Map(Object.entries(TAKES)).get(tag);
  if (takes === undefined) return `không có thẻ «${tag}»; có: ${PASTE_TAGS.join(', ')}`;
  const given = [procedure !== null && 'procedure', mode !== null && 'mode', helper === true && 'helper'];
  const stranger = given.find((name) => name !== false && !takes.includes(name));
  if (stranger) return `thẻ ${tag} không có ${stranger}`;
  if (mode !== null && !MODES.includes(mode)) return `mode="${mode}" không có; có: ${MODES.join(', ')}`;
  return procedureFault(tag, procedure);
}

function procedureFault(tag: string, procedure: string | null): string {
  if (procedure === null) return NEEDS_PROCEDURE.includes(tag) ? `thẻ ${tag} thiếu procedure (mã thủ tục, ví dụ 1.001193)` : '';
  return CODE.test(procedure) ? '' : `procedure="${procedure}" không phải là mã thủ tục (ví dụ 1.001193)`;
}

function scriptsFault(scripts: string): string {
  if (scripts === '') return 'thiếu địa chỉ thư mục có tệp motcua.js';
  try {
    if (!isSafe(new URL(scripts, PAGE))) return `địa chỉ tệp motcua.js phải bắt đầu bằng https, nay là ${scripts}`;
  } catch {
    return `"${scripts}" không phải là địa chỉ`;
  }
  return oddIn('địa chỉ tệp motcua.js', scripts);
}

/** A browser drops line breaks inside an address, people do not see them: such an address was copied wrongly. */
const oddIn = (name: string, address: string): string => (/[\s\p{Cc}]/u.test(address) ? `${name} có khoảng trắng hoặc xuống dòng` : '');

/** The number to call: «0290 000 0135 (máy lẻ 12)» → 02900000135. */
const dial = (phone: string): string => (/\+?\d[\d .-]+\d/.exec(phone.normalize('NFKC'))?.[0] ?? '').replace(/[ .-]/g, '');

/** One line of text as it may stand between tags. */
const line = (text: string): string => attribute(text.normalize('NFC').replace(/[\s\p{Cc}]+/gu, ' ').trim()).replace(/>/g, '&gt;');

/** The code, ready to copy; without `files` it has no lines and works the same. Throws a RangeError that says `pasteFault`. */
export function pasteCode(files: HintFiles, place: PastePlace): string {
  const fault = pasteFault(place);
  if (fault !== '') throw new RangeError(fault);
  const { tag, scripts, gateway, unit, procedure, mode, helper, integrity, fallback } = place;
  const of = (name: string, value: string | null | undefined): string => (value == null ? '' : ` ${name}="${attribute(value)}"`);
  const checked = integrity == null ? '' : `${of('integrity', integrity)} crossorigin="anonymous"`;
  return [
    ...hintLines(files, place),
    `<script${of('src', `${scripts.replace(/\/*$/, '/')}motcua.js`)}${checked}${of('data-gateway', gateway)}${of('data-unit', unit)} async></script>`,
    `<${tag}${of('procedure', procedure)}${of('mode', mode)}${helper === true ? ' helper' : ''}>`,
    ...fallbackLines(fallback).map((each) => `  <p>${each}</p>`),
    `</${tag}>`,
  ].join('\n');
}

function fallbackLines({ phone, office = 'Bộ phận Một cửa', address, hours }: PastePlace['fallback']): string[] {
  return [
    `${line(office)}. Điện thoại <a href="tel:${dial(phone)}">${line(phone)}</a>.`,
    ...(address === undefined ? [] : [`Địa chỉ: ${line(address)}.`]),
    ...(hours === undefined ? [] : [`Giờ làm việc: ${line(hours)}.`]),
    '<a href="https://dichvucong.gov.vn/">Cổng Dịch vụ công quốc gia</a>',
  ];
}
