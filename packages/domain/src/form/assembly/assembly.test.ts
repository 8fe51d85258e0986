import { FormDefinitionSchema } from '@motcua/contract/form';
import type { Field, FormDefinition } from '@motcua/contract/form';
import type { PaperRequirement, Procedure, ProcedureCase } from '@motcua/contract/procedure';
import { field, form, step, TODAY } from '../../../test/form-builders.ts';
import { describe, expect, test } from '../../../test/tools.ts';
import { applicantOf, assembleForm, claimedExemptions, declarantOf, emptyAnswers, validateForm, visibleSteps } from '../index.ts';

const paper = (id: string, name: string, rest: Partial<PaperRequirement> = {}): PaperRequirement => ({ id, name, required: true, ...rest });
const general = (...papers: PaperRequirement[]): ProcedureCase => ({ id: 'chung', title: null, papers });

function procedure(cases: ProcedureCase[], rest: Partial<Procedure> = {}): Procedure {
  return {
    code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', levels: ['commune'], handledBy: ['ubnd-xa'], agency: null, audience: ['citizen'],
    serviceLevel: null, submission: 'gateway', postal: 'both', cases, steps: [], results: [], conditions: null, legalBasis: [], decision: null,
    channels: [{ kind: 'online', time: { value: 1, unit: 'working-day' } as never, fees: [] }],
    formId: null, portalUrl: null, source: { name: 'x' }, ...rest,
  };
}
const DECLARATION: FormDefinition = {
  ...form({ steps: [step([field('text', { id: 'nguoi.ten' }), field('address', { id: 'nguoi.o' })], { id: 'nguoi' })] }),
  id: 'to-khai', title: { vi: 'TỜ KHAI ĐĂNG KÝ KHAI SINH' }, declaration: { vi: 'Tôi cam đoan.' }, applicant: { name: 'nguoi.ten', address: 'nguoi.o' },
};
const fieldsOf = (definition: FormDefinition): Field[] => definition.steps.flatMap(({ fields }) => fields);
/** Without the authorisation, which every form asks for last and nearly nobody is asked. */
const idsOf = (definition: FormDefinition, stepId: string) => definition.steps.find(({ id }) => id === stepId)?.fields.map(({ id }) => id).filter((id) => id !== 'paper.uy-quyen');
const stepIds = (definition: FormDefinition) => definition.steps.map(({ id }) => id);

describe('steps', () => {
  test('without a declaration: applicant, papers, delivery, consent', () => {
    const made = assembleForm(procedure([general(paper('p', 'Giấy chứng sinh'))]), null);
    expect(stepIds(made)).toEqual(['applicant', 'papers', 'delivery', 'consent']);
    expect(FormDefinitionSchema.safeParse(made).success).toBe(true);
    const codes = validateForm(made, emptyAnswers(made), { today: TODAY }).map(({ fieldId, code }) => `${fieldId} ${code}`);
    expect(codes).toEqual(['applicant required', 'applicant required', 'paper.p paper-missing', 'delivery required', 'consent.processing consent-missing']);
  });
  test('a declaration comes first; how to reach its applicant is asked when it does not say', () => {
    const made = assembleForm(procedure([]), DECLARATION);
    expect(stepIds(made)).toEqual(['nguoi', 'contact', 'papers', 'delivery', 'consent']);
    // No paper is asked unless somebody else declares: that step does not show.
    expect(visibleSteps(made, emptyAnswers(made), { today: TODAY }).map(({ id }) => id)).toEqual(['nguoi', 'contact', 'delivery', 'consent']);
    expect(made.applicant).toEqual({ name: 'nguoi.ten', address: 'nguoi.o', phone: 'contact.phone', email: 'contact.email' });
    expect(fieldsOf(made).find(({ id }) => id === 'truthfulness')?.label).toEqual({ vi: 'Tôi cam đoan.' });
  });
  test('a declaration that asks for the phone is asked nothing but for whom it is', () => {
    const known = { ...DECLARATION, applicant: { name: 'nguoi.ten', phone: 'sdt' } };
    expect(idsOf(assembleForm(procedure([]), known), 'contact')).toEqual(['declarant.for', 'declarant']);
    const asPerson = form([field('person', { id: 'nguoi', parts: ['hoTen', 'dienThoai'] })]);
    expect(assembleForm(procedure([]), { ...asPerson, applicant: { name: 'nguoi' } }).applicant).toEqual({ name: 'nguoi', phone: 'nguoi' });
  });
  test('words of our own are there in both languages', () => {
    const made = assembleForm(procedure([general(paper('p', 'Giấy'))]), null);
    for (const { title } of made.steps) expect(title.en).toBeTruthy();
    for (const one of fieldsOf(made).filter(({ kind }) => kind !== 'paper')) expect(one.label.en).toBeTruthy();
  });
});

