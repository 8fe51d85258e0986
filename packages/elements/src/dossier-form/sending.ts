/** Sends the dossier: papers first, then the answers, always with the same key. Loaded when «Gửi hồ sơ» is pressed. */
import type { Receipt, SubmissionRequest } from '@motcua/contract/dossier';
import type { FieldError } from '@motcua/contract/problem';
import { cleanAnswers } from '@motcua/domain/form';
import { pathOfPointer } from './answer-path.model.ts';
import type { PlacedFinding } from './form-rules.ts';
import type { FormSession } from './form-session.ts';

/** Why it was not sent. `unsure`: the answer was lost, the dossier may be there; the next press finds out. */
export interface SendTrouble {
  readonly kind: 'stopped' | 'network' | 'office' | 'files' | 'answers' | 'not-here' | 'refused';
  readonly unsure: boolean;
  /** Six characters to read out over the phone. */
  readonly supportCode: string | null;
}

/** Either the receipt, or what stood in the way and where. */
export type SendResult = { readonly receipt: Receipt } | { readonly trouble: SendTrouble; readonly findings?: readonly PlacedFinding[] };

/** What is sent. `lostBefore`: an earlier try had no answer. `today` in Vietnam. */
export interface SendInput {
  readonly session: FormSession;
  readonly credentials: { readonly id: string; readonly secret: string };
  readonly lostBefore: boolean;
  readonly today: string;
  /** The person went back while papers were still on their way: nothing is sent then. */
  stopped(): boolean;
}

type Client = Awaited<ReturnType<NonNullable<FormSession['port']>['client']>>;
interface SdkError {
  readonly name?: string;
  readonly code?: string;
  readonly errors?: readonly FieldError[];
  readonly supportCode?: string | null;
}

/** The office's system is not well, or has too much to do: it passes, and nobody has to correct anything. */
const NOT_WELL = new Set(['unavailable', 'internal', 'idempotency-running', 'rate-limited']);
/** Nobody answered, or somebody else did (the sign-in page of a café): the line is to blame. */
const NO_LINE = new Set(['network', 'timeout', 'response-shape']);
/** It may have arrived all the same. */
const LOST = new Set([...NO_LINE, 'unavailable', 'internal', 'idempotency-running']);

/** Sends once or finds out that it was sent. Never rejects. Twice is the same dossier: the draft's id is the key. */
export async function sendDossier(input: SendInput): Promise<SendResult> {
  const { session, credentials, lostBefore } = input;
  try {
    if ((await session.files?.settled()) === 'failed') return { trouble: { kind: 'files', unsure: lostBefore, supportCode: null } };
    if (input.stopped()) return { trouble: { kind: 'stopped', unsure: lostBefore, supportCode: null } };
    const { port } = session;
    if (port === null) return { trouble: { kind: 'refused', unsure: lostBefore, supportCode: null } };
    const client = await port.client().catch(() => null);
    // The code that sends is not here yet, and cannot be fetched.
    if (client === null) return { trouble: { kind: 'network', unsure: lostBefore, supportCode: null } };
    if (lostBefore) {
      const receipt = await findReceipt(client, credentials);
      if (receipt !== null) return { receipt };
    }
    return await submit(client, input);
  } catch (error) {
    return refusal(error as SdkError, session, lostBefore);
  }
}

/** The answers as they travel: only what is shown, cleaned. */
export function submissionOf({ definition, procedure, answers: typed, language }: FormSession, today: string): Omit<SubmissionRequest, 'draftId'> {
  const answers = cleanAnswers(definition, typed, { today, definition });
  const caseId = answers['case'];
  return { procedureCode: procedure.code, formVersion: definition.version, ...(typeof caseId === 'string' ? { caseId } : {}), answers, language };
}

async function submit(client: Client, input: SendInput): Promise<SendResult> {
  const { session, credentials, today } = input;
  await client.drafts.open(credentials, session.procedure.code);
  try {
    return { receipt: await client.dossiers.submit(credentials, { ...submissionOf(session, today), channel: 'online' }) };
  } catch (error) {
    const { code } = error as SdkError;
    // The answer may have been lost on its way back: the receipt says whether it arrived.
    const mayBeThere = code === 'draft-already-submitted' || code === 'idempotency-key-reused' || (code !== undefined && LOST.has(code));
    const receipt = mayBeThere ? await findReceipt(client, credentials) : null;
    if (receipt !== null) return { receipt };
    throw error;
  }
}

async function findReceipt(client: Client, credentials: SendInput['credentials']): Promise<Receipt | null> {
  try {
    return await client.dossiers.receipt(credentials);
  } catch {
    return null;
  }
}

/** What stood in the way, and where it belongs in the form. */
export function refusal(error: SdkError, session: FormSession, lostBefore = false): Extract<SendResult, { trouble: SendTrouble }> {
  const { code = '', supportCode = null } = error;
  const findings = code === 'validation-failed' ? placed(error.errors ?? [], session) : [];
  // A definite refusal says too that nothing arrived before; silence says nothing new.
  return { trouble: { kind: kindOf(code, findings), unsure: LOST.has(code) || (lostBefore && code === 'rate-limited'), supportCode }, findings };
}

function kindOf(code: string, findings: readonly PlacedFinding[]): SendTrouble['kind'] {
  if (findings.length > 0) return 'answers';
  if (code === 'upload-incomplete') return 'files';
  if (code === 'submission-not-here') return 'not-here';
  if (NO_LINE.has(code) || navigator.onLine === false) return 'network';
  return NOT_WELL.has(code) ? 'office' : 'refused';
}

function placed(errors: readonly FieldError[], session: FormSession): PlacedFinding[] {
  return errors.flatMap(({ pointer, code, params }) => {
    const path = pathOfPointer(pointer, session.answers);
    return path === null ? [] : [{ path, level: 'error' as const, code, ...(params ? { params } : {}) }];
  });
}
