/** The camera at the back of the phone, looked through a few times a second. */
import type { CodeReader } from './code-reader.ts';

/** Between two looks, in milliseconds: an old phone must keep up. */
const PAUSE_MS = 150;
const LONGEST_SIDE = 1280;

/** Why there is no picture. */
export type CameraTrouble = 'none' | 'denied' | 'busy';

export class LiveCamera {
  #stream: MediaStream | null = null;
  #stopped = false;

  /** Shows the camera in the video and calls `found` with each code until stopped. Resolves to the trouble, or null. */
  async start(video: HTMLVideoElement, read: Promise<CodeReader>, found: (text: string) => void): Promise<CameraTrouble | null> {
    if (navigator.mediaDevices?.getUserMedia === undefined) return 'none';
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
      });
      // Closed while the browser was still asking.
      if (this.#stopped) return this.#release();
      video.srcObject = this.#stream;
      await video.play();
      void this.#look(video, await read, found);
      return null;
    } catch (error) {
      this.#release();
      const name = (error as { name?: string }).name;
      return name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : name === 'NotFoundError' ? 'none' : 'busy';
    }
  }

  async #look(video: HTMLVideoElement, read: CodeReader, found: (text: string) => void): Promise<void> {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d', { willReadFrequently: true });
    while (!this.#stopped && context !== null) {
      if (video.videoWidth > 0) {
        const scale = Math.min(1, LONGEST_SIDE / Math.max(video.videoWidth, video.videoHeight));
        canvas.width = Math.round(video.videoWidth * scale);
        canvas.height = Math.round(video.videoHeight * scale);
        context.drawImage(video, 0, 0, canvas.width, canvas.height);
        const text = await read(canvas, 1).catch(() => null);
        if (text !== null && !this.#stopped) found(text);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  #release(): null {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    return null;
  }

  /** Lets go of the camera: its light goes out. */
  stop(): void {
    this.#stopped = true;
    this.#release();
  }
}
