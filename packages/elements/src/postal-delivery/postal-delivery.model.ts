/** Pure: from a choice to the consignment notes it needs, one per way. */
import type { DeliveryChoice, PostalParty, PostalQuote } from '@motcua/contract/postal';
import type { Procedure } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import type { ConsignmentNoteInput } from '@motcua/domain/postal';
import { lawMode } from '../internal/postal-choice/postal-choice.model.ts';

interface Facts {
  value: DeliveryChoice;
  site: Pick<Site, 'unit'>;
  procedure: Procedure | null;
  dossierCode: string;
  quote: PostalQuote | null;
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

/** `both` gives two notes, one for each way; nothing by post gives none. */
export function notesFor(facts: Facts): ConsignmentNoteInput[] {
  const { value, site, procedure, quote } = facts;
  const mode = lawMode(value);
  const { party } = value;
  if (mode === null || party === undefined) return [];
  const results = procedure?.results ?? [];
  const ways = mode === 'both' ? (['submit', 'return'] as const) : [mode];
  return ways.map((way) => ({
    mode: way,
    citizen: party,
    office: officeParty(site.unit),
    procedureName: nameOf(procedure),
    ...(facts.dossierCode === '' ? {} : { dossierCode: facts.dossierCode }),
    papers: way === 'submit' ? papersOf(procedure) : [],
    results,
    ...(value.authorisedReceiver === undefined ? {} : { authorisedReceiver: value.authorisedReceiver }),
    ...(value.handBack === undefined ? {} : { handBack: value.handBack }),
    charge: quote?.charge ?? null,
    transitDays: quote?.transitDays ?? 2,
  }));
}
