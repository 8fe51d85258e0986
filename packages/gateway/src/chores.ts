/** What a gateway does by itself, again and again: forget what is over, remind, ask the carrier, deliver messages. */
import { httpsWebhooks } from './adapters/webhook-sender.ts';
import type { Deps } from './deps.ts';
import { remindDue } from './use-cases/dossier/remind.ts';
import { deliverOutbox } from './use-cases/outbox/deliver.ts';
import { deliverSms } from './use-cases/outbox/sms.ts';
import { pullParcels } from './use-cases/postal/pull-parcels.ts';
import { sweep } from './use-cases/sweep.ts';

const CHORES_MS = 600_000;
const DELIVERY_MS = 10_000;

/** Running chores. */
export interface Chores {
  stop(): void;
}

/** Does all chores at once, then each in its own rhythm. `everyMs`: how often what is not urgent is done, 10 minutes if not said. */
export function startChores(deps: Deps, everyMs = CHORES_MS): Chores {
  const webhooks = httpsWebhooks();
  const chores = { sweep, remindDue, pullParcels, deliverSms, deliver: (to: Deps) => deliverOutbox(to, webhooks) };
  const doChores = (names = Object.keys(chores)): void => {
    for (const [chore, run] of Object.entries(chores)) if (names.includes(chore)) void run(deps).catch(() => deps.logger.warn({ chore }, 'chore failed'));
  };
  doChores();
  const timers = [setInterval(doChores, everyMs), setInterval(() => doChores(['deliver', 'deliverSms']), DELIVERY_MS)];
  return { stop: () => timers.forEach((timer) => clearInterval(timer)) };
}
