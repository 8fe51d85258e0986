/** A paper dossier entered at the counter for a citizen (nhập hồ sơ giấy): the same dossier as one sent online. */
import type { Answers } from '@motcua/contract/answers';
import type { Receipt } from '@motcua/contract/dossier';
import type { FormDefinition } from '@motcua/contract/form';
import type { PaperDossier } from '@motcua/contract/officer';
import type { FeeExemption } from '@motcua/contract/payment';
import type { Procedure } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import { toLocalTime } from '@motcua/domain/calendar';
import { channelOf } from '@motcua/domain/fees';
import { cleanAnswers, declarantOf } from '@motcua/domain/form';
import { normalizePersonName } from '@motcua/domain/identity';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../ports/database.ts';
import { invalid, ProblemError } from '../../problem-error.ts';
import { canonicalJson, sha256 } from '../bytes.ts';
import { writeAudit } from '../officer/audit.ts';
import { requireActing, type SignedIn } from '../officers.ts';
import { claimKey, inTransaction } from '../transaction.ts';
import { appendEvent } from './events.ts';
import { createDossier } from './new-dossier.ts';
import { storedReceipt } from './submit.ts';
import { dueColumns } from './supplement.ts';

/** Papers that came longer ago belong to a dossier that should have been entered then. */
const MAX_AGE_MS = 31 * 86_400_000;

interface Entry {
  readonly site: Site;
  readonly procedure: Procedure;
  readonly paper: PaperDossier;
  readonly answers: Answers;
  readonly declarantName: string | null;
  /** Reasons to pay less whose proof the officer saw. */
  readonly confirmed: readonly FeeExemption[];
  readonly receivedAt: string;
  readonly draftId: string;
  readonly requestHash: string;
}

function receivedAt(deps: Deps, paper: PaperDossier): string {
  const now = deps.clock.now().getTime();
  const at = paper.receivedAt === undefined ? now : Date.parse(paper.receivedAt);
  if (!(at <= now)) throw invalid('/receivedAt', 'date-in-future');
  if (at < now - MAX_AGE_MS) throw invalid('/receivedAt', 'date-in-past');
  return new Date(at).toISOString();
}

function answersOf(definition: FormDefinition | null, { answers = {}, applicant }: PaperDossier, today: string): Answers {
  const named = { ...(answers['applicant'] as object | undefined), hoTen: applicant.name, ...(applicant.phone !== undefined && { dienThoai: applicant.phone }) };
  const cleaned = definition === null ? answers : cleanAnswers(definition, answers, { today });
  return { ...cleaned, applicant: named };
}

/** Who hands it in for the applicant: named by the officer, else by the answers. */
function declarantName(definition: FormDefinition | null, answers: Answers, { declarant }: PaperDossier, today: string): string | null {
  if (declarant === undefined) return definition === null ? null : (declarantOf(definition, answers, { today })?.hoTen ?? null);
  const name = normalizePersonName(declarant.name);
  if (name === '') throw invalid('/declarant/name', 'required');
  return name;
}

const grantedText = (confirmed: readonly FeeExemption[]): string => `Được miễn, giảm: ${confirmed.map(({ label }) => label.vi).join('; ')}`;

/** What the fees of the channel know under the ids that were ticked, each once. */
function confirmedOf(procedure: Procedure, { channel, exemptionIds = [] }: PaperDossier): FeeExemption[] {
  const known = (channelOf(procedure, channel)?.fees ?? []).flatMap(({ exemptions = [] }) => exemptions);
  const confirmed = exemptionIds.map((id, index) => {
    const found = known.find((one) => one.id === id);
    if (found === undefined) throw invalid(`/exemptionIds/${index}`, 'not-an-option');
    return found;
  });
  return [...new Set(confirmed)];
}

async function write(deps: Deps, tx: Tx, officer: SignedIn, entry: Entry): Promise<Receipt> {
  const { site, procedure, paper, answers, receivedAt: at, confirmed } = entry;
  const now = deps.clock.now().toISOString();
  const { row, receipt } = await createDossier(deps, tx, {
    site, procedure, channel: paper.channel, draftId: entry.draftId, requestHash: entry.requestHash, frozen: { formVersion: 'paper' },
    answers, applicantName: paper.applicant.name, applicantPhone: paper.applicant.phone ?? null, declarantName: entry.declarantName, confirmedIds: confirmed.map(({ id }) => id), delivery: paper.delivery ?? null, attached: [], uploads: new Map(),
    lines: paper.papers.map(({ paperId, name, originals, copies }) => ({
      paperId, name, handInAtCounter: true, ...(originals !== undefined && { originals }), ...(copies !== undefined && { copies }),
    })),
    receivedAt: at, at: now, ...(paper.accept === true && { printedStatus: 'accepted' }),
    event: { action: 'register', person: officer.name, ...(confirmed.length > 0 && { text: grantedText(confirmed) }) },
  });
  if (paper.accept === true) {
    const set = { accepted_at: at, ...dueColumns(row, site, at, []) };
    await appendEvent(deps, tx, row, { action: 'accept', status: 'accepted', agency: site.unit.name, person: officer.name, set }, now);
  }
  await writeAudit(deps, tx, officer, { action: 'register-paper', dossier: row });
  if (confirmed.length > 0) await writeAudit(deps, tx, officer, { action: 'decide-exemption', dossier: row });
  return receipt;
}

/** Enters a paper dossier; the same key gives the same dossier. Problems: `forbidden`, `procedure-not-found`, `validation-failed`, `idempotency-key-reused`. */
export async function registerPaper(deps: Deps, officer: SignedIn, key: string, paper: PaperDossier): Promise<Receipt> {
  requireActing(officer);
  const [site, procedure, definition] = await Promise.all([
    deps.reference.site(officer.site), deps.reference.procedure(officer.site, paper.procedureCode), deps.reference.form(officer.site, paper.procedureCode),
  ]);
  if (site === null || procedure === null) throw new ProblemError('procedure-not-found');
  const at = receivedAt(deps, paper);
  const requestHash = await sha256(canonicalJson(paper));
  const draftId = `paper-${(await sha256(`${officer.site}:${key}`)).slice(0, 32)}`;
  const before = await storedReceipt(deps, draftId, requestHash);
  if (before !== null) return before;
  const { date: today } = toLocalTime(at);
  const answers = answersOf(definition, paper, today);
  const entry = {
    site, procedure, paper, receivedAt: at, draftId, requestHash, answers,
    declarantName: declarantName(definition, answers, paper, today), confirmed: confirmedOf(procedure, paper),
  };
  const claim = { scope: `paper:${officer.site}`, key, requestHash };
  const made = await inTransaction(deps, async (tx) => (await claimKey(tx, claim, deps.clock.now().toISOString())) ? write(deps, tx, officer, entry) : null);
  const receipt = made ?? (await storedReceipt(deps, draftId, requestHash));
  if (receipt === null) throw new ProblemError('idempotency-running', { retryAfter: 1 });
  return receipt;
}
