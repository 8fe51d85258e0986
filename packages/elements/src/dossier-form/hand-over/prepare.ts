/** Keeps the dossier at the gateway for the counter: papers first, then the answers. Loaded when somebody asks for it. */
import type { PreparedDossier } from '@motcua/contract/prepared';
import type { PlacedFinding } from '../form-rules.ts';
import type { FormSession } from '../form-session.ts';
import { refusal, submissionOf, type SendTrouble } from '../sending.ts';

/** Either what waits at the counter now, or what stood in the way. */
export type PrepareResult = { readonly prepared: PreparedDossier } | { readonly trouble: SendTrouble; readonly findings?: readonly PlacedFinding[] };
type Credentials = { readonly id: string; readonly secret: string };

/** Never rejects. Again with newer answers: the same code. `today` in Vietnam. */
export async function prepareDossier(session: FormSession, credentials: Credentials, today: string): Promise<PrepareResult> {
  try {
    if ((await session.files?.settled()) === 'failed') return { trouble: { kind: 'files', unsure: false, supportCode: null } };
    const client = await session.port?.client();
    if (client === undefined) return { trouble: { kind: 'refused', unsure: false, supportCode: null } };
    await client.drafts.open(credentials, session.procedure.code);
    return { prepared: await client.dossiers.prepare(credentials, submissionOf(session, today)) };
  } catch (error) {
    return refusal(error as Parameters<typeof refusal>[0], session);
  }
}
