import { createHash } from 'node:crypto';
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

/** What was changed in a form of a report; fields that are not in it, or were left as they were, are none of its business. */
export function bacaFormulirLapor(tempat: TempatLapor, ketikan: Ketikan): IsianKiriman[] {
  return letakPelaku(tempat).flatMap((letak): IsianKiriman[] => {
    const nilai = ketikan[namaIsian(letak)];
    if (nilai === undefined || ketikan[medanPilih(letak)] === 'server') return [];
    const tertulis = ketikan[medanVersi(letak)] ?? '';
    const versi = /^\d{1,9}$/.test(tertulis) ? Number(tertulis) : 0;
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
