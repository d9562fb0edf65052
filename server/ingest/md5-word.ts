const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Int32Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32) | 0);
/** Which word of a block each round takes. */
const PLACES = Uint8Array.from({ length: 64 }, (_, index) => ([index, 5 * index + 1, 3 * index + 5, 7 * index][index >> 4] ?? 0) % 16);
const BLOCK = 64;
const encoder = new TextEncoder();
const words = new Int32Array(16);
let bytes = new Uint8Array(4 * BLOCK);

/**
 * The first word of a text's MD5 (RFC 1321), from 0 to 2³² − 1: a hash that DuckDB calculates too (`md5_number(…) & 4294967295`), so that a file's rows
 * have the same ids whoever reads it. Nothing is kept secret by it.
 */
export function md5Word(text: string): number {
  if (bytes.length < 3 * text.length + BLOCK + 9) bytes = new Uint8Array(2 * (3 * text.length + BLOCK + 9));
  const length = encoder.encodeInto(text, bytes).written;
  const blocks = ((length + 8) >> 6) + 1;
  bytes.fill(0, length, blocks * BLOCK);
  bytes[length] = 0x80;
  let [a, b, c, d] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let block = 0; block < blocks; block++) {
    for (let index = 0; index < 16; index++) {
      const at = block * BLOCK + 4 * index;
      words[index] = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    }
    // The length in bits, at the end of the last block.
    if (block === blocks - 1) {
      words[14] = length << 3;
      words[15] = length >>> 29;
    }
    const [a0, b0, c0, d0] = [a, b, c, d];
    for (let index = 0; index < 64; index++) {
      const round = index >> 4;
      const mixed = round === 0 ? (b & c) | (~b & d) : round === 1 ? (d & b) | (~d & c) : round === 2 ? b ^ c ^ d : c ^ (b | ~d);
      const sum = (a + mixed + (SINES[index] ?? 0) + (words[PLACES[index] ?? 0] ?? 0)) | 0;
      const shift = SHIFTS[4 * round + (index & 3)] ?? 0;
      a = d;
      d = c;
      c = b;
      b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
    }
    a = (a + a0) | 0;
    b = (b + b0) | 0;
    c = (c + c0) | 0;
    d = (d + d0) | 0;
  }
  return a >>> 0;
}