describe('exemptions of the fee', () => {
  const poor = { id: 'ho-ngheo', label: { vi: 'Hộ nghèo' }, proof: { vi: 'Giấy chứng nhận hộ nghèo' }, factor: 0 };
  const fee = { id: 'phi', kind: 'service-fee' as const, label: { vi: 'Phí' }, amount: { type: 'fixed' as const, amount: 10_000 }, exemptions: [poor, { id: 'tre-em', label: { vi: 'Trẻ em' }, factor: 0.5 }] };
  const channel = (kind: 'online' | 'counter') => ({ kind, time: { value: 1, unit: 'working-day' } as never, fees: [fee] });
  const made = assembleForm(procedure([general(paper('p', 'Giấy'))], { channels: [channel('online'), channel('counter')] }), null);

  test('asked once for all channels, and nobody has to answer', () => {
    expect(idsOf(made, 'papers')).toEqual(['paper.p', 'fee.exemptions', 'paper.mien-giam.ho-ngheo', 'paper.mien-giam.tre-em']);
    expect(FormDefinitionSchema.safeParse(made).success).toBe(true);
    const codes = validateForm(made, emptyAnswers(made), { today: TODAY }).map(({ fieldId }) => fieldId);
    expect(codes.some((id) => id.includes('mien-giam') || id === 'fee.exemptions')).toBe(false);
  });
  test('who claims shows the paper, attached or promised for the counter', () => {
    const about = (answers: object) => validateForm(made, { 'fee.exemptions': ['ho-ngheo'], ...answers } as never, { today: TODAY }).filter(({ fieldId }) => fieldId.includes('mien-giam') || fieldId === 'fee.exemptions').map(({ fieldId, code }) => `${fieldId} ${code}`);
    expect(about({})).toEqual(['paper.mien-giam.ho-ngheo paper-missing']);
    expect(about({ 'paper.mien-giam.ho-ngheo': { files: [], handInAtCounter: true } })).toEqual([]);
    expect(about({ 'fee.exemptions': ['nguoi-giau'] })).toEqual(['fee.exemptions not-an-option']);
  });
  test('what is claimed is read whatever stands there', () => {
    expect(claimedExemptions({ 'fee.exemptions': ['a', 'b', 'a'] })).toEqual(['a', 'b']);
    for (const bad of [undefined, null, 'ho-ngheo', 7, [1, null, {}], { a: 1 }]) expect(claimedExemptions({ 'fee.exemptions': bad } as never)).toEqual([]);
  });
  test('a fee without exemptions asks nothing', () => {
    expect(idsOf(assembleForm(procedure([general(paper('p', 'Giấy'))]), null), 'papers')).toEqual(['paper.p']);
  });
});

