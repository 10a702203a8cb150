import type { Pendamping } from '../progres/pendamping-laporan';
import { jalurLapor, type TempatLapor } from '../progres/lapor/tempat-lapor';
import type { GalatMedan } from '../shared/isian';
import { jalur, kueri } from '../shared/tampilan/tautan';
import type { TindakanVerifikasi } from './alur-verifikasi.rules';
import type { BerkasLaporan } from './berkas-laporan.query';
import { lacakView } from './lacak.view';
import { buktiDinilai, olehView, PUTUSAN, riwayatLaporan } from './riwayat-laporan.view';
import { bolehMengomentari, putusanTerbuka } from './verifikasi.policy';

/** What stands around a report on the page of its slot. */
export function pendampingView(tempat: TempatLapor, berkas: BerkasLaporan, ditetapkan: Date | null): Pendamping {
  return {
    lacak: lacakView(tempat, berkas, ditetapkan),
    putusan: { ...putusanView(tempat, berkas), tombol: tombolPutusan(tempat, berkas), komentar: komentarView(tempat, berkas) },
    riwayat: riwayatLaporan(tempat, berkas),
    pernahTerlambat: berkas.pengajuan.some((p) => p.terlambat),
  };
}

/** The decision that holds, with its reason; nothing while the last submission waits for one. */
export function putusanView({ instansi }: TempatLapor, berkas: BerkasLaporan): { terakhir: object | null } {
  const p = berkas.putusan.at(-1);
  const diajukan = berkas.pengajuan.at(-1);
  if (!p || !diajukan || p.pada < diajukan.pada) return { terakhir: null };
  const { kata, nada, ikon } = PUTUSAN[p.tindakan];
  return {
    terakhir: {
      ...{ judul: `Laporan ${kata}`, nada, ikon, oleh: olehView(p, instansi.zonaWaktu), alasan: p.alasan },
      bukti: buktiDinilai(p, berkas),
    },
  };
}

const TOMBOL: Readonly<Partial<Record<TindakanVerifikasi, { teks: string; akhir: string }>>> = {
  cabut: { teks: 'Cabut verifikasi', akhir: 'cabut' },
  setujuiTidakDapat: { teks: 'Putuskan tidak dapat dilaksanakan', akhir: 'tidak-dapat' },
};

function tombolPutusan(tempat: TempatLapor, { pengajuan, pelapor }: BerkasLaporan): object[] {
  const { laporan, pelaku, instansi } = tempat;
  if (!laporan) return [];
  const klaim = pengajuan.at(-1)?.isi.status;
  const terbuka = putusanTerbuka(pelaku, instansi.id, { keadaan: laporan.keadaan, klaim, pelapor });
  const periksa = { teks: 'Periksa laporan', tautan: antrean(tempat, { slot: laporan.id }), utama: true };
  return terbuka.flatMap(({ tindakan }): object[] => {
    if (tindakan === 'verifikasi') return [periksa];
    const t = TOMBOL[tindakan];
    return t ? [{ teks: t.teks, tautan: jalurLapor(tempat, t.akhir), utama: tindakan !== 'cabut' }] : [];
  });
}

/** The thread, and a field to add to it for who may. @param dari where the answer leads back to; '' = the page of the slot */
export function komentarView(
  tempat: TempatLapor,
  { komentar }: BerkasLaporan,
  dari = '',
  isian: { readonly nilai: string; readonly galat: readonly GalatMedan[] } = { nilai: '', galat: [] },
): object {
  const { instansi, pelaku, laporan } = tempat;
  const boleh = laporan !== null && bolehMengomentari(pelaku, instansi.id);
  return {
    daftar: komentar.map((k) => ({ isi: k.isi, oleh: olehView(k, instansi.zonaWaktu) })),
    jumlah: komentar.length,
    formulir: boleh ? { aksi: jalurLapor(tempat, 'komentar'), dari, ...isian } : null,
  };
}

/** Address of the queue. */
export function antrean({ instansi }: Pick<TempatLapor, 'instansi'>, isi: Parameters<typeof kueri>[1] = {}, ke = ''): string {
  return kueri(jalur('instansi', instansi.kode, 'verifikasi'), isi, ke);
}
