/** Pictures of an interface with few colours: a quarter of the size, and no difference that one would see. */
import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** Most colours of a picture, besides which each pixel takes the nearest. */
const MOST_COLOURS = 128;

const TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function checksum(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) c = TABLE[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(checksum(body), body.length + 4);
  return out;
}

/** Pixels of a PNG of 8 bits a channel, as a browser writes it. */
function decode(png) {
  let header;
  const data = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[header[9]];
  if (header[8] !== 8 || !channels || header[12] !== 0) throw new Error('not a PNG as a browser writes it');
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= channels ? pixels[at - channels] : 0;
      const up = y > 0 ? pixels[at - stride] : 0;
      const corner = x >= channels && y > 0 ? pixels[at - stride - channels] : 0;
      pixels[at] = raw[y * (stride + 1) + 1 + x] + predicted(filter, left, up, corner);
    }
  }
  return { width, height, channels, pixels };
}

function predicted(filter, left, up, corner) {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Cuts the colours into boxes of like ones, always the box with the widest spread in two; a box becomes its mean, or its one colour that is most of it. */
function paletteOf(counts) {
  const boxes = [
    [...counts].map(([key, count]) => ({ key, count, rgb: [key >> 16, (key >> 8) & 255, key & 255] })),
  ];
  const spread = (box) => {
    const widths = [0, 1, 2].map((c) => {
      const values = box.map(({ rgb }) => rgb[c]);
      return Math.max(...values) - Math.min(...values);
    });
    const width = Math.max(...widths);
    return { width, channel: widths.indexOf(width) };
  };
  while (boxes.length < MOST_COLOURS) {
    const [widest, { width, channel }] = boxes
      .map((box, at) => [at, spread(box)])
      .reduce((best, next) => (next[1].width > best[1].width ? next : best));
    if (width === 0) break;
    const box = boxes[widest].sort((a, b) => a.rgb[channel] - b.rgb[channel]);
    const middle = Math.max(
      1,
      box.findIndex(({ rgb }) => rgb[channel] > box[0].rgb[channel] + width / 2),
    );
    boxes.splice(widest, 1, box.slice(0, middle), box.slice(middle));
  }
  const index = new Map();
  const colours = boxes.map((box, at) => {
    const total = box.reduce((sum, { count }) => sum + count, 0);
    for (const { key } of box) index.set(key, at);
    const most = box.reduce((best, next) => (next.count > best.count ? next : best));
    if (most.count * 2 > total) return most.rgb;
    return [0, 1, 2].map((c) =>
      Math.round(box.reduce((sum, { rgb, count }) => sum + rgb[c] * count, 0) / total),
    );
  });
  return { colours, index };
}

/** The same picture with a palette. */
export function withPalette(png) {
  const { width, height, channels, pixels } = decode(png);
  const keyAt = (at) => (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += channels) {
    const key = keyAt(at);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const { colours, index } = paletteOf(counts);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = index.get(keyAt((y * width + x) * channels));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
