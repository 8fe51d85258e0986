/** Sends the answer to a supplement request once, or says why not. The draft's id is the key: twice is the same answer. */
import type { Answers } from '@motcua/contract/answers';
import type { Tracking } from '@motcua/contract/tracking';
import type { CounterPort } from '../../context/counter-port.ts';

/** What is sent. `answers` hold papers and boxes by field id. */
export interface AnswerInput {
  readonly port: CounterPort;
  readonly credentials: { readonly code: string; readonly key: string };
  readonly draft: { readonly id: string; readonly secret: string };
  readonly procedureCode: string;
  readonly answers: Answers;
  readonly words: string;
}

/** `unsure`: it may have arrived; `over`: nobody waits for it any more; `refused` with what the gateway found, by field. */
export type AnswerResult =
  | { readonly tracking: Tracking }
  | { readonly trouble: 'unsure' | 'over' | 'refused'; readonly supportCode: string | null; readonly findings: Readonly<Record<string, string>> };

const LOST = new Set(['network', 'timeout', 'response-shape', 'unavailable', 'internal', 'idempotency-running', '']);

interface SdkError {
  readonly code?: string;
  readonly supportCode?: string | null;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

/** Never rejects. */
export async function sendAnswer({ port, credentials, draft, procedureCode, answers, words }: AnswerInput): Promise<AnswerResult> {
  try {
    const client = await port.client();
    await client.drafts.open(draft, procedureCode);
    return { tracking: await client.tracking.answerSupplement(credentials, { draftId: draft.id, answers, ...(words !== '' && { words }) }) };
  } catch (error) {
    const { code = '', supportCode = null, errors = [] } = error as SdkError;
    const findings = Object.fromEntries(errors.map((one) => [one.pointer.split('/')[2] ?? '', one.code]));
    return { trouble: code === 'dossier-transition-not-allowed' ? 'over' : LOST.has(code) ? 'unsure' : 'refused', supportCode, findings };
  }
}
