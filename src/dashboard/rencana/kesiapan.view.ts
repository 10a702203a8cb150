import { semuaKegiatan } from '../../rtl/rtl.rules';
import { teksBilangan } from '../../shared/desimal';
import { jalur, kueri } from '../../shared/tampilan/tautan';
import { kegiatanTemuan } from '../saringan.view';
import type { Tanda } from '../tanda.view';
import { kueriWaktu } from '../waktu.view';
import type { BahanRencana, PilihanMatriks } from './pilihan-matriks';

const SIAP: Tanda = { nada: 'ina-positif', ikon: 'check', kata: 'Lengkap' };
const WAJIB: Tanda = { nada: 'ina-negatif', ikon: 'alert-circle', kata: 'Wajib' };
const KURANG: Tanda = { nada: 'ina-waspada', ikon: 'alert-triangle', kata: 'Belum lengkap' };

interface Butir {
  readonly tanda: Tanda;
  readonly teks: string;
  readonly tautan: { readonly teks: string; readonly href: string } | null;
}

/** What a draf still lacks before it is proposed, each with the way to it. Null for a plan that has left that state. */
export function kesiapanView({ rencana, instansi }: BahanRencana['berkas'], pilihan: PilihanMatriks): object | null {
  if (rencana.status !== 'draf') return null;
  const { hasil, alamat, waktu, rinci } = pilihan;
  const bawa = kueriWaktu(waktu);
  const kegiatan = semuaKegiatan(rencana);
  const halaman = (...bagian: string[]) => kueri(jalur('instansi', instansi.kode, 'rencana', rencana.kode, ...bagian), bawa);
  const lihat = (kode: readonly string[]) =>
    kode[0] === undefined ? null : { teks: `buka ${kode[0]}`, href: halaman('kegiatan', kode[0]) };
  const jenis = (kode: string) => hasil.temuan.filter((t) => t.kode === kode);
  const saring = (kode: string) => ({ teks: 'lihat kegiatannya', href: kueri(alamat, { ...bawa, temuan: kode }, 'matriks') });

  const perKegiatan = (lengkap: string, kurang: string, kode: string): Butir => {
    const milik = new Set(jenis(kode).flatMap(kegiatanTemuan));
    return milik.size === 0
      ? { tanda: SIAP, teks: lengkap, tautan: null }
      : { tanda: KURANG, teks: `${teksBilangan(milik.size)} kegiatan ${kurang}`, tautan: saring(kode) };
  };
  const isian = (lengkap: string, kurang: string, milik: readonly string[]): Butir =>
    milik.length === 0
      ? { tanda: SIAP, teks: lengkap, tautan: null }
      : { tanda: KURANG, teks: `${teksBilangan(milik.length)} kegiatan ${kurang}`, tautan: lihat(milik) };

  const kosong = rencana.prioritas.filter((p) => p.kegiatan.length === 0);
  const alasan = ['prioritas-tanpa-alasan', 'prioritas-bukan-terendah', 'unsur-terendah-dilewati', 'unsur-tidak-dinilai'].flatMap(
    jenis,
  );
  const butir: Butir[] = [
    rencana.prioritas.length === 0
      ? { tanda: WAJIB, teks: 'Belum ada prioritas.', tautan: null }
      : { tanda: SIAP, teks: `${teksBilangan(rencana.prioritas.length)} prioritas.`, tautan: null },
    kegiatan.length === 0
      ? { tanda: WAJIB, teks: 'Belum ada kegiatan; rencana tanpa kegiatan tidak dapat diajukan.', tautan: null }
      : { tanda: SIAP, teks: `${teksBilangan(kegiatan.length)} kegiatan.`, tautan: null },
    ...kosong.map((p) => ({
      tanda: KURANG,
      teks: `Prioritas ${p.no} (${p.judul}) belum mempunyai kegiatan.`,
      tautan: { teks: 'lihat prioritasnya', href: kueri(alamat, { ...bawa, prioritas: p.no }, `prioritas-${p.no}`) },
    })),
    ...alasan.map((t) => ({ tanda: KURANG, teks: t.pesan, tautan: null })),
    ...(kegiatan.length === 0
      ? []
      : [
          perKegiatan('Setiap kegiatan berjadwal.', 'belum berjadwal.', 'kegiatan-tanpa-jadwal'),
          perKegiatan(
            'Setiap kegiatan punya penanggung jawab.',
            'belum punya penanggung jawab.',
            'kegiatan-tanpa-penanggung-jawab',
          ),
          isian(
            'Setiap kegiatan punya keluaran dan indikator.',
            'belum punya keluaran atau indikator.',
            kegiatan.filter((k) => k.keluaran === undefined || k.indikator === undefined).map((k) => k.kode),
          ),
          isian(
            'Setiap kegiatan menyebut bukti yang diharapkan.',
            'belum menyebut bukti yang diharapkan.',
            rinci.tanpaBuktiDiharapkan,
          ),
        ]),
  ];
  const wajib = butir.filter((b) => b.tanda === WAJIB).length;
  const kurang = butir.filter((b) => b.tanda === KURANG).length;
  return {
    kalimat:
      wajib > 0
        ? 'Rencana ini belum dapat diajukan.'
        : kurang > 0
          ? `Rencana ini dapat diajukan; ${teksBilangan(kurang)} hal sebaiknya dilengkapi dahulu.`
          : 'Rencana ini lengkap dan siap diajukan.',
    butir,
  };
}
