/** The printed sheet. Text stays text, so the PDF of a print dialog can be searched and read aloud. */
import { html, nothing, type TemplateResult } from 'lit';
import { qrPicture } from '../../internal/qr/qr-picture.ts';
import { declarationVi as words } from '../../localization/vi/declaration.ts';
import type { Declaration, DeclarationLine, DeclarationPart } from './declaration.model.ts';

/** What the square at the foot leads to. Holds no personal data. */
export interface SheetCode {
  /** Text of the QR code. */
  readonly text: string;
  /** The same for the eye. */
  readonly shown: string;
  readonly sent: boolean;
}

function line({ number, label, lines }: DeclarationLine): TemplateResult {
  return html`<div class="line"><p class="label">${number === null ? nothing : `${number}. `}${label}:</p><p class="answer">${lines.length === 0 ? html`&nbsp;` : lines.map((one) => html`<span>${one}</span>`)}</p></div>`;
}

function part({ title, level, lines }: DeclarationPart): TemplateResult {
  const heading = title === '' ? nothing : level === 1 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`;
  return html`${heading}${lines.map(line)}`;
}

function day(date: string): string {
  const [year, month, number] = date.split('-');
  return words.day(number ?? '', month ?? '', year ?? '');
}

/** The whole sheet. */
export function declarationSheet(sheet: Declaration, code: SheetCode | null): TemplateResult {
  const { formNumber, legalSource } = sheet;
  return html`<div class="sheet" lang="vi">
    ${formNumber === '' && legalSource === '' ? nothing : html`<div class="number">${formNumber === '' ? nothing : html`<p>${words.form(formNumber)}</p>`}${legalSource === '' ? nothing : html`<p>(${legalSource})</p>`}</div>`}
    <p class="motto">${words.country}</p>
    <p class="motto"><span>${words.motto}</span></p>
    <h1>${sheet.title.toLocaleUpperCase('vi')}</h1>
    ${sheet.addressee === '' ? nothing : html`<p class="to"><b>${words.to}</b> ${sheet.addressee}</p>`}
    ${sheet.parts.map(part)}
    ${sheet.declarant.length === 0 ? nothing : html`<p class="oath">${words.declarant(sheet.declarant.join(', '))}</p>`}
    ${sheet.oath === '' ? nothing : html`<p class="oath">${sheet.oath}</p>`}
    <div class="end">
      <p class="day">${sheet.place || words.dots}, ${day(sheet.date)}</p>
      <div class="signatures ${sheet.signatures.length > 1 ? 'two' : ''}">
        ${sheet.signatures.map((signer) => html`<div class="signature"><p><b>${signer}</b></p><p>${words.sign}</p></div>`)}
      </div>
    </div>
    ${code === null
      ? nothing
      : html`<div class="counter">${qrPicture(code.text, words.qr)}<p>${code.sent ? words.dossier(code.shown) : words.draft(code.shown)}</p></div>`}
  </div>`;
}
