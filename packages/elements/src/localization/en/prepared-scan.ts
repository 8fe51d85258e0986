import type { preparedScanVi } from '../vi/prepared-scan.ts';

export const preparedScanEn: typeof preparedScanVi = {
  scanTitle: 'Scan the QR code of a prepared declaration',
  where: 'The code is the square of many dots on the declaration that was brought, or on the citizen\'s phone.',
  picture: 'Picture of the camera',
  takePhoto: 'Photograph the code',
  pickPhoto: 'Choose a photo',
  stays: 'The picture is looked at on this machine only; it goes nowhere.',
  byHand: 'Close and type it',
  states: {
    starting: 'Opening the camera… If you are asked, please allow it.',
    looking: 'Hold the square in the middle of the frame.',
    slow: 'Not read yet. Please come closer, hold still and give it light.',
    reading: 'Reading the photo…',
    'no-code': 'There is no code in the photo. Please take it again: closer, sharp, with light.',
    'no-picture': 'This photo cannot be opened. Please take another one, or type the code.',
    receipt: 'This is the code of a dossier that was sent, not of a prepared one. Please find it in the list.',
    other: 'This is not the code of a prepared dossier. The code on the declaration begins with CB.',
    'camera-none': 'The camera cannot be opened here. Please photograph the code or type it.',
    'camera-denied': 'The camera was not allowed. Please photograph the code or type it.',
    'camera-busy': 'The camera is busy. Please close the other program, or photograph the code.',
  },
};
