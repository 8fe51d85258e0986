/** Reads a QR code from pixels on this device: the browser's own reader where there is one, else a library that comes on demand. */

/** Text of the code, or null when none can be read. `effort`: 1 for a camera frame, more for a photo that has no second chance. */
export type CodeReader = (picture: HTMLCanvasElement, effort: number) => Promise<string | null>;

interface NativeReader {
  detect(picture: HTMLCanvasElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface NativeReaderClass {
  new (options: { formats: string[] }): NativeReader;
  getSupportedFormats(): Promise<string[]>;
}

/** Milliseconds the library may take for one look. */
const PATIENCE = { frame: 120, photo: 400 };

async function nativeReader(): Promise<NativeReader | null> {
  const Native = (globalThis as { BarcodeDetector?: NativeReaderClass }).BarcodeDetector;
  try {
    return Native !== undefined && (await Native.getSupportedFormats()).includes('qr_code') ? new Native({ formats: ['qr_code'] }) : null;
  } catch {
    return null;
  }
}

async function withLibrary(picture: HTMLCanvasElement, effort: number): Promise<string | null> {
  const { decodeQR } = await import('qr/decode.js');
  const image = picture.getContext('2d')?.getImageData(0, 0, picture.width, picture.height);
  if (image === undefined) return null;
  try {
    return decodeQR(image, { effort, timeLimit: effort > 1 ? PATIENCE.photo : PATIENCE.frame });
  } catch {
    // The library throws when it finds nothing: that is the usual answer of a camera frame.
    return null;
  }
}

/** The reader of this browser. */
export async function codeReader(): Promise<CodeReader> {
  const native = await nativeReader();
  if (native === null) return withLibrary;
  return async (picture, effort) => {
    try {
      const [first] = await native.detect(picture);
      if (first !== undefined) return first.rawValue;
      // Some phones have the reader but not its data: a photo is worth a second opinion.
      return effort > 1 ? await withLibrary(picture, effort) : null;
    } catch {
      return withLibrary(picture, effort);
    }
  };
}
