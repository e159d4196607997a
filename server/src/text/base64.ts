const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Hexadecimal digits, two a byte, as base 64 with padding. */
export function base64OfHex(hex: string): string {
  let out = '';
  for (let at = 0; at < hex.length; at += 6) {
    const part = hex.slice(at, at + 6);
    const bits = Number.parseInt(part.padEnd(6, '0'), 16);
    const digits = [18, 12, 6, 0].map((by) => DIGITS[(bits >> by) & 63]).join('');
    out += digits.slice(0, part.length === 6 ? 4 : part.length === 4 ? 3 : 2).padEnd(4, '=');
  }
  return out;
}
