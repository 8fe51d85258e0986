/** Words of payment providers. The signature is the credential; the body is read raw, because the signature covers its bytes. */
import { readBytes } from '../middleware/json-body.ts';
import type { PaymentNotice } from '../ports/payment.ts';
import { ProblemError } from '../problem-error.ts';
import { takeNotice } from '../use-cases/payment/payments.ts';
import type { Routes } from './register.ts';

const MAX_NOTICE_BYTES = 64 * 1024;

export function paymentRoutes({ add, deps }: Routes): void {
  add('noticePayment', async (call) => {
    const provider = deps.payments.find(({ name }) => name === call.parameters['provider']);
    if (provider === undefined) throw new ProblemError('not-found');
    const body = await readBytes(call.request, MAX_NOTICE_BYTES);
    let notice: PaymentNotice | null;
    try {
      notice = await provider.readNotice(body, call.header);
    } catch (error) {
      throw error instanceof SyntaxError ? new ProblemError('bad-request') : error;
    }
    if (notice === null) throw new ProblemError('unauthorized');
    await takeNotice(deps, provider.name, notice);
    return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
  });
}
