import type { Pendamping } from '../progres/pendamping-laporan';
import { jalurLapor, type TempatLapor } from '../progres/lapor/tempat-lapor';
import type { GalatMedan } from '../shared/isian';
import { jalur, kueri } from '../shared/tampilan/tautan';
import type { PihakVerifikasi } from './alur-verifikasi.rules';
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

function tombolPutusan(tempat: TempatLapor, { pengajuan, pelapor }: BerkasLaporan): object[] {
  const { laporan } = tempat;
  if (!laporan) return [];
  const terbuka = putusanTerbuka(tempat, { klaim: pengajuan.at(-1)?.isi.status, pelapor });
  return terbuka.flatMap(({ tindakan, oleh }): object[] => {
    switch (tindakan) {
      case 'verifikasi':
        return [{ teks: 'Periksa laporan', tautan: antrean(tempat, { slot: laporan.id }), utama: true }];
      case 'setujuiTidakDapat':
        return [{ teks: 'Putuskan tidak dapat dilaksanakan', tautan: jalurLapor(tempat, 'tidak-dapat'), utama: true }];
      case 'cabut':
        return [{ teks: 'Cabut verifikasi', tautan: jalurCabut(tempat, oleh), utama: false }];
      case 'simpan':
      case 'ajukan':
      case 'kembalikan':
      case 'nyatakanTidakMemadai':
      case 'tolakTidakDapat':
        return [];
    }
  });
}

/** Taking back is asked of the side that decided. */
export function jalurCabut(tempat: TempatLapor, oleh: PihakVerifikasi): string {
  return oleh === 'pimpinan' ? jalurLapor(tempat, 'tidak-dapat', 'cabut') : jalurLapor(tempat, 'cabut');
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
