import { createHash } from 'node:crypto';
import { GalatPengguna } from '../../shared/galat';
import type { Ketikan } from '../../shared/isian';
import { bagianPelaku } from './lapor.policy';
import type { IsianKini, IsianKiriman } from './isian.service';
import { MEDAN_SALIN, medanBagian, namaIsian, rapikanNilai, type LetakMedan, type MedanSalin } from './medan-laporan';
import type { TempatLapor } from './tempat-lapor';

/** Hidden fields beside each field: the version that the person had before them, and what stood in it, as a short hash. */
export const medanVersi = (letak: LetakMedan): string => `versi:${namaIsian(letak)}`;
export const medanSemula = (letak: LetakMedan): string => `semula:${namaIsian(letak)}`;
/** On the page of conflicts: whose value is kept. */
export const medanPilih = (letak: LetakMedan): string => `pilih:${namaIsian(letak)}`;

/** Tells whether a field was changed in a form; blanks at its ends, which a form drops, do not count. */
export function sidikNilai(nilai: string): string {
  return createHash('sha256').update(rapikanNilai(nilai).trim()).digest('base64url').slice(0, 16);
}

/** Every field of the parts that this person may enter. */
export function letakPelaku(tempat: TempatLapor): LetakMedan[] {
  return bagianPelaku(tempat).flatMap((bagian) => medanBagian(bagian).map((medan) => ({ bagian, medan })));
}

/** What the hidden fields and the buttons of our form can say. */
const TERSEMBUNYI: readonly (readonly [nama: RegExp, nilai: RegExp])[] = [
  [/^kunci$/, /^[\w-]{0,100}$/],
  [/^temuan$/, /^[\w-]{0,40}$/],
  [/^versi:/, /^\d{1,9}$/],
  [/^semula:/, /^[\w-]{0,40}$/],
  [/^pilih:/, /^(?:server|saya)$/],
  [/^salin$/, new RegExp(`^(?:${MEDAN_SALIN.join('|')})?$`)],
];

/** @throws {GalatPengguna} for what no form of ours sends */
export function pastikanUtuh(ketikan: Ketikan): void {
  const rusak = Object.entries(ketikan).some(([nama, nilai]) => TERSEMBUNYI.some(([n, v]) => n.test(nama) && !v.test(nilai)));
  if (rusak) throw new GalatPengguna('Formulir ini terkirim rusak. Muat ulang halaman laporannya, lalu kirim lagi.');
}

/** What was changed in a form of a report; fields that are not in it, or were left as they were, are none of its business. */
export function bacaFormulirLapor(tempat: TempatLapor, ketikan: Ketikan): IsianKiriman[] {
  return letakPelaku(tempat).flatMap((letak): IsianKiriman[] => {
    const nilai = ketikan[namaIsian(letak)];
    if (nilai === undefined || ketikan[medanPilih(letak)] === 'server') return [];
    const versi = Number(ketikan[medanVersi(letak)] ?? 0);
    const utuh = ketikan[medanSemula(letak)] === sidikNilai(nilai) || (nilai === '' && versi === 0);
    return utuh ? [] : [{ ...letak, nilai, versi }];
  });
}

/** The field that is to be taken over from the report before; null when the form asks for none. */
export function bacaSalin(ketikan: Ketikan): MedanSalin | null {
  return MEDAN_SALIN.find((m) => m === ketikan['salin']) ?? null;
}

export function isianPer(isian: readonly IsianKini[]): (letak: LetakMedan) => IsianKini | undefined {
  const peta = new Map(isian.map((i) => [namaIsian(i), i]));
  return (letak) => peta.get(namaIsian(letak));
}
