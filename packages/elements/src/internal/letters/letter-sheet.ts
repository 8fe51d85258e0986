/** One letter of the office as a sheet, filled from data (mẫu theo TT 03/2025/TT-VPCP; trước đó TT 01/2018/TT-VPCP Đ.9). */
import { html, nothing, type TemplateResult } from 'lit';
import type { Letter } from '@motcua/contract/letter';
import { partyOn } from '@motcua/domain/postal';
import { commonVi } from '../../localization/vi/common.ts';
import { dueVi } from '../../localization/vi/due.ts';
import { lettersVi as words } from '../../localization/vi/letters.ts';
import { atOffice, showDate } from '../dates.ts';
import { claimTexts } from '../fee-claims/fee-claims.ts';
import { parcelText } from '../parcel-text.ts';
import { qrPicture } from '../qr/qr-picture.ts';
import { barcode } from './barcode.ts';

const moment = (instant: string): string => {
  const { date, time } = atOffice(instant);
  return words.moment(time, showDate(date));
};

function head({ unit, dossierCode, issuedAt, qr }: Letter): TemplateResult {
  const [year = '', month = '', day = ''] = atOffice(issuedAt).date.split('-');
  const place = unit.name.replace(/^UBND\s+|^Ủy ban nhân dân\s+/i, '').replace(/^xã\s+|^phường\s+/i, '');
  return html`<div class="letterhead">
      <div><p>${unit.name}</p><p><strong>${words.desk}</strong></p><p>${words.number(dossierCode)}</p></div>
      <div><p><strong>${words.country}</strong></p><p><strong class="motto">${words.motto}</strong></p><p><em>${place}, ${words.dated(day, month, year)}</em></p></div>
    </div>
    <div class="marks">
      <div>${barcode(dossierCode, words.barcode(dossierCode))}<p class="mark">${dossierCode}</p></div>
      ${qrPicture(qr, words.qr(dossierCode))}
    </div>`;
}

