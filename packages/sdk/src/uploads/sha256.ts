/**
 * SHA-256 (FIPS 180-4) over a stream of pieces. The platform's own cannot take pieces, and is missing on plain-HTTP pages,
 * where many communes still live.
 */

// First 32 bits of the fractional parts of the cube roots (constants) and square roots (start) of the first primes.
const { CONSTANTS, START } = tables();

/** A running hash: `update` in order, then `digest` once (32 bytes). */
export interface Sha256 {
  readonly length: number;
  update(bytes: Uint8Array): void;
  digest(): Uint8Array;
}

/** Begins a hash. */
export function sha256(): Sha256 {
  const state = Uint32Array.from(START);
  const words = new Uint32Array(64);
  const block = new Uint8Array(64);
  const view = new DataView(block.buffer);
  let length = 0;
  const update = (bytes: Uint8Array): void => {
    let from = 0;
    while (from < bytes.length) {
      const at = length % 64;
      const piece = bytes.subarray(from, from + 64 - at);
      block.set(piece, at);
      length += piece.length;
      from += piece.length;
      if (length % 64 === 0) compress(state, words, view);
    }
  };
  return {
    get length() {
      return length;
    },
    update,
    digest: () => {
      const bits = length * 8;
      const padding = new Uint8Array(64 - ((length + 8) % 64) + 8);
      padding[0] = 0x80;
      const tail = new DataView(padding.buffer);
      tail.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
      tail.setUint32(padding.length - 4, bits >>> 0);
      update(padding);
      const out = new DataView(new ArrayBuffer(32));
      state.forEach((word, index) => out.setUint32(index * 4, word));
      return new Uint8Array(out.buffer);
    },
  };
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
const at = (words: Uint32Array, index: number): number => words[index] as number;

/**
 * One block. Eight plain variables and whole numbers of 32 bits: on an old phone a chunk of half a MiB is hashed between two key
 * strokes, and nothing is left for the garbage collector.
 */
function compress(state: Uint32Array, words: Uint32Array, block: DataView): void {
  for (let i = 0; i < 16; i++) words[i] = block.getUint32(i * 4);
  for (let i = 16; i < 64; i++) {
    const early = at(words, i - 15);
    const late = at(words, i - 2);
    const s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[i] = (at(words, i - 16) + s0 + at(words, i - 7) + s1) | 0;
  }
  let a = at(state, 0) | 0, b = at(state, 1) | 0, c = at(state, 2) | 0, d = at(state, 3) | 0;
  let e = at(state, 4) | 0, f = at(state, 5) | 0, g = at(state, 6) | 0, h = at(state, 7) | 0;
  for (let i = 0; i < 64; i++) {
    const t1 = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + at(CONSTANTS, i) + at(words, i)) | 0;
    const t2 = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = at(state, 0) + a;
  state[1] = at(state, 1) + b;
  state[2] = at(state, 2) + c;
  state[3] = at(state, 3) + d;
  state[4] = at(state, 4) + e;
  state[5] = at(state, 5) + f;
  state[6] = at(state, 6) + g;
  state[7] = at(state, 7) + h;
}

function tables(): { CONSTANTS: Uint32Array; START: Uint32Array } {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n);
  const fraction = (value: number): number => (value % 1) * 2 ** 32;
  return {
    CONSTANTS: Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
    START: Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
  };
}
