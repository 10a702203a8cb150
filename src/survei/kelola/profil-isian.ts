import { bacaBulat } from '../../shared/angka.rules';
import { teksBilangan } from '../../shared/desimal';
import type { Ketikan } from '../../shared/isian';
import { NAMA_CIRI, ringkasNilai, type KelompokProfil } from '../profil.rules';
import type { Ciri } from '../respons/respons.rules';

/** The profile as a report prints it, typed where there are no answers to count: a group and its number on each line. */

export interface ProfilCiri {
  readonly ciri: Ciri;
  readonly kelompok: readonly KelompokProfil[];
}

/** Services have units of their own on the form. */
export const CIRI_DIKETIK = ['jenis_kelamin', 'usia', 'pendidikan', 'pekerjaan'] as const satisfies readonly Ciri[];

export const medanProfil = (ciri: Ciri): string => `profil-${ciri}`;

const BARIS_TERBANYAK = 50;
const NAMA_TERPANJANG = 100;

export function ketikanProfil(profil: readonly ProfilCiri[]): Ketikan {
  return Object.fromEntries(
    profil.map(({ ciri, kelompok }) => [medanProfil(ciri), kelompok.map((k) => `${k.kelompok}: ${k.jumlah}`).join('\n')]),
  );
}

/**
 * Reads what was typed; a ciri that was left empty is not there. Each adds up to the respondents, or it is refused.
 * @param responden stated number of respondents; null when there is none
 * @param salah told each fault at its field
 */
export function bacaProfil(
  ketikan: Ketikan,
  responden: number | null,
  salah: (medan: string, pesan: string) => null,
): ProfilCiri[] {
  return CIRI_DIKETIK.flatMap((ciri): ProfilCiri[] => {
    const medan = medanProfil(ciri);
    const baris = (ketikan[medan] ?? '').split(/\r?\n/).map((b) => b.trim()).filter(Boolean); // prettier-ignore
    if (baris.length === 0) return [];
    if (baris.length > BARIS_TERBANYAK) {
      salah(medan, `Satukan kelompok yang kecil; paling banyak ${BARIS_TERBANYAK} baris`);
      return [];
    }
    const terbaca = baris.map(bacaBaris);
    const cacat = terbaca.findIndex((b) => b === null);
    if (cacat >= 0) {
      salah(medan, `Baris ${cacat + 1} belum terbaca; tulis kelompok lalu jumlahnya, misalnya “${CONTOH[ciri]}”`);
      return [];
    }
    const kelompok = ringkasNilai(ciri, terbaca.flatMap((b) => b ?? [])); // prettier-ignore
    const jumlah = kelompok.reduce((a, k) => a + k.jumlah, 0);
    if (responden === null) salah(medan, 'Isi juga jumlah respondennya; kelompoknya harus berjumlah sama');
    else if (jumlah !== responden)
      salah(medan, `${NAMA_CIRI[ciri]} berjumlah ${teksBilangan(jumlah)}, sedangkan jumlah responden ${teksBilangan(responden)}; yang tidak mengisi ditulis juga, misalnya “Tidak diisi: 3”`); // prettier-ignore
    return [{ ciri, kelompok }];
  });
}

export const CONTOH: Readonly<Record<(typeof CIRI_DIKETIK)[number], string>> = {
  jenis_kelamin: 'Perempuan: 120',
  usia: '25–34 tahun: 80',
  pendidikan: 'S1: 95',
  pekerjaan: 'Wirausaha: 40',
};

/** `25–34 tahun: 1.204`, `S1 <tab> 95`, `Laki-laki 80 orang`: the last number is how many. */
function bacaBaris(teks: string): { nilai: string; jumlah: number } | null {
  const m = /^(.*?\S)\s*(?:[:;=|\t]\s*|\s)(\d[\d.]*)\s*(?:orang|responden|jiwa)?$/i.exec(teks);
  const nilai = (m?.[1] ?? '').replace(/[:;=|,]+$/, '').trim();
  const jumlah = bacaBulat(m?.[2] ?? '', 1_000_000_000);
  return nilai === '' || nilai.length > NAMA_TERPANJANG || /\p{Cc}/u.test(nilai) || !('nilai' in jumlah) || jumlah.nilai === 0
    ? null
    : { nilai, jumlah: jumlah.nilai };
}
