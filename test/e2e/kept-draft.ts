/** A form that is filled in already: opened from a file, as «Lưu vào máy thành tệp» writes it. */
import type { Page } from 'playwright';
import type { Answers } from '@motcua/contract/answers';
import type { FormDefinition } from '@motcua/contract/form';
import { sealDraftFile } from '../../packages/elements/src/dossier-form/drafts/draft-file.ts';
import { newUuid, thisDevice } from '../../packages/elements/src/internal/device.ts';
import type { Demo } from './demo.ts';

const PASSWORD = '4821 9037 5562 1180';

/** The form as the demo gives it: the declaration and what every dossier needs. */
export async function formOf(demo: Demo, code: string): Promise<FormDefinition> {
  const answer = await fetch(`${demo.url}/gateway/v1/sites/thoibinh/procedures/${code}/form`);
  return (await answer.json()) as FormDefinition;
}

/** On the start screen of `form`: opens a draft with these answers at a step (the first, if not said). */
export async function openKeptDraft(page: Page, demo: Demo, form: FormDefinition, answers: Answers, stepId = form.steps[0]?.id ?? ''): Promise<void> {
  const code = form.procedureCodes[0] ?? '';
  const draft = { format: 1, id: newUuid(thisDevice), secret: 'A'.repeat(43), procedureCode: code, formVersion: form.version, answers, stepId, files: [], savedAt: Date.now() } as const;
  const blob = await sealDraftFile({ draft, place: { gateway: `${demo.url}/gateway`, unit: 'thoibinh', procedure: code }, files: new Map() }, PASSWORD, thisDevice);
  await page.getByText('Mở bản nháp đã lưu thành tệp').first().click();
  await page.locator('#open').setInputFiles({ name: 'ban-nhap.motcua', mimeType: 'application/octet-stream', buffer: Buffer.from(await blob.arrayBuffer()) });
  await page.locator('#password').fill(PASSWORD);
  await page.locator('#password').press('Enter');
}
