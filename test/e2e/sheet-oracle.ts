/** What must stand on a printed declaration, in order, written down from the definition and the answers alone: no code of the sheet is used. */
import type { Answers, GroupRow, IdentityPaper, Person } from '@motcua/contract/answers';
import type { Field, FormDefinition, PersonPart } from '@motcua/contract/form';
import type { Address } from '@motcua/contract/unit';
import { computeValue, isFieldVisible, visibleOptions, visibleSteps } from '@motcua/domain/form';

/** `2015-03-09` → `09/03/2015`, also without a day or a month. */
const day = (text: string): string => {
  const [date = '', time] = text.split('T');
  const turned = date.split('-').reverse().join('/');
  return time === undefined ? turned : `${time} ${turned}`;
};
const place = ({ detail, communeName, provinceName }: Address): string => [detail, communeName, provinceName].join(', ');
const PAPERS: Readonly<Record<string, string>> = { 'can-cuoc': 'Thẻ căn cước', 'cccd': 'Thẻ căn cước công dân', 'cmnd': 'Chứng minh nhân dân', 'ho-chieu': 'Hộ chiếu', 'khac': 'Giấy tờ khác' };
const paper = ({ type = '', number = '' }: IdentityPaper): string => `${PAPERS[type] ?? type} ${number}`;
const SEX: Readonly<Record<string, string>> = { nam: 'Nam', nu: 'Nữ', khac: 'Khác' };
const dots = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
const phone = (text: string): string => text.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');

const PART: Readonly<Record<PersonPart, (person: Person) => string>> = {
  hoTen: (one) => one.hoTen ?? '', ngaySinh: (one) => day(one.ngaySinh ?? ''), gioiTinh: (one) => SEX[one.gioiTinh ?? ''] ?? '', danToc: (one) => one.danToc ?? '',
  quocTich: (one) => one.quocTich ?? '', soDinhDanh: (one) => one.soDinhDanh ?? '', giayTo: (one) => paper(one.giayTo ?? {}), noiCuTru: (one) => place(one.noiCuTru ?? {}),
  dienThoai: (one) => phone(one.dienThoai ?? ''), email: (one) => one.email ?? '',
};

/** Every word of an answer that has to be on paper. */
function answerOf(field: Field, value: unknown, answers: Answers, context: { today: string; definition: FormDefinition }): string[] {
  if (value === undefined || value === null || value === '') return [];
  switch (field.kind) {
    case 'date': return [day(value as string)];
    case 'choice': {
      const options = visibleOptions(field, answers, context);
      return [value].flat().map((one) => options.find((option) => option.value === one)?.label.vi ?? String(one));
    }
    case 'yes-no': return [value === true ? 'Có' : 'Không'];
    case 'address': return [place(value as Address)];
    case 'identity-paper': return [paper(value as IdentityPaper)];
    case 'person': return field.parts.filter((part) => (value as Person)[part] !== undefined).map((part) => PART[part](value as Person));
    case 'money': return [`${dots(value as number)} đồng`];
    case 'number': return [`${String(value).replace('.', ',')} ${field.unit?.vi ?? ''}`.trim()];
    case 'phone': return [phone(value as string)];
    case 'statement': return [];
    default: return [String(value)];
  }
}

/** The sheet from top to bottom. `form`: with what the counter adds; `declaration`: the form of the law alone. */
export function expectedSheet(form: FormDefinition, declaration: FormDefinition, answers: Answers, today: string): string[] {
  const context = { today, definition: form };
  const shown = new Set(visibleSteps(form, answers, { today }).flatMap(({ fields }) => fields.map(({ id }) => id)));
  const label = (field: Field): string => (field.printedLabel ?? field.label.vi).replace(/[\s:.…]+$/u, '');
  const lines: string[][] = [];
  const line = (field: Field, value: unknown, all: Answers): void => {
    if (field.kind !== 'statement' && field.printedLabel !== '' && field.id !== 'noiLap' && field.id !== 'ngayLap') lines.push([label(field), ...answerOf(field, value, all, context)]);
  };
  // A form of the law is printed whole: what was not asked has its line, and nothing on it.
  for (const field of declaration.steps.flatMap(({ fields }) => fields)) {
    const rows = field.kind === 'group' && shown.has(field.id) ? (answers[field.id] as GroupRow[]) : [];
    if (field.kind !== 'group') line(field, !shown.has(field.id) ? undefined : field.kind === 'computed' ? computeValue(field, answers, context) : answers[field.id], answers);
    else if (rows.length === 0) line(field, undefined, answers);
    else {
      for (const row of rows) {
        for (const column of field.fields) line(column, isFieldVisible(column, answers, { ...context, group: field, row }) ? row.answers[column.id] : undefined, { ...answers, ...row.answers });
      }
    }
  }
  // Numbered by us unless the law numbers its own lines.
  const hasNumbers = lines.some(([words = '']) => /^\d+(\.\d+)*[.)]\s/.test(words));
  const number = declaration.formNumber ?? '';
  return [
    ...(number === '' ? [] : [/^(mẫu|phụ lục)/iu.test(number) ? number : `Mẫu ${number}`]),
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập – Tự do – Hạnh phúc', declaration.title.vi.toLocaleUpperCase('vi'),
    ...lines.flatMap(([words = '', ...values], at) => [`${hasNumbers ? '' : `${String(at + 1)}. `}${words}:`, ...values]),
    ...(declaration.declaration === undefined ? [] : [declaration.declaration.vi]),
    ...(declaration.signatures ?? [{ vi: 'Người khai' }]).flatMap(({ vi }) => [vi]),
    '(Ký, ghi rõ họ, chữ đệm, tên)',
  ];
}