describe('papers', () => {
  const cases: ProcedureCase[] = [
    { id: 'a', title: 'Trường hợp A, hồ sơ gồm:', papers: [paper('chung', 'Căn cước'), paper('a1', 'Giấy A', { required: false, originals: 1 })] },
    { id: 'b', title: 'Trường hợp B', papers: [paper('chung', 'Căn cước'), paper('b1', 'Giấy B'), paper('n', 'Lưu ý: x', { isNote: true })] },
  ];
  test('hang off the case; a paper of every case is asked at once', () => {
    const made = assembleForm(procedure(cases), null, { accept: ['image/*'], maxFileBytes: 10, maxFilesPerPaper: 3 });
    expect(idsOf(made, 'papers')).toEqual(['case', 'paper.chung', 'paper.a1', 'paper.b1', 'paper-notes']);
    expect(fieldsOf(made)).toContainEqual(expect.objectContaining({ id: 'case', options: [{ value: 'a', label: { vi: 'Trường hợp A' } }, { value: 'b', label: { vi: 'Trường hợp B' } }] }));
    expect(fieldsOf(made)).toContainEqual(
      expect.objectContaining({ id: 'paper.b1', required: true, paperId: 'b1', accept: ['image/*'], maxBytes: 10, maxFiles: 3, when: { field: 'case', op: 'equals', value: 'b' } }),
    );
    const shown = (answer: string) => visibleSteps(made, { case: answer }, { today: TODAY }).find(({ id }) => id === 'papers')?.fields.map(({ id }) => id);
    expect(shown('a')).toEqual(['case', 'paper.chung', 'paper.a1', 'paper-notes']);
    // The remarks stay with the procedure: they are read when they are wanted.
    expect(JSON.stringify(made)).not.toContain('Lưu ý: x');
  });
  test('a general list beside one case is «none of these»', () => {
    const made = assembleForm(procedure([general(paper('p', 'Giấy')), { id: 'u', title: 'Trường hợp ủy quyền:', papers: [paper('u1', 'Giấy ủy quyền')] }]), null);
    const question = fieldsOf(made).find(({ id }) => id === 'case');
    expect(question?.kind === 'choice' && question.options?.map(({ value }) => value)).toEqual(['u', 'chung']);
    expect(fieldsOf(made).find(({ id }) => id === 'paper.p')?.when).toBeUndefined();
  });
  test('headings of lists are no cases', () => {
    const made = assembleForm(procedure([{ id: 'x', title: 'Giấy tờ phải nộp:', papers: [paper('p', 'Giấy')] }, { id: 'y', title: 'Giấy tờ phải xuất trình:', papers: [paper('q', 'Thẻ')] }]), null);
    expect(idsOf(made, 'papers')).toEqual(['paper.p', 'paper.q']);
  });
  test('two papers under one id are two fields', () => {
    const made = assembleForm(procedure([{ id: 'a', title: 'A', papers: [paper('1', 'Giấy A')] }, { id: 'b', title: 'B', papers: [paper('1', 'Giấy B')] }]), null);
    expect(idsOf(made, 'papers')).toEqual(['case', 'paper.1', 'paper.b.1']);
    expect(fieldsOf(made)).toContainEqual(expect.objectContaining({ id: 'paper.b.1', paperId: '1' }));
  });
  test('the declaration itself is not asked on paper again', () => {
    const list = procedure([
      general(
        paper('1', 'Tờ khai đăng ký khai sinh theo mẫu (nếu nộp trực tiếp);'),
        paper('2', 'Mẫu hộ tịch điện tử tương tác đăng ký khai sinh'),
        paper('3', 'Tờ khai khác'),
        paper('4', 'Giấy chứng sinh'),
      ),
    ]);
    expect(idsOf(assembleForm(list, DECLARATION), 'papers')).toEqual(['paper.3', 'paper.4']);
    expect(fieldsOf(assembleForm(list, DECLARATION)).find(({ id }) => id === 'paper.3')?.required).toBeUndefined();
    expect(idsOf(assembleForm(list, null), 'papers')).toHaveLength(4);
    const ct01 = { ...DECLARATION, title: { vi: 'TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ' }, formNumber: 'CT01' };
    expect(idsOf(assembleForm(procedure([general(paper('1', 'Tờ khai (Mẫu CT01 ban hành kèm theo …)'))]), ct01), 'papers')).toEqual([]);
  });
});

describe('delivery', () => {
  test.each([
    ['none', [], ['counter'], false],
    ['return', [], ['counter', 'post'], false],
    ['submit', ['online'], ['counter', 'electronic'], true],
    ['both', ['online'], ['counter', 'electronic', 'post'], true],
  ] as const)('post %s', (postal, kinds, modes, papersByPost) => {
    const channels = kinds.map((kind) => ({ kind, time: { value: 1 } as never, fees: [] }));
    const made = assembleForm(procedure([], { postal, channels }), null);
    expect(fieldsOf(made)).toContainEqual(expect.objectContaining({ id: 'delivery', modes, papersByPost }));
  });
});

