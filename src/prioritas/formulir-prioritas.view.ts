import type { Tempat } from '../organisasi/tempat';
import { bingkaiRtl, formulirRtl, jalurRencana, remahRencana } from '../rtl/halaman/halaman-rtl.view';
import type { PrioritasTersusun } from '../rtl/susun/susunan';
import { teksIndonesia } from '../shared/desimal';
import type { GalatMedan, Ketikan } from '../shared/isian';
import { medan, ringkasanGalat, type UraianMedan } from '../shared/tampilan/medan';
import { Halaman } from '../shared/tampilan/tampilan';
import { acuanPrioritas, type BahanPilihan } from './bahan-prioritas.query';
import { unsurKetikan } from './ketikan-prioritas';
import { versiPrioritas } from './tulis-prioritas';

export interface Isian {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
}

const remahPrioritas = (tempat: Tempat, rencana: string) => [
  ...remahRencana(tempat, rencana),
  { teks: 'Prioritas', tautan: jalurRencana(tempat, rencana, 'prioritas') },
];

const ASAL: UraianMedan = {
  nama: 'asal',
  label: 'Asalnya',
  jenis: 'radio',
  pilihan: [
    { nilai: 'unsur', teks: 'Unsur survei', petunjuk: 'Centang unsurnya di atas.' },
    { nilai: 'saran', teks: 'Saran responden', petunjuk: 'Keluhan atau masukan yang bukan unsur.' },
    { nilai: 'bebas', teks: 'Lainnya', petunjuk: 'Misalnya amanat road map atau arahan pimpinan.' },
  ],
};

const JUDUL: UraianMedan = {
  nama: 'judul',
  label: 'Yang hendak diperbaiki',
  petunjuk: 'Dapat dikosongkan bila unsurnya dicentang: dipakai nama unsurnya.',
  maks: 300,
};

const ALASAN: UraianMedan = {
  nama: 'alasan',
  label: 'Alasan',
  petunjuk: 'Wajib bila bukan unsur terendah, bukan unsur, atau menggabungkan beberapa unsur. Tercetak pada laporan.',
  jenis: 'area',
  maks: 2000,
};

/** @param lama null for a new one */
export function prioritasFormulirView(
  tempat: Tempat,
  bahan: BahanPilihan,
  lama: PrioritasTersusun | null,
  isian: Isian,
): Halaman {
  const { rencana, usulan } = bahan;
  const { ketikan, galat } = isian;
  const acuan = acuanPrioritas(bahan, ...(lama ? [lama.id] : []));
  const judul = lama ? `Ubah prioritas ${lama.no}` : 'Tambah prioritas';
  const dicentang = new Set(unsurKetikan(ketikan));
  const program = [...new Set(rencana.prioritas.flatMap((p) => (p.program === null ? [] : [p.program])))];
  const galatUnsur = galat.find((g) => g.medan === 'unsur')?.pesan ?? null;
  const [judulMedan, programMedan, asalMedan, alasanMedan] = medan(
    [JUDUL, { nama: 'program', label: 'Program', bolehKosong: true, maks: 300 }, ASAL, ALASAN],
    ketikan,
    galat,
  );
  return new Halaman(
    'prioritas/formulir',
    {
      kerangka: bingkaiRtl(tempat, judul, remahPrioritas(tempat, rencana.kode)),
      judul,
      ringkasan: ringkasanGalat(lama ? 'Prioritas belum disimpan' : 'Prioritas belum ditambahkan', galat),
      aksi: lama ? jalurRencana(tempat, rencana.kode, 'prioritas', lama.id, 'ubah') : jalurRencana(tempat, rencana.kode, 'prioritas-baru'), // prettier-ignore
      batal: jalurRencana(tempat, rencana.kode, 'prioritas'),
      tombol: lama ? 'Simpan' : 'Tambah prioritas',
      versi: lama ? versiPrioritas(lama) : null,
      galatUnsur,
      unsur: [...acuan.unsur].map(([kode, nama], i) => {
        const u = usulan.find((x) => x.unsur === kode);
        const no = acuan.terpakai.get(kode);
        const keterangan = [
          u ? `nilai ${teksIndonesia(u.hasil.nilai)}` : acuan.dinilai ? 'tidak dinilai dalam survei ini' : '',
          u?.terendah ? 'diusulkan' : '',
          no === undefined ? '' : `sudah dalam prioritas ${no}`,
        ];
        return {
          id: i === 0 ? 'unsur' : `unsur-${i + 1}`,
          nama: `unsur.${i + 1}`,
          kode,
          teks: nama === kode ? '' : nama,
          keterangan: keterangan.filter(Boolean).join(' · '),
          dicentang: dicentang.has(kode),
          mati: !dicentang.has(kode) && (no !== undefined || (acuan.dinilai !== null && !u)),
        };
      }),
      medan: { judul: judulMedan, program: programMedan, asal: asalMedan, alasan: alasanMedan },
      daftarProgram: program,
    },
    galat.length > 0 ? 422 : 200,
  );
}

