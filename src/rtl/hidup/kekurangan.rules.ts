import { semuaKegiatan, type Rencana } from '../rtl.rules';

/** What a draf still lacks. Only what is `wajib` stands in the way of ajukan. */
export interface KekuranganRencana {
  readonly tingkat: 'wajib' | 'sebaiknya';
  readonly pesan: string;
}

const sebut = (kode: readonly string[]) =>
  kode.length > 5 ? `${kode.slice(0, 5).join(', ')}, dan ${kode.length - 5} lainnya` : kode.join(', ');

/** Everything that is missing, the required first. */
export function kekuranganRencana(rencana: Rencana): KekuranganRencana[] {
  const kegiatan = semuaKegiatan(rencana);
  const hasil: KekuranganRencana[] = [];
  if (rencana.prioritas.length === 0) hasil.push({ tingkat: 'wajib', pesan: 'Belum ada prioritas.' });
  if (kegiatan.length === 0) hasil.push({ tingkat: 'wajib', pesan: 'Belum ada kegiatan.' });
  const kosong = rencana.prioritas.filter((p) => p.kegiatan.length === 0);
  if (kegiatan.length > 0 && kosong.length > 0)
    hasil.push({ tingkat: 'sebaiknya', pesan: `Prioritas tanpa kegiatan: ${sebut(kosong.map((p) => `${p.no}. ${p.judul}`))}.` });
  const daftar = (pesan: string, kode: readonly string[]) => {
    if (kode.length > 0) hasil.push({ tingkat: 'sebaiknya', pesan: `${pesan}: ${sebut(kode)}.` });
  };
  daftar('Kegiatan tanpa jadwal', kegiatan.filter((k) => k.jadwal.length === 0).map((k) => k.kode)); // prettier-ignore
  daftar('Kegiatan tanpa penanggung jawab', kegiatan.filter((k) => k.penanggungJawab.length === 0).map((k) => k.kode)); // prettier-ignore
  return hasil;
}