test('the version is the same for the same content and changes with it', () => {
  const one = assembleForm(procedure([general(paper('p', 'Giấy'))]), DECLARATION);
  expect(assembleForm(procedure([general(paper('p', 'Giấy'))]), DECLARATION).version).toBe(one.version);
  expect(one.version).toMatch(/^[0-9a-f]{8}$/);
  expect(assembleForm(procedure([general(paper('p', 'Giấy khác'))]), DECLARATION).version).not.toBe(one.version);
  expect(assembleForm(procedure([general(paper('p', 'Giấy'))]), DECLARATION, { consentVersion: '2' }).version).not.toBe(one.version);
});

describe('the applicant', () => {
  const address = { provinceCode: '96', communeCode: '32065' };
  test('is read from a person field', () => {
    const made = assembleForm(procedure([]), null);
    const applicant = { hoTen: ' Lê A ', dienThoai: '0912345678', noiCuTru: address };
    expect(applicantOf(made, { applicant })).toEqual({ name: 'Lê A', phone: '0912345678', email: null, address });
  });
  test('is read from fields of their own', () => {
    const made = assembleForm(procedure([]), DECLARATION);
    expect(applicantOf(made, { 'nguoi.ten': 'Lê A', 'nguoi.o': address, 'contact.phone': '0912345678', 'contact.email': '' })).toEqual({
      name: 'Lê A', phone: '0912345678', email: null, address,
    });
  });
  test('is nobody when answers are of another kind', () => {
    const made = assembleForm(procedure([]), null);
    expect(applicantOf(made, { applicant: 7 })).toEqual({ name: null, phone: null, email: null, address: null });
    expect(applicantOf(made, { applicant: { hoTen: [] } } as never)).toEqual({ name: null, phone: null, email: null, address: null });
  });
});

describe('somebody else declares', () => {
  const made = assembleForm(procedure([]), DECLARATION);
  const codes = (answers: object) => validateForm(made, { ...emptyAnswers(made), ...answers }, { today: TODAY }).filter(({ level }) => level === 'error').map(({ fieldId, part, code }) => [fieldId, part, code].filter(Boolean).join(' '));
  const who = { hoTen: ' Trần Văn B ', soDinhDanh: '096090001234' };

  test('only when somebody says so: then the person and the authorisation are asked', () => {
    expect(emptyAnswers(made)['declarant.for']).toBe('self');
    expect(codes({}).filter((one) => one.includes('declarant') || one.includes('uy-quyen'))).toEqual([]);
    expect(made.steps.find(({ id }) => id === 'papers')?.fields.map(({ id }) => id)).toEqual(['paper.uy-quyen']);
    expect(codes({ 'declarant.for': 'other' })).toEqual(expect.arrayContaining(['declarant hoTen required', 'declarant soDinhDanh required', 'paper.uy-quyen paper-missing']));
  });
  test('the applicant stays the applicant; who declares is read beside it', () => {
    const answers = { 'nguoi.ten': 'Lê Thị A', 'contact.phone': '0912345678', 'declarant.for': 'other', 'declarant': who };
    expect(applicantOf(made, answers).name).toBe('Lê Thị A');
    expect(declarantOf(made, answers, { today: TODAY })).toEqual({ ...who, hoTen: 'Trần Văn B' });
    expect(declarantOf(made, { ...answers, 'declarant.for': 'self' }, { today: TODAY })).toBeNull();
  });
  test.each([undefined, null, 7, 'x', [], { hoTen: 3 }, { hoTen: ' ' }])('nobody: %j', (declarant) => {
    expect(declarantOf(made, { 'declarant.for': 'other', declarant } as never, { today: TODAY })).toBeNull();
    expect(declarantOf(DECLARATION, { declarant } as never, { today: TODAY })).toBeNull();
  });
});
