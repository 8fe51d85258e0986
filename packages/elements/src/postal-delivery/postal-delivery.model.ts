/** Pure: from a choice to the consignment notes it needs, one per way. */
import type { DeliveryChoice, PostalParty, PostalQuote } from '@motcua/contract/postal';
import type { Procedure } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import { partyOn, postalWays, postOfficeOn, postOfficeText, type ConsignmentNoteInput, type PostalWay } from '@motcua/domain/postal';

interface Facts {
  value: DeliveryChoice;
  site: Pick<Site, 'unit' | 'postOffices'>;
  procedure: Procedure | null;
  dossierCode: string;
  /** What the post said of each way, as far as it did. */
  quotes: Partial<Record<PostalWay, PostalQuote | null>>;
}

/** The office as sender or receiver. */
export function officeParty(unit: Site['unit']): PostalParty {
  return { name: unit.name, phone: unit.phone ?? '', address: { detail: unit.address, provinceName: unit.provinceName } };
}

/** Papers of the first case that are papers; the post clerk ticks them off. */
function papersOf(procedure: Procedure | null): ConsignmentNoteInput['papers'] {
  return (procedure?.cases[0]?.papers ?? [])
    .filter((paper) => paper.isNote !== true)
    .map((paper) => ({ name: paper.name, originals: paper.originals ?? 0, copies: paper.copies ?? 0 }));
}

const nameOf = (procedure: Procedure | null): string => procedure?.name ?? '';

/** The note of one way, from or to this person. */
function noteOf({ value, site, procedure, dossierCode, quotes }: Facts, way: PostalWay, citizen: PostalParty): ConsignmentNoteInput {
  const office = postOfficeOn(value, way);
  return {
    mode: way,
    citizen,
    office: officeParty(site.unit),
    procedureName: nameOf(procedure),
    ...(dossierCode === '' ? {} : { dossierCode }),
    papers: way === 'submit' ? papersOf(procedure) : [],
    results: procedure?.results ?? [],
    ...(office === null ? {} : { postOffice: postOfficeText(office, site.postOffices) }),
    ...(value.authorisedReceiver === undefined ? {} : { authorisedReceiver: value.authorisedReceiver }),
    ...(value.handBack === undefined ? {} : { handBack: value.handBack }),
    charge: quotes[way]?.charge ?? null,
    transitDays: quotes[way]?.transitDays ?? 2,
  };
}

/** One note for each way that is post, with its own sender or receiver; nothing by post gives none. */
export function notesFor(facts: Facts): ConsignmentNoteInput[] {
  return postalWays(facts.value).flatMap((way) => {
    const citizen = partyOn(facts.value, way);
    return citizen === undefined ? [] : [noteOf(facts, way, citizen)];
  });
}
