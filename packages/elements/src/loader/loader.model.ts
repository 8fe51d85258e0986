/** Pure part of the loader: what an element needs from the network, and what is wrong with its attributes. */

/** Paths after `/v1/sites/{unit}`; `*` is the procedure's code. The same addresses as `@motcua/sdk/read` asks for. */
const SHEET = ['', '/procedures/*'];
/** The site comes after the first question. */
const FORM = ['/procedures/*/form'];
const LIST = ['', '/catalogue'];

const READS: Readonly<Record<string, readonly string[]>> = {
  'motcua-counter': [],
  'motcua-dossier-form': FORM,
  'motcua-postal-delivery': [''],
  'motcua-procedure-picker': LIST,
  'motcua-procedure-sheet': SHEET,
  'motcua-service-board': [''],
  'motcua-site': [],
  'motcua-status-tracker': [],
};

/** Tags the loader knows. */
export const TAGS: readonly string[] = Object.keys(READS);

/** Tags whose scripts an element needs at once, and the paths of its data. */
export interface Needs {
  readonly tags: readonly string[];
  readonly paths: readonly string[];
}

/**
 * What to fetch side by side with the script. `state` is the value of the query key `motcua` (`1.001193.form`): a counter
 * opened in the middle needs what stands there.
 */
export function needsOf(tag: string, procedure: string | null, state: string): Needs {
  const [, inState = null, form] = /^(\d\.\d{6}(?:\.[A-Z0-9]{1,4})*)(\.form)?$/.exec(state) ?? [];
  const counter = tag === 'motcua-counter';
  const opens = counter || tag === (form ? 'motcua-dossier-form' : 'motcua-procedure-picker');
  const code = (opens ? inState : null) ?? procedure;
  const tags = counter ? [tag, ...partsOf(state, inState, form)] : [tag, ...(opens && inState && !form ? ['motcua-procedure-sheet'] : [])];
  const paths = new Set(tags.flatMap((each) => READS[each] ?? []).filter((path) => code !== null || !path.includes('*')));
  return { tags, paths: [...paths].map((path) => path.replace('*', encodeURIComponent(code ?? ''))) };
}

/** Elements inside a counter that stand there at once. */
function partsOf(state: string, code: string | null, form: string | undefined): string[] {
  if (state === 'track') return ['motcua-status-tracker'];
  if (form) return ['motcua-dossier-form'];
  return code === null ? ['motcua-procedure-picker'] : ['motcua-procedure-picker', 'motcua-procedure-sheet'];
}

/** Personal data may travel there; one's own machine is for trying. */
export const isSafe = (url: URL): boolean => url.protocol === 'https:' || /^http:\/\/(localhost|127\.|\[::1\]|[^/]+\.localhost)/.test(url.href);

/** What the webmaster has to mend, in Vietnamese; empty when nothing is wrong. */
export function faultOf(gateway: string | null, unit: string | null, page: string): string {
  if (!gateway) return 'thẻ <script> thiếu data-gateway (địa chỉ máy chủ Một Cửa)';
  if (!unit) return 'thẻ <script> thiếu data-unit (mã đơn vị)';
  if (!/^[A-Za-z0-9][\w.-]{0,119}$/.test(unit)) return `data-unit="${unit}" không phải là mã đơn vị`;
  let url: URL;
  try {
    url = new URL(gateway, page);
  } catch {
    return `data-gateway="${gateway}" không phải là địa chỉ`;
  }
  return isSafe(url) ? '' : `địa chỉ máy chủ (data-gateway) phải bắt đầu bằng https, nay là ${url.protocol}//`;
}
