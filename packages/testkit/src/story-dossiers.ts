/** Dossiers for the tracker, sent and moved the way citizens and officers do it: through the SDK, never written into tables. */
import type { Answers } from '@motcua/contract/answers';
import type { OfficerAct } from '@motcua/contract/officer';
import { newDraftCredentials, type TrackingCredentials } from '@motcua/sdk';
import type { StoryHands } from './story-gateway.ts';

/** Certified copies: one paper, a fee by page, a result by post. */
const COPIES = '2.000815';
const HOME = { provinceCode: '96', provinceName: 'Tỉnh Cà Mau', communeCode: '32065', communeName: 'Xã Thới Bình', detail: 'Số 12, ấp 7' };
const PARTY = { name: 'Lê Thị Hoa', phone: '0912345678', address: HOME };

type Act = OfficerAct extends infer A ? (A extends OfficerAct ? Omit<A, 'version'> : never) : never;

/** How a dossier comes about: sent at an instant, then acts at theirs. `procedure` defaults to certified copies. */
export interface DossierScript {
  readonly procedure?: string;
  readonly delivery?: 'counter' | 'post' | 'electronic';
  readonly applicant?: string;
  readonly sentAt: string;
  readonly acts?: readonly (readonly [at: string, act: Act])[];
  readonly withdrawnAt?: string;
}

/** Photograph of an identity card as far as the gateway looks: the first bytes of a JPEG file. */
const photograph = (): Blob => new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]), new Uint8Array(180_000)], { type: 'image/jpeg' });

async function send({ citizen }: StoryHands, script: DossierScript): Promise<{ id: string; tracking: TrackingCredentials }> {
  const { procedure = COPIES, delivery = 'post', applicant = 'Lê Thị Hoa' } = script;
  const draft = newDraftCredentials();
  await citizen.drafts.open(draft, procedure);
  const form = await citizen.forms.get(procedure);
  const papers: Answers = {};
  for (const field of form.steps.flatMap((step) => step.fields)) {
    if (field.kind !== 'paper' || field.required !== true) continue;
    const file = await citizen.uploads.send({ draft, paperId: field.id, file: photograph(), name: 'Căn cước mặt trước.jpg', type: 'image/jpeg' });
    papers[field.id] = { files: [file] };
  }
  const answers: Answers = {
    ...papers,
    applicant: { hoTen: applicant, dienThoai: '0912345678' },
    delivery: { resultBy: delivery, ...(delivery === 'post' && { party: PARTY }) },
    'consent.processing': { granted: true, version: '1' },
  };
  const receipt = await citizen.dossiers.submit(draft, { procedureCode: procedure, formVersion: form.version, answers });
  return { id: receipt.dossierId, tracking: { code: receipt.dossierCode, key: receipt.trackingKey } };
}

/** Plays a script and gives code and key of the dossier. */
export async function playDossier(hands: StoryHands, script: DossierScript): Promise<TrackingCredentials> {
  const { id, tracking } = await hands.at(script.sentAt, () => send(hands, script));
  for (const [at, act] of script.acts ?? []) {
    await hands.at(at, async () => {
      const { version } = await hands.officer.dossiers.get(id);
      await hands.officer.dossiers.act(id, { ...act, version } as OfficerAct);
    });
  }
  if (script.withdrawnAt !== undefined) {
    await hands.at(script.withdrawnAt, () => hands.citizen.tracking.withdraw(tracking, { reason: 'Tôi đã tìm thấy bản sao cũ.' }));
  }
  return tracking;
}
