/** The same form for all: half of it lines of text, the rest numbers, days, choices and longer texts; everything must be answered. */

/** A question as the libraries are given it. */
export interface BenchField {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'date' | 'select' | 'radio' | 'textarea';
  readonly options: readonly string[];
}

const KINDS = ['text', 'text', 'number', 'text', 'select', 'text', 'date', 'text', 'radio', 'textarea'] as const;
const OPTIONS = { select: ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu'], radio: ['Có', 'Không', 'Chưa rõ'] } as const;

/** `count` questions. */
export function benchFields(count: number): BenchField[] {
  return Array.from({ length: count }, (_, at) => {
    const kind = KINDS[at % KINDS.length] ?? 'text';
    return { id: `f${String(at + 1)}`, label: `Câu hỏi ${String(at + 1)}`, kind, options: kind === 'select' || kind === 'radio' ? OPTIONS[kind] : [] };
  });
}

function control({ id, kind, options }: BenchField): string {
  const named = `id="${id}" name="${id}" required`;
  if (kind === 'textarea') return `<textarea ${named}></textarea>`;
  if (kind === 'select') return `<select ${named}><option value="">Chọn</option>${options.map((option) => `<option>${option}</option>`).join('')}</select>`;
  if (kind === 'radio') return options.map((option, at) => `<label><input type="radio" name="${id}" value="${option}" required${at === 0 ? ` id="${id}"` : ''}> ${option}</label>`).join(' ');
  return `<input type="${kind}" ${named}>`;
}

/** The floor: written as HTML, checked by the browser, a line of words beside what is missing. */
export function plainForm(fields: readonly BenchField[], contentVisibility: boolean): string {
  const style = contentVisibility ? '<style>p{content-visibility:auto;contain-intrinsic-size:auto 5em}</style>' : '';
  const rows = fields.map((field) => `<p><label for="${field.id}">${field.label}</label><br>${control(field)}<span></span></p>`).join('');
  const check = `document.getElementById('send').addEventListener('click',()=>{for(const row of document.querySelectorAll('p')){const field=row.querySelector('input,select,textarea');row.lastChild.textContent=field.checkValidity()?'':'Hãy trả lời câu này'}})`;
  return `${style}<form novalidate>${rows}<button type="button" id="send">Gửi</button></form><script>${check}</script>`;
}

/** Our own definition: steps of `perStep` questions. */
export function motcuaSteps(fields: readonly BenchField[], perStep: number): unknown[] {
  const steps: unknown[] = [];
  for (let from = 0; from < fields.length; from += perStep) {
    steps.push({ id: `s${String(from)}`, title: { vi: `Phần ${String(steps.length + 1)}` }, fields: fields.slice(from, from + perStep).map(motcuaField) });
  }
  return steps;
}

function motcuaField({ id, label, kind, options }: BenchField): unknown {
  const own = { id, label: { vi: label }, required: true };
  if (kind === 'select' || kind === 'radio') return { ...own, kind: 'choice', display: kind, options: options.map((option) => ({ value: option, label: { vi: option } })) };
  return kind === 'date' ? { ...own, kind, precision: 'full' } : { ...own, kind };
}
