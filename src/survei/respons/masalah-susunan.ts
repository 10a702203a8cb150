import { INSTRUMEN_BAWAAN } from '../../instrumen/instrumen.bawaan';
import type { Instrumen } from '../../instrumen/instrumen.rules';
import { bacaKode } from './kode-unsur.rules';
import { kenaliNama } from './nama-unsur.rules';
import type { ArtiKolom, Kolom, MasalahSusunan } from './respons.rules';
import type { TafsirKolom } from './tafsir.rules';
import { cuplikan, memuatKontak } from './teks.rules';

/**
 * Columns whose code and name speak of two unsur, and codes that the instrument lacks.
 * @param tetap whether nobody has decided yet what a column means
 */
export function masalahKode(
  tafsir: readonly TafsirKolom[],
  judul: readonly string[],
  instrumen: Instrumen,
  tetap: (kolom: number) => boolean,
): MasalahSusunan[] {
  const beda = tafsir.flatMap((t, k) => (t.menurutNama === undefined || t.arti.jenis !== 'unsur' || !tetap(k) ? [] : [{ k, kode: t.arti.unsur, nama: t.menurutNama }])); // prettier-ignore
  const masalah: MasalahSusunan[] = [];
  const lain = INSTRUMEN_BAWAAN.find((i) => i.kode !== instrumen.kode && i.unsur.length === instrumen.unsur.length && beda.every(({ k, kode }) => bacaKode(judul[k] ?? '', i)?.kode === kode && kenaliNama(bacaKode(judul[k] ?? '', i)?.sisa ?? '', i) === kode)); // prettier-ignore
  if (beda.length > 0) {
    masalah.push({
      kode: 'kode-nama-berbeda',
      pesan: `Kode dan nama pada judul kolom menunjuk unsur yang berlainan: ${beda
        .map(
          ({ k, kode, nama }) =>
            `“${cuplikan(judul[k] ?? '', 60)}” berkode ${kode}, sedangkan namanya ${nama} menurut ${instrumen.kode}`,
        )
        .join(
          '; ',
        )}. ${lain ? `Menurut ${lain.kode} keduanya sejalan: pilih instrumen itu bila itulah yang dipakai. Bila tidak, tentukan` : 'Tentukan'} mana yang benar.`,
      kolom: beda.map((b) => b.k),
      usul: Object.fromEntries(beda.map(({ k, nama }): [number, ArtiKolom] => [k, { jenis: 'unsur', unsur: nama }])),
    });
  }
  const kode = new Set(tafsir.flatMap((t) => t.kodeAsing ?? (t.arti.jenis === 'unsur' ? t.arti.unsur : [])));
  const asing = tafsir.flatMap((t, k) => (t.kodeAsing === undefined || !tetap(k) ? [] : [k]));
  const cocok = INSTRUMEN_BAWAAN.find((i) => i.unsur.length === kode.size && i.unsur.every((u) => kode.has(u.kode)));
  if (asing.length > 0 && cocok && cocok.kode !== instrumen.kode) {
    masalah.push({
      kode: 'kode-asing',
      pesan: `Berkas ini memuat ${cocok.unsur.length} unsur, seperti instrumen ${cocok.kode}, sedangkan yang dipilih ${instrumen.kode}. Pilih instrumen yang sesuai.`,
      kolom: asing,
    });
  }
  return masalah;
}

/** What is worth a look and stops nothing: telephone numbers among words that would be kept, columns that stay outside the index. */
export function peringatanKolom(
  kolom: readonly Kolom[],
  sel: readonly (readonly string[])[],
  tafsir: readonly TafsirKolom[],
): { pesan: string; kolom: number[] }[] {
  const kontak = kolom.flatMap(({ indeks, judul, arti }) => {
    if (arti.jenis !== 'saran' && arti.jenis !== 'lain') return [];
    const isi = sel[indeks] ?? [];
    const banyak = isi.filter(memuatKontak).length;
    return banyak < 3 && banyak * 20 < isi.filter(Boolean).length ? [] : banyak === 0 ? [] : [{ pesan: `Kolom “${cuplikan(judul)}” memuat nomor telepon atau surel pada ${banyak} baris. Jangan disimpan bila tidak perlu.`, kolom: [indeks] }]; // prettier-ignore
  });
  const asing = tafsir.flatMap((t, k) => (t.kodeAsing === undefined ? [] : [{ pesan: `Kolom “${cuplikan(kolom[k]?.judul ?? '')}” ${t.alasan}.`, kolom: [k] }])); // prettier-ignore
  return [...kontak, ...asing];
}
