import { punyaIzinDi } from '../auth/izin';
import type { Tempat } from '../organisasi/tempat';
import { bingkaiRtl, jalurRencana, remahRencana } from '../rtl/halaman/halaman-rtl.view';
import { horizon } from '../rtl/jadwal.rules';
import { kelompokkan } from '../shared/kelompok';
import { namaPeriode, periode } from '../shared/periode';
import { ringkasanGalat } from '../shared/tampilan/medan';
import { Halaman } from '../shared/tampilan/tampilan';
import type { BahanPrioritas } from './bahan-prioritas.query';
import type { Isian } from './formulir-prioritas.view';
import type { KegiatanLanjutan } from './lanjutan.query';
import { prioritasSerupa } from './lanjutan.rules';
import { PRIORITAS_BARU } from './lanjutan.service';
import { tandaLalu } from './tanda-lalu.view';

/** @param namaUnit by kode */
export function lanjutanView(
  tempat: Tempat,
  bahan: BahanPrioritas,
  daftar: readonly KegiatanLanjutan[],
  namaUnit: ReadonlyMap<string, string>,
  { ketikan, galat }: Isian,
): Halaman {
  const { rencana } = bahan;
  const alamat = (...akhir: string[]) => jalurRencana(tempat, rencana.kode, ...akhir);
  const kelola = punyaIzinDi(tempat.pelaku, 'prioritas.kelola', tempat.instansi.id) && rencana.status === 'draf';
  const perRencana = kelompokkan(daftar, (k) => k.rencana.kode);
  const pesan = (medan: string) => galat.find((g) => g.medan === medan)?.pesan ?? null;

  const baris = (k: KegiatanLanjutan) => {
    const [bawa, ke] = [`bawa.${k.id}`, `ke.${k.id}`];
    const usul = prioritasSerupa(k.prioritas, rencana.prioritas)?.id ?? PRIORITAS_BARU;
    const dipilih = ketikan[ke] ?? usul;
    return {
      bawa,
      ke,
      kode: k.kegiatan.kode,
      uraian: k.kegiatan.uraian,
      prioritas: `Prioritas ${k.prioritas.no}: ${k.prioritas.judul}`,
      tautan: jalurRencana(tempat, k.rencana.kode, 'kegiatan', k.kegiatan.kode),
      tanda: tandaLalu(k.status),
      laporan: k.laporan,
      jadwal: k.kegiatan.jadwal.length > 0 ? k.kegiatan.jadwal.map((p) => namaPeriode(periode(p))).join(', ') : 'tanpa jadwal',
      horizon: horizon(k.kegiatan.jadwal),
      pj: k.kegiatan.penanggungJawab.map((p) => ('unit' in p ? (namaUnit.get(p.unit) ?? p.unit) : p.kelompok)).join('; '),
      dilanjutkan: k.dilanjutkan && {
        teks: `Sudah dilanjutkan: ${k.dilanjutkan.rencana}, ${k.dilanjutkan.kegiatan}`,
        tautan: jalurRencana(tempat, k.dilanjutkan.rencana, 'kegiatan', k.dilanjutkan.kegiatan),
      },
      dicentang: ketikan[bawa] === 'ya',
      galat: pesan(bawa) ?? pesan(ke),
      pilihan: [
        ...rencana.prioritas.map((p) => ({ nilai: p.id, teks: `${p.no}. ${p.judul}`, dipilih: dipilih === p.id })),
        { nilai: PRIORITAS_BARU, teks: `Prioritas baru: ${k.prioritas.judul}`, dipilih: dipilih === PRIORITAS_BARU },
      ],
    };
  };
  return new Halaman(
    'prioritas/lanjutan',
    {
      kerangka: bingkaiRtl(tempat, 'Lanjutan rencana sebelumnya', [
        ...remahRencana(tempat, rencana.kode),
        { teks: 'Prioritas', tautan: alamat('prioritas') },
      ]),
      judul: 'Lanjutan rencana sebelumnya',
      anak: `Kegiatan yang belum selesai dapat dilanjutkan dalam ${rencana.judul}. Asalnya tetap tercatat; jadwalnya diisi kembali.`,
      kelola,
      terkunci: rencana.status !== 'draf',
      ringkasan: ringkasanGalat('Belum ada yang dilanjutkan', galat),
      aksi: alamat('prioritas-lanjutan'),
      batal: alamat('prioritas'),
      sidik: rencana.sidik,
      galatBawa: pesan('bawa'),
      adaPilihan: kelola && daftar.some((k) => k.dilanjutkan === null),
      rencana: [...perRencana].map(([kode, milik]) => ({
        id: `rencana-${perRencana.size > 1 ? [...perRencana.keys()].indexOf(kode) + 1 : 1}`,
        kode,
        judul: milik[0]?.rencana.judul ?? kode,
        tautan: jalurRencana(tempat, kode),
        baris: milik.map(baris),
      })),
    },
    galat.length > 0 ? 422 : 200,
  );
}