function line(name: string, value: string | TemplateResult | null): TemplateResult | typeof nothing {
  return value === null || value === '' ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function dueText(letter: Letter): string {
  if (letter.dueAt !== null) return moment(letter.dueAt);
  return letter.dueOn === null ? words.dueUnknown : showDate(letter.dueOn);
}

/** The time limit of the procedure in words, out of the reasons of the due date. */
function limitText({ dueReasons }: Letter): string {
  const reason = dueReasons.find(({ code }) => code === 'limit');
  const said = reason === undefined ? '' : (dueVi.reason['limit']?.('', reason.params ?? {}) ?? '');
  return said === '' ? '' : `. ${said}`;
}

function feeText(letter: Letter): string {
  return [feeSum(letter), ...claimTexts(letter.fees.lines, 'vi', commonVi.dong)].join('. ');
}

function feeSum({ fees }: Letter): string {
  if (!fees.complete) return words.feeUnknown;
  if (fees.total === 0) return words.free;
  const lines = fees.lines.flatMap(({ label, amount }) => (amount === null ? [] : [`${label.vi}: ${commonVi.dong(amount)}`]));
  return lines.length > 1 ? `${lines.join('; ')}. ${words.total(commonVi.dong(fees.total))}` : lines.join('');
}

/** Where the result goes; to whom, when the post carries it. */
function deliveryText({ delivery, collectAt }: Letter): string {
  if (delivery === null) return words.resultBy.counter;
  const { resultBy } = delivery;
  const party = partyOn(delivery, 'return');
  if (party === undefined) return words.resultBy[resultBy];
  const { detail, communeName, provinceName } = party.address;
  const whom = [party.name, party.phone];
  const said = collectAt === undefined ? words.to([...whom, detail, communeName, provinceName].filter(Boolean).join(', ')) : words.collect(collectAt, whom.filter(Boolean).join(', '));
  return `${words.resultBy.post}, ${said}`;
}

function papers(letter: Letter): TemplateResult {
  return html`<h4>${words.papers}</h4>
    ${letter.papers.length === 0 ? html`<p>${words.noPapers}</p>` : html`<ol>
      ${letter.papers.map(({ name, originals, copies, files }) => {
        const count = words.paperCount(originals, copies, files);
        return html`<li>${name}${count === '' ? nothing : html` (${count})`}</li>`;
      })}
    </ol>`}`;
}

function receiptBody(letter: Letter): TemplateResult {
  return html`${papers(letter)}
    <dl>
      ${line(words.channel, words.channels[letter.channel])}
      ${line(words.received, letter.receivedAt === null ? null : moment(letter.receivedAt))}
      ${line(words.due, html`<strong>${dueText(letter)}</strong>${limitText(letter)}`)}
      ${line(words.fees, feeText(letter))}
      ${line(words.resultAt, deliveryText(letter))}
    </dl>
    <p>${words.keep[letter.delivery?.resultBy ?? 'counter']}</p>`;
}

function supplementBody({ items, respondBy }: Letter): TemplateResult {
  return html`<h4>${words.items}</h4>
    <ol>${items.map(({ label, reason, note }) => html`<li><strong>${label}</strong>: ${words.why[reason] ?? reason}${note === undefined ? nothing : html`. ${note}`}</li>`)}</ol>
    ${respondBy === null ? nothing : html`<p>${words.respondBy} <strong>${showDate(respondBy)}</strong>.</p>`}`;
}

/** What was promised, why it is late, then the apology with the new day. */
function apologyBody({ extension, reason }: Letter): TemplateResult | typeof nothing {
  const why = reason === null || reason === '' ? nothing : html`<p class="reason">${words.reasonOf.apology}: ${reason}</p>`;
  if (extension === null) return why;
  return html`<p>${words.promised(extension.from === null ? '…' : showDate(extension.from))}</p>${why}
    <p>${words.apology} <strong>${showDate(extension.to)}</strong>.</p><p>${words.apologyOnce}</p>`;
}

function controlBody({ control }: Letter): TemplateResult {
  const names = words.control;
  return html`<div class="wide" role="region" aria-label=${names.action} tabindex="0"><table>
    <thead><tr><th scope="col">${names.agency}</th><th scope="col">${names.action}</th><th scope="col">${names.received}</th><th scope="col">${names.processed}</th><th scope="col">${names.note}</th></tr></thead>
    <tbody>${control.map((row) => html`<tr>
      <td>${[row.agency, row.section, row.person].filter(Boolean).join(', ')}</td><td>${words.actions[row.action] ?? row.action}</td>
      <td>${moment(row.receivedAt)}</td><td>${row.processedAt === null ? '' : moment(row.processedAt)}</td><td>${row.action === 'parcel' ? parcelText(row.note, words.parcelStatus) : (row.note ?? '')}</td>
    </tr>`)}</tbody>
  </table></div>`;
}

const BODIES: Readonly<Record<Letter['kind'], (letter: Letter) => TemplateResult | typeof nothing>> = {
  receipt: receiptBody,
  supplement: supplementBody,
  refusal: () => nothing,
  apology: apologyBody,
  stop: () => nothing,
  control: controlBody,
};

/** The sheet. Styles are `letterStyles`. */
export function renderLetter(letter: Letter): TemplateResult {
  const { kind, applicant, procedure, unit, reason } = letter;
  const isTold = reason !== null && reason !== '' && kind !== 'receipt' && kind !== 'apology' && kind !== 'control';
  const said = isTold ? html`<p class="reason">${words.reasonOf[kind]}: ${reason}</p>` : nothing;
  return html`<article class="sheet ${kind}" lang="vi">
    ${head(letter)}
    <h3>${letter.title}</h3>
    <p>${words.opening[kind](`${words.desk} ${unit.name}`)}</p>
    <dl>
      ${line(words.applicant, html`<strong>${applicant.name}</strong>`)} ${line(words.declarant, letter.declarantName ?? null)} ${line(words.address, applicant.address)} ${line(words.phone, applicant.phone)}
      ${line(words.request, procedure.name)} ${line(words.procedureCode, procedure.code)}
    </dl>
    ${kind === 'supplement' ? html`${BODIES[kind](letter)}${said}` : html`${said}${BODIES[kind](letter)}`}
    ${unit.phone === undefined ? nothing : html`<p class="last">${words.contact(unit.phone)}</p>`}
    <div class="signatures">
      <div><p><strong>${words.signLeft[kind]}</strong></p>${words.signLeft[kind] === '' ? nothing : html`<p><em>${words.signHere}</em></p>`}</div>
      <div><p><strong>${words.signRight[kind]}</strong></p><p><em>${words.signHere}</em></p><p class="signed">${letter.issuedBy ?? ''}</p></div>
    </div>
    <p class="basis">${letter.formNumber}, ${letter.legalBasis}</p>
  </article>`;
}
