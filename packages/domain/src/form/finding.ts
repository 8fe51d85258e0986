/** What a check has to say about an answer, and where. Never words, never the answer itself. */
import type { FieldErrorCode } from '@motcua/contract/problem-codes';
import type { Finding, FindingLevel } from '../finding.ts';
import type { FormContext, Scope } from './context.ts';

/** Codes that only warn or help; the message tables have a sentence for each. */
export type FormNoteCode =
  | 'personal-number-birth-year'
  | 'personal-number-sex'
  | 'personal-number-place'
  | 'tax-code-check-digit'
  | 'phone-landline'
  | 'email-domain-typo'
  | 'name-one-word'
  | 'name-case'
  | 'old-identity-number-replaced';

/** One finding. `part` is a dotted path inside a composed value (`noiCuTru.communeCode`, `files.0`). */
export interface FormFinding {
  /** JSON pointer into the body that is sent: `/answers/<field>[/<row>/answers/<field>][/<part>…]`. */
  readonly pointer: string;
  readonly fieldId: string;
  readonly groupId?: string;
  readonly rowId?: string;
  readonly part?: string;
  readonly level: FindingLevel;
  readonly code: FieldErrorCode | FormNoteCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Which field, in which row, a spot is about. */
export type Where = Pick<FormFinding, 'pointer' | 'fieldId' | 'groupId' | 'rowId'>;
type Params = Readonly<Record<string, string | number>>;

/** Where a check reports, and what it may look at. */
export interface Spot {
  readonly scope: Scope;
  readonly context: FormContext;
  readonly findings: FormFinding[];
  readonly where: Where;
  /** Reports an error, at a part of the value when one is named. */
  error(code: FieldErrorCode, part?: string, params?: Params): void;
  /** Passes on what another rule found: its errors under `code`, its warnings and hints as they are. */
  pass(found: readonly Finding[], code: FieldErrorCode, part?: string): void;
  hint(code: FieldErrorCode, part?: string): void;
  /** The same spot, one part deeper. */
  within(part: string): Spot;
}

/** JSON pointer of a path (RFC 6901). */
export function pointerTo(...path: readonly (string | number)[]): string {
  return path.map((key) => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

/** A spot that writes into `findings`. */
export function makeSpot(findings: FormFinding[], where: Where, scope: Scope, context: FormContext, prefix?: string): Spot {
  const at = (part: string | undefined) => (prefix === undefined || part === undefined ? (part ?? prefix) : `${prefix}.${part}`);
  const add = (level: FindingLevel, code: FormFinding['code'], name: string | undefined, params: Params | undefined) => {
    const part = at(name);
    findings.push({
      ...where,
      ...(part === undefined ? {} : { part, pointer: where.pointer + pointerTo(...part.split('.')) }),
      level,
      code,
      ...(params ? { params } : {}),
    });
  };
  return {
    scope,
    context,
    findings,
    where,
    error: (code, part, params) => add('error', code, part, params),
    hint: (code, part) => add('hint', code, part, undefined),
    pass(found, code, part) {
      for (const one of found) {
        const isError = one.level === 'error';
        add(one.level, isError ? code : (one.code as FormNoteCode), part, isError ? { reason: one.code, ...one.params } : one.params);
      }
    },
    within: (part) => makeSpot(findings, where, scope, context, at(part)),
  };
}
