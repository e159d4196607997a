/** Two independent 32-bit FNV-1a hashes of the parts, as 16 hexadecimal digits; the same on every machine. */
export function fingerprint(...parts: readonly string[]): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  const text = parts.join('\u0000');
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193) >>> 0;
    b = Math.imul(b ^ (code + 0x9e37), 0x85ebca6b) >>> 0;
    b = (b ^ (b >>> 13)) >>> 0;
  }
  return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0');
}
