/** What goes into the envelope, and the note for it, from a receipt. */
import type { Receipt } from '@motcua/contract/dossier';
import type { FieldOf, FormDefinition } from '@motcua/contract/form';
import type { Site } from '@motcua/contract/site';
import { consignmentNote, partyOn, postalWays, postOfficeOn, postOfficeText, transitDays, transitScope, type ConsignmentNote } from '@motcua/domain/postal';

/** Papers that travel on paper: those to be handed in, with the numbers the list asks for. */
function papersOf(receipt: Receipt, definition: FormDefinition): { name: string; originals: number; copies: number }[] {
  const fields = definition.steps.flatMap((step) => step.fields).filter((field): field is FieldOf<'paper'> => field.kind === 'paper');
  return receipt.papers.map((paper) => {
    const field = fields.find((one) => one.id === paper.paperId || one.paperId === paper.paperId);
    return { name: paper.name, originals: field?.originals ?? 1, copies: field?.copies ?? 0 };
  });
}

/** The notes of a dossier whose papers or result travel by post; none otherwise. */
export function consignmentNotes(receipt: Receipt, definition: FormDefinition, offices: Site['postOffices']): ConsignmentNote[] {
  const { delivery, unit } = receipt;
  if (delivery === null) return [];
  const office = { name: unit.name, phone: unit.phone ?? '', address: { provinceCode: unit.provinceCode, provinceName: unit.provinceName, detail: unit.address } };
  return postalWays(delivery).flatMap((mode) => {
    const citizen = partyOn(delivery, mode);
    if (citizen === undefined) return [];
    const to = citizen.address.provinceCode;
    const postOffice = postOfficeOn(delivery, mode);
    return consignmentNote({
      mode, citizen, office, procedureName: receipt.procedure.name, dossierCode: receipt.dossierCode, charge: null,
      transitDays: transitDays(to === undefined ? 'inter-province' : transitScope(unit.provinceCode, to)),
      papers: mode === 'submit' ? papersOf(receipt, definition) : [],
      ...(postOffice !== null && { postOffice: postOfficeText(postOffice, offices) }),
      ...(delivery.authorisedReceiver !== undefined && { authorisedReceiver: delivery.authorisedReceiver }),
      ...(delivery.handBack !== undefined && { handBack: delivery.handBack }),
    });
  });
}
