/** Papers of the dossier: rows with headings → cases, notes apart from papers. */
import { createHash } from 'node:crypto';
import type { PaperRequirement, ProcedureCase } from '@motcua/contract/procedure';
import type { SourcePaper } from './source.ts';

/** Headings that open a case of their own; others only order the papers of the general case. */
const CASE_HEADING = /^(\(?[a-z0-9.]+\)|[-–]?\s*(đối với|trường hợp|đăng ký|hồ sơ (đối với|trong trường hợp|của|đăng ký|đề nghị)))/i;
const CASE_ENDING = /(hồ sơ|giấy tờ)( bao)? gồm\s*:?\s*$/i;
const GENERAL_HEADING = /ủy quyền|uỷ quyền|lưu ý|phải nộp|phải xuất trình|xuất trình|^(thành phần )?hồ sơ( [^ ]+){0,4} gồm|bản sao kèm|giấy tờ sau|tài liệu sau/i;
const CONDITIONAL = /nếu có|trường hợp|ủy quyền|uỷ quyền|(?:^|\s)nếu\s/i;

export function shortHash(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 8);
}

function toPaper(row: SourcePaper, hasForm: boolean): PaperRequirement {
  const name = row.name.trim().replace(/[;.]+$/, '');
  const originals = row.originals > 50 ? 1 : row.originals;
  const counted = originals + row.copies > 0;
  const filledHere = hasForm && /^(tờ khai|mẫu (hộ tịch )?điện tử|giấy đề nghị đăng ký|đơn đề nghị)/i.test(name);
  const isNote = !counted || filledHere || /^lưu ý/i.test(name) || /lưu ý/i.test(row.group ?? '');
  const shown = /xuất trình/i.test(row.group ?? '');
  return {
    id: `p-${shortHash(`${row.group ?? ''}|${row.name}`)}`,
    name,
    ...(counted ? { originals, copies: row.copies } : {}),
    required: !isNote && !shown && !CONDITIONAL.test(`${name} ${row.group ?? ''}`.replace(/^trường hợp/i, row.group ? '' : 'trường hợp')),
    ...(isNote ? { isNote: true } : {}),
    ...(row.forms.length > 0 ? { templates: row.forms } : {}),
  };
}

function requiredInCase(row: SourcePaper, paper: PaperRequirement): PaperRequirement {
  return { ...paper, required: !paper.isNote && !CONDITIONAL.test(row.name) };
}

/** Keeps the order of the source: papers first, then those to be shown, then remarks. */
function rank(row: SourcePaper): number {
  if (row.group === null) return 0;
  if (/phải nộp/i.test(row.group)) return 1;
  if (/xuất trình/i.test(row.group)) return 2;
  return /lưu ý/i.test(row.group) ? 4 : 3;
}

/** `hasForm`: the declaration is filled in here, so its row is a remark and not a paper to attach. */
export function toCases(rows: readonly SourcePaper[], hasForm: boolean): ProcedureCase[] {
  const general: PaperRequirement[] = [];
  const cases = new Map<string, PaperRequirement[]>();
  const seen = new Set<string>();
  let heading: string | null = null;
  for (const row of [...rows].sort((a, b) => rank(a) - rank(b))) {
    const paper = toPaper(row, hasForm);
    if (seen.has(paper.id) || !paper.name) continue;
    seen.add(paper.id);
    const group = row.group?.trim() ?? null;
    if (group && (CASE_HEADING.test(group) || CASE_ENDING.test(group)) && !GENERAL_HEADING.test(group)) {
      cases.set(group, [...(cases.get(group) ?? []), requiredInCase(row, paper)]);
      continue;
    }
    if (group && group !== heading && rank(row) > 1) general.push({ id: `h-${shortHash(group)}`, name: group, required: false, isNote: true });
    heading = group;
    general.push(paper);
  }
  const named = [...cases].map(([title, papers]) => ({ id: `th-${shortHash(title)}`, title: title.replace(/[:;]\s*$/, ''), papers }));
  return general.length > 0 || named.length === 0 ? [{ id: 'chung', title: null, papers: general }, ...named] : named;
}
