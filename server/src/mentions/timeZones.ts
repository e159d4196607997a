/**
 * Minutes ahead of Greenwich by the name of a zone; several where the name is used for several zones, or for summer and
 * winter alike. Nothing here is looked up in a calendar.
 */
const OFFSETS: Readonly<Record<string, readonly number[]>> = {
  gmt: [0],
  utc: [0],
  wet: [0],
  bst: [60],
  wat: [60],
  cet: [60],
  west: [60],
  cest: [120],
  cat: [120],
  sast: [120],
  eet: [120],
  eest: [180],
  eat: [180],
  msk: [180],
  ist: [330, 120, 60],
  sgt: [480],
  hkt: [480],
  jst: [540],
  aest: [600],
  aedt: [660],
  est: [-300],
  edt: [-240],
  et: [-300, -240],
  cst: [-360, 480],
  cdt: [-300],
  ct: [-360, -300],
  mst: [-420],
  mdt: [-360],
  mt: [-420, -360],
  pst: [-480],
  pdt: [-420],
  pt: [-480, -420],
};

/** The offsets that a zone's name may mean, in minutes; undefined for "local time" and names that are not known. */
export const offsetsOf = (zone: string): readonly number[] | undefined => OFFSETS[zone.toLowerCase()];

/** Names of zones in lower case. */
export const ZONES: ReadonlySet<string> = new Set(Object.keys(OFFSETS));
