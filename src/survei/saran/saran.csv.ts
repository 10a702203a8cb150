import { AWAL_CSV, barisCsv } from '../../shared/csv';
import { waktuIndonesia } from '../../shared/tanggal';
import { namaUnsur } from './bingkai-saran.view';
import type { SaranTersimpan } from './saran.query';
import { NAMA_STATUS_SARAN } from './saran.rules';
import type { TempatSaran } from './tempat-saran';

const KEPALA = ['Nomor', 'Saran', 'Kali diterima', 'Layanan', 'Status', 'Unsur', 'Usulan unsur', 'Unit', 'Tanggapan terakhir', 'Teks terbit', 'Diterima']; // prettier-ignore

type Baris = SaranTersimpan & { readonly tanggapan: string | null };

/**
 * The suggestions as a CSV file, in pieces. Identities never leave: the words stand as the units read them.
 * @param ambil those after a number, oldest first
 */
export async function* csvSaran(
  tempat: TempatSaran,
  ambil: (sesudah: number) => Promise<readonly Baris[]>,
): AsyncGenerator<string> {
  yield AWAL_CSV + barisCsv(KEPALA);
  for (let daftar = await ambil(0); daftar.length > 0; daftar = await ambil(daftar.at(-1)?.nomor ?? 0))
    yield daftar.map((s) => baris(tempat, s)).join('');
}

function baris(tempat: TempatSaran, s: Baris): string {
  const diputuskan = s.status !== 'baru' && s.status !== 'nihil';
  return barisCsv([
    s.nomor,
    s.teks,
    s.jumlah,
    s.layanan,
    NAMA_STATUS_SARAN[s.status],
    diputuskan ? namaUnsur(tempat, s.unsur) : null,
    s.usulUnsur,
    s.unit?.nama ?? null,
    s.tanggapan,
    s.status === 'layak_terbit' ? s.teksTerbit : null,
    waktuIndonesia(tempat.instansi.zonaWaktu, s.diterimaPada),
  ]);
}
