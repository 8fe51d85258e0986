/** A4 as Nghị định 30/2020/NĐ-CP sets documents: Times, 13 to 14 points, motto in the middle. */
import { css } from 'lit';

/** Margins of the sheet. */
export const SHEET = '@page { size: A4; margin: 20mm 15mm 20mm 25mm; }';

export const declarationStyles = css`
  .sheet {
    font: 13pt / 1.4 'Times New Roman', 'Liberation Serif', 'Noto Serif', serif;
    color: #000;
    background: #fff;
  }
  p,
  h1,
  h2,
  h3 {
    margin: 0;
  }
  .number {
    text-align: end;
    font-size: 11pt;
    font-style: italic;
    margin-block-end: 4mm;
  }
  .motto {
    text-align: center;
    font-weight: 700;
  }
  .motto span {
    border-block-end: 1px solid #000;
    padding-block-end: 1mm;
  }
  h1 {
    font-size: 15pt;
    text-align: center;
    margin-block: 8mm 4mm;
  }
  .to {
    text-align: center;
    margin-block-end: 6mm;
  }
  h2,
  h3 {
    font-size: 13pt;
    margin-block: 4mm 1mm;
    break-after: avoid;
  }
  h3 {
    font-style: italic;
    font-weight: 400;
  }
  .line {
    display: flex;
    gap: 1.5mm;
    margin-block-end: 1mm;
    break-inside: avoid;
  }
  .line .label {
    flex: none;
    max-inline-size: 65%;
  }
  .line .answer {
    flex: 1;
    min-inline-size: 30mm;
    border-block-end: 1px dotted #000;
    overflow-wrap: anywhere;
  }
  .answer span {
    display: block;
  }
  .oath {
    margin-block: 6mm 4mm;
    break-inside: avoid;
  }
  .end {
    margin-block-start: 4mm;
    break-inside: avoid;
  }
  .day {
    text-align: end;
    font-style: italic;
  }
  .signatures {
    display: flex;
    justify-content: flex-end;
    gap: 10mm;
    text-align: center;
    margin-block-start: 3mm;
  }
  .signatures.two {
    justify-content: space-around;
  }
  .signature {
    min-inline-size: 60mm;
    padding-block-end: 28mm;
  }
  .signature p + p {
    font-style: italic;
    font-size: 11pt;
  }
  .counter {
    display: flex;
    align-items: center;
    gap: 4mm;
    font-size: 10pt;
    border-block-start: 1px solid #000;
    padding-block-start: 3mm;
    margin-block-start: 4mm;
    break-inside: avoid;
  }
  .qr {
    inline-size: 28mm;
    block-size: 28mm;
    flex: none;
  }
`;