export function gabungPrioritasView(
  tempat: Tempat,
  bahan: BahanPilihan,
  ini: PrioritasTersusun,
  { ketikan, galat }: Isian,
): Halaman {
  const lain = bahan.rencana.prioritas.filter((p) => p.id !== ini.id);
  const pilihan = lain.map((p) => ({
    nilai: p.id,
    teks: `${p.no}. ${p.judul}`,
    petunjuk: [p.unsur.join(', ') || 'bukan unsur', `${p.kegiatan.length} kegiatan`].join(' · '),
  }));
  return formulirRtl(tempat, {
    judul: `Gabungkan ke prioritas ${ini.no}`,
    anak: `${ini.judul} tetap pada urutannya; unsur dan kegiatan prioritas yang dipilih pindah ke sini.`,
    remah: remahPrioritas(tempat, bahan.rencana.kode),
    medan: [
      { nama: 'dengan', label: 'Prioritas yang digabungkan ke sini', jenis: 'radio', pilihan },
      { nama: 'judul', label: 'Judul gabungannya', maks: 300 },
      { nama: 'alasan', label: 'Alasan penggabungan', petunjuk: 'Tercetak pada laporan.', jenis: 'area', maks: 2000 },
    ],
    ketikan,
    galat,
    tersembunyi: [{ nama: 'versi', nilai: versiPrioritas(ini) }],
    gagal: 'Prioritas belum digabungkan',
    aksi: jalurRencana(tempat, bahan.rencana.kode, 'prioritas', ini.id, 'gabung'),
    tombol: 'Gabungkan',
    batal: jalurRencana(tempat, bahan.rencana.kode, 'prioritas'),
  });
}

export function keluarkanPrioritasView(
  tempat: Tempat,
  bahan: BahanPilihan,
  ini: PrioritasTersusun,
  { ketikan, galat }: Isian,
): Halaman {
  const { terendah } = acuanPrioritas(bahan);
  const rendah = ini.unsur.filter((u) => terendah.has(u));
  const n = ini.kegiatan.length;
  return formulirRtl(tempat, {
    judul: `Keluarkan prioritas ${ini.no}`,
    anak: ini.judul,
    remah: remahPrioritas(tempat, bahan.rencana.kode),
    medan: [
      {
        nama: 'alasan',
        label: 'Alasan',
        bolehKosong: rendah.length === 0,
        petunjuk: rendah.length > 0 ? `${rendah.join(', ')} termasuk unsur terendah, jadi alasannya tercetak pada laporan.` : 'Tercatat pada log audit.', // prettier-ignore
        jenis: 'area',
        maks: 2000,
      },
    ],
    ketikan,
    galat,
    tersembunyi: [{ nama: 'versi', nilai: versiPrioritas(ini) }],
    gagal: 'Prioritas belum dikeluarkan',
    aksi: jalurRencana(tempat, bahan.rencana.kode, 'prioritas', ini.id, 'keluarkan'),
    akibat: {
      judul: 'Akibatnya:',
      butir: [
        n > 0 ? `Masih ada ${n} kegiatan di dalamnya. Pindahkan atau keluarkan dahulu dari rencana.` : 'Nomor prioritas sesudahnya maju satu.', // prettier-ignore
        ...(rendah.length > 0 ? [`${rendah.join(', ')} tercatat sebagai unsur terendah yang dilewati.`] : []),
      ],
    },
    tombol: 'Keluarkan',
    bahaya: true,
    batal: jalurRencana(tempat, bahan.rencana.kode, 'prioritas'),
  });
}

export function lewatiUnsurView(tempat: Tempat, bahan: BahanPilihan, unsur: string, { ketikan, galat }: Isian): Halaman {
  const u = bahan.usulan.find((x) => x.unsur === unsur);
  return formulirRtl(tempat, {
    judul: `Lewati ${unsur}`,
    anak: u ? `${u.nama}, nilai ${teksIndonesia(u.hasil.nilai)}, tempat ke-${u.tempat} dari bawah${u.diBatas ? ', seri di batas' : ''}.` : '', // prettier-ignore
    remah: remahPrioritas(tempat, bahan.rencana.kode),
    medan: [
      {
        nama: 'alasan',
        label: 'Alasan tidak dijadikan prioritas',
        petunjuk: 'Tercetak pada laporan.',
        jenis: 'area',
        maks: 2000,
      },
    ],
    ketikan,
    galat,
    gagal: 'Unsur belum dilewati',
    aksi: jalurRencana(tempat, bahan.rencana.kode, 'prioritas-lewati', unsur),
    tombol: 'Lewati unsur ini',
    batal: jalurRencana(tempat, bahan.rencana.kode, 'prioritas'),
  });
}
