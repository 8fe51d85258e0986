/** Which table belongs to which form, which form to which procedure, and the form made of two. */
import type { Field, FormDefinition } from '@motcua/contract/form';
import type { FormOverride } from './form-types.ts';
import { t } from './form-types.ts';
import { toForm } from './forms.ts';
import { BIRTH, CORRECTION, DEATH, EXTRACT, MARRIAGE, SINGLE } from './overrides/civil-status.ts';
import { MORE_CIVIL_STATUS } from './overrides/civil-status-more.ts';
import { BUSINESS, CT01 } from './overrides/residence-business.ts';
import { ASSISTANCE, ASSISTANCE_EXTRA, ASSISTANCE_GROUP, IMPAIRMENT, isImpaired, OTHERS, POOR_HOUSEHOLD_1C } from './overrides/welfare.ts';
import { shortHash } from './papers.ts';
import type { SourceForm } from './source.ts';

export const OVERRIDES: Readonly<Record<string, FormOverride>> = {
  'to-khai-dang-ky-khai-sinh': BIRTH,
  'to-khai-dang-ky-khai-tu': DEATH,
  'to-khai-dang-ky-ket-hon': MARRIAGE,
  'to-khai-cap-giay-xac-nhan-tinh-trang-hon-nhan': SINGLE,
  'to-khai-cap-ban-sao-trich-luc-ho-tich': EXTRACT,
  'to-khai-thay-doi-cai-chinh-ho-tich': CORRECTION,
  'ct01-to-khai-thay-doi-thong-tin-cu-tru': CT01,
  'giay-de-nghi-dang-ky-ho-kinh-doanh': BUSINESS,
  'mau-1dd-to-khai-de-nghi-tro-giup-xa-hoi-nguoi-khuyet-tat': ASSISTANCE,
  'mau-1c-to-khai-de-nghi-tro-giup-xa-hoi-ho-ngheo': POOR_HOUSEHOLD_1C,
  'don-de-nghi-xac-dinh-muc-do-khuyet-tat': IMPAIRMENT,
  ...MORE_CIVIL_STATUS,
  ...OTHERS,
};

/** Two declarations belong to one procedure; the one that is asked of everybody goes first. */
const ASSISTANCE_FORM = 'to-khai-de-nghi-tro-giup-xa-hoi';
const NOT_OFFERED = new Set(['to-khai-hoan-canh-gia-dinh-nguoi-nhan-con-nuoi', 'mau-1c-to-khai-de-nghi-tro-giup-xa-hoi-ho-ngheo', 'mau-1dd-to-khai-de-nghi-tro-giup-xa-hoi-nguoi-khuyet-tat']);

/** A form whose text was replaced by a later one is kept for the record, and offered to nobody. */
export const isOffered = (form: FormDefinition): boolean => !NOT_OFFERED.has(form.id) && !(form.status ?? '').startsWith('superseded');

/** Procedure code → form id. */
export function formsByProcedure(forms: readonly FormDefinition[]): Map<string, string> {
  const byCode = new Map<string, string>();
  for (const form of forms.filter(isOffered)) for (const code of form.procedureCodes) if (!byCode.has(code)) byCode.set(code, form.id);
  return byCode;
}

/** Mẫu 1đ behind a first question, so that the other groups of NĐ 20/2021/NĐ-CP declare the common part. */
function assistanceForm(full: FormDefinition): FormDefinition {
  const fields = full.steps.flatMap((step) => step.fields);
  const onlyImpaired = (field: Field): Field => ({ ...field, when: field.when ? { all: [isImpaired, field.when] } : isImpaired }) as Field;
  const pick = (test: (id: string) => boolean): Field[] => fields.filter((field) => test(field.id)).map((field) => (ASSISTANCE_EXTRA.test(field.id) ? onlyImpaired(field) : field));
  const body: Omit<FormDefinition, 'version'> = {
    ...full,
    id: ASSISTANCE_FORM,
    title: t('Tờ khai đề nghị trợ giúp xã hội', 'Declaration for social assistance'),
    steps: [
      { id: 'nhom', title: t('Nhóm đối tượng', 'Group'), fields: [ASSISTANCE_GROUP] },
      { id: 'doi-tuong', title: t('Người đề nghị trợ giúp', 'The person'), fields: pick((id) => !ASSISTANCE_EXTRA.test(id)) },
      { id: 'hoc-bhyt', title: t('Đi học và bảo hiểm', 'School and insurance'), when: isImpaired, fields: pick((id) => /^(diHoc|theBhyt|hoNgheo)/.test(id)) },
      { id: 'che-do', title: t('Chế độ đang hưởng', 'Allowances'), when: isImpaired, fields: pick((id) => id.startsWith('cheDo')) },
      { id: 'xac-nhan', title: t('Giấy xác nhận khuyết tật', 'Disability certificate'), when: isImpaired, fields: pick((id) => id.startsWith('xacNhan')) },
    ],
  };
  return { ...body, version: shortHash(JSON.stringify({ ...body, version: '' })) };
}

/** All 26 forms, and the one made for 1.001776. */
export function convertForms(sources: readonly SourceForm[]): FormDefinition[] {
  const forms = sources.map((source) => {
    const override = OVERRIDES[source.id];
    if (!override) throw new Error(`${source.id} has no table in scripts/import-seed/overrides`);
    return toForm(source, override);
  });
  const full = forms.find((form) => form.id.startsWith('mau-1dd'));
  return full ? [...forms, assistanceForm(full)] : forms;
}
