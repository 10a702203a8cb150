import { instrumenSurvei } from '../../realisasi/hasil.rules';
import { kesiapanRencana, type KesiapanRencana } from '../../rtl/hidup/kekurangan.rules';
import { teksBilangan } from '../../shared/desimal';
import { jalur, kueri } from '../../shared/tampilan/tautan';
import { hitungSurvei } from '../../survei/skor.rules';
import type { Tanda } from '../tanda.view';
import { kueriWaktu } from '../waktu.view';
import type { BahanRencana, PilihanMatriks } from './pilihan-matriks';

const TANDA: Readonly<Record<KesiapanRencana['tingkat'], Tanda>> = {
  lengkap: { nada: 'ina-positif', ikon: 'check', kata: 'Lengkap' },
  wajib: { nada: 'ina-negatif', ikon: 'alert-circle', kata: 'Wajib' },
  sebaiknya: { nada: 'ina-waspada', ikon: 'alert-triangle', kata: 'Belum lengkap' },
};

interface Tautan {
  readonly teks: string;
  readonly href: string;
}

/**
 * What a draf still lacks before it is proposed, each with the way to it. Null for a plan that has left that state.
 * @param susun whether this person may write the plan: the pages for that are closed to others
 */
export function kesiapanView(berkas: BahanRencana['berkas'], pilihan: PilihanMatriks, susun: boolean): object | null {
  const { rencana, instansi } = berkas;
  if (rencana.status !== 'draf') return null;
  const survei = berkas.survei.find((s) => s.kode === rencana.survei);
  const semua = kesiapanRencana({
    rencana,
    unsur: survei ? hitungSurvei(survei, instrumenSurvei(berkas, survei)).unsur : [],
    jumlah: instansi.pengaturan?.jumlahPrioritas,
    tanpaBukti: pilihan.rinci.tanpaBuktiDiharapkan,
  });
  const jumlah = (tingkat: KesiapanRencana['tingkat']) => semua.filter((b) => b.tingkat === tingkat).length;
  return {
    kalimat:
      jumlah('wajib') > 0
        ? 'Rencana ini belum dapat diajukan.'
        : jumlah('sebaiknya') > 0
          ? `Rencana ini dapat diajukan; ${teksBilangan(jumlah('sebaiknya'))} hal sebaiknya dilengkapi dahulu.`
          : 'Rencana ini lengkap dan siap diajukan.',
    butir: semua.map((b) => ({
      tanda: TANDA[b.tingkat],
      teks: b.pesan,
      tautan:
        b.tingkat === 'lengkap' ? null : menuju(b, jalur('instansi', instansi.kode, 'rencana', rencana.kode), pilihan, susun),
    })),
  };
}

function menuju(
  { hal, prioritas, kegiatan }: KesiapanRencana,
  alamat: string,
  pilihan: PilihanMatriks,
  susun: boolean,
): Tautan | null {
  const bawa = kueriWaktu(pilihan.waktu);
  const ke = (teks: string, akhir: string, isi: Parameters<typeof kueri>[1] = {}, bagian?: string): Tautan => ({
    teks,
    href: kueri(`${alamat}${akhir}`, { ...bawa, ...isi }, bagian),
  });
  const [satu] = kegiatan;
  switch (hal) {
    case 'prioritas':
      return ke('buka daftar prioritas', '/prioritas');
    case 'alasan':
      return prioritas === null
        ? ke('buka usulannya', '/prioritas', {}, 'usulan')
        : ke('buka prioritasnya', '/prioritas', {}, `prioritas-${prioritas}`);
    case 'kegiatan':
      return susun ? ke('susun kegiatannya', '/susunan') : null;
    case 'prioritas-tanpa-kegiatan':
      return susun
        ? ke('susun kegiatannya', '/susunan', {}, `prioritas-${prioritas}`)
        : ke('lihat prioritasnya', '', { prioritas }, `prioritas-${prioritas}`);
    case 'jadwal':
      return ke('lihat kegiatannya', '', { temuan: 'kegiatan-tanpa-jadwal' }, 'matriks');
    case 'penanggung-jawab':
      return ke('lihat kegiatannya', '', { temuan: 'kegiatan-tanpa-penanggung-jawab' }, 'matriks');
    case 'keluaran':
    case 'bukti':
      return satu === undefined ? null : ke(`buka ${satu}`, `/kegiatan/${encodeURIComponent(satu)}`);
  }
}
