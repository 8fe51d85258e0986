/** What a supplement request opens on the screen: a paper, a simple field, or a few lines of words. Pure. */
import type { Answers, AnswerValue, PaperAnswer } from '@motcua/contract/answers';
import type { Field, FieldKind, FieldOf, FormDefinition } from '@motcua/contract/form';
import type { SupplementItem } from '@motcua/contract/tracking';
import { askedPaperId } from '@motcua/domain/form';
import type { AskedPaper } from '../../internal/papers/paper-files.ts';
import { paperOfPath } from '../../internal/papers/paper-path.model.ts';

/** Kinds that are mended in one box; composed kinds are explained in words. */
const BOXES = ['text', 'textarea', 'phone', 'email', 'citizen-number', 'tax-code', 'number', 'money', 'date', 'choice', 'yes-no'] as const satisfies readonly FieldKind[];
export type BoxField = FieldOf<(typeof BOXES)[number]>;

/** One thing to mend. `path` is the field's id, the key of the answer. */
export type Mend =
  | { readonly way: 'paper'; readonly path: string; readonly item: SupplementItem; readonly field: FieldOf<'paper'> }
  | { readonly way: 'box'; readonly path: string; readonly item: SupplementItem; readonly field: BoxField }
  | { readonly way: 'words'; readonly path: string; readonly item: SupplementItem };

const isBox = (field: Field): field is BoxField =>
  BOXES.some((kind) => kind === field.kind) && !(field.kind === 'choice' && field.display === 'checkboxes') && !(field.kind === 'date' && (field.precision !== 'full' || field.withTime === true));

function mendOf(item: SupplementItem, fields: readonly Field[]): Mend {
  const known = fields.find((field) => field.id === item.targetId || (field.kind === 'paper' && field.paperId !== undefined && field.paperId === item.targetId));
  if (item.target === 'field') return known !== undefined && isBox(known) ? { way: 'box', path: known.id, item, field: known } : { way: 'words', path: item.targetId ?? askedPaperId(item.label), item };
  const path = known?.id ?? item.targetId ?? askedPaperId(item.label);
  const field = known?.kind === 'paper' ? known : ({ kind: 'paper', id: path, label: { vi: item.label } } as const);
  return { way: 'paper', path, item, field };
}

/** Things to mend in the order the officer wrote them; two items of one field open it once, with both reasons above it. */
export function mendsOf(items: readonly SupplementItem[], definition: FormDefinition | null): readonly Mend[] {
  const fields = definition === null ? [] : definition.steps.flatMap((step) => step.fields as readonly Field[]);
  return items.map((item) => mendOf(item, fields)).filter((mend, index, all) => all.findIndex((one) => one.path === mend.path) === index);
}

/** `23/11/2026` → `2026-11-23`; undefined when it is no such text. */
export function dateOfText(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})\s*$/.exec(text) ?? [];
  return year === '' ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Answer of a box out of what was typed; undefined when nothing usable stands there. */
export function valueOf(field: BoxField, typed: string): AnswerValue | undefined {
  const text = typed.normalize('NFC').trim();
  if (text === '') return undefined;
  if (field.kind === 'yes-no') return text === 'yes';
  if (field.kind === 'date') return dateOfText(text) ?? text;
  if (field.kind === 'number' || field.kind === 'money') {
    const plain = text.replace(/[\s\u00a0]/g, '').replace(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.');
    return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
  }
  return text;
}

/** Papers that a phone may photograph, by the names the officer gave them. */
export function askedOf(mends: readonly Mend[]): AskedPaper[] {
  return mends.filter(({ way }) => way === 'paper').map(({ path, item }) => ({ path, ...paperOfPath(path), required: true, ...(item.label.trim() !== '' && { label: item.label }) }));
}

/** Paths that still wait for something: no file and not to be handed in on paper, or nothing written. */
export function stillEmpty(mends: readonly Mend[], answers: Answers, explained: Readonly<Record<string, string>>): readonly string[] {
  return mends
    .filter(({ way, path }) => {
      if (way === 'words') return (explained[path] ?? '').trim() === '';
      if (way === 'box') return answers[path] === undefined;
      const paper = answers[path] as PaperAnswer | undefined;
      return paper === undefined || (paper.files.length === 0 && paper.handInAtCounter !== true);
    })
    .map(({ path }) => path);
}

/** The message to the officer: explanations by item, then the free words. */
export function messageOf(mends: readonly Mend[], explained: Readonly<Record<string, string>>, words: string): string {
  const lines = mends.filter(({ way }) => way === 'words').map(({ item, path }) => `${item.label}: ${(explained[path] ?? '').trim()}`);
  return [...lines, words.trim()].filter((line) => line !== '').join('\n').normalize('NFC').slice(0, 8000);
}
