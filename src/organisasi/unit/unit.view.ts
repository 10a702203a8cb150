import { NAMA_PERAN } from '../../auth/pelaku';
import type { Pilihan } from '../../shared/tampilan/medan';
import type { Halaman } from '../../shared/tampilan/tampilan';
import { tanggalIndonesia } from '../../shared/tanggal';
import { boleh, halaman, jalurOrganisasi, type Sel, type Tindakan } from '../halaman.view';
import type { Jabatan, Penugasan } from '../jabatan/jabatan.query';
import { mencakup, pemegangPada, sebutanJabatan } from '../jabatan/penugasan.rules';
import { masaTeks } from '../masa';
import type { PeranTersimpan } from '../peran/peran.query';
import type { Tempat } from '../tempat';
import type { UnitEntity } from '../unit.entity';
import type { NamaUnit } from './unit.query';
import { aktif, anak, leluhur, ratakan, susunPohon } from './unit.rules';

export interface BahanPohon {
  readonly unit: readonly UnitEntity[];
  readonly jabatan: readonly Jabatan[];
  readonly penugasan: readonly Penugasan[];
  readonly peran: readonly PeranTersimpan[];
}

export const DI_ATAS = 'Di tingkat teratas';

export const jalurUnit = (tempat: Tempat, kode: string, ...akhir: readonly string[]): string =>
  jalurOrganisasi(tempat, 'unit', kode, ...akhir);

/** Active units as a select; the indent shows the tree. */
export function pilihanUnit(
  unit: readonly UnitEntity[],
  awal: string | null,
  kecuali: ReadonlySet<string> = new Set(),
): Pilihan[] {
  const baris = ratakan(unit.filter(aktif)).filter(({ unit: u }) => !kecuali.has(u.id));
  return [
    ...(awal === null ? [] : [{ nilai: '', teks: awal }]),
    ...baris.map(({ unit: u, tingkat }) => ({ nilai: u.id, teks: `${'  '.repeat(tingkat)}${u.nama}` })),
  ];
}

/** Who heads the unit today, as a cell. */
function pemimpin(unitId: string, { jabatan, penugasan }: BahanPohon, hariIni: string): Sel {
  const j = jabatan.find((x) => x.unitId === unitId && x.memimpin && x.berakhir === null);
  if (!j) return { teks: 'belum ada jabatan yang memimpin' };
  const p = pemegangPada(
    penugasan.filter((x) => x.jabatanId === j.id),
    hariIni,
  );
  return p ? { teks: p.nama, mikro: sebutanJabatan(p.status, j.nama) } : { teks: 'lowong', mikro: j.nama };
}

export function pohonView(tempat: Tempat, bahan: BahanPohon): Halaman {
  const kelola = boleh(tempat, 'organisasi.kelola');
  const pohon = susunPohon(bahan.unit);
  const berakhir = bahan.unit.filter((u) => !aktif(u));
  const pj = (unitId: string) =>
    bahan.peran
      .filter((p) => p.peran === 'penanggung_jawab' && p.unitId === unitId && mencakup(p, tempat.hariIni))
      .map((p) => p.nama)
      .join(', ');
  return halaman(tempat, {
    judul: 'Organisasi',
    anak: `Susunan ${tempat.instansi.nama} hari ini, ${tanggalIndonesia(tempat.hariIni)}`,
    bagian: 'unit',
    remah: [],
    tindakan: kelola ? [{ teks: 'Buat unit', tautan: jalurOrganisasi(tempat, 'unit-baru'), utama: true }] : [],
    isi: [
      {
        id: 'unit',
        judul: 'Unit',
        kolom: ['Unit', 'Jenis', 'Pemimpin', 'Penanggung jawab'],
        baris: ratakan(bahan.unit.filter(aktif)).map(({ unit: u, tingkat }): Sel[] => [
          { teks: u.nama, tautan: jalurUnit(tempat, u.kode), mikro: u.singkatan, tingkat },
          { teks: u.jenis },
          pemimpin(u.id, bahan, tempat.hariIni),
          { teks: pj(u.id) || 'belum ada' },
        ]),
        kosong: {
          ikon: 'unit',
          judul: 'Belum ada unit',
          teks: 'Unit adalah tempat tugas melapor. Admin instansi membuatnya, atau unit masuk bersama paket.',
          ...(kelola ? { tautan: jalurOrganisasi(tempat, 'unit-baru'), ajakan: 'Buat unit pertama' } : {}),
        },
      },
      ...(berakhir.length === 0
        ? []
        : [
            {
              id: 'berakhir',
              judul: 'Sudah tidak bekerja',
              anak: 'Tetap disimpan, karena rencana dan laporan lama menyebutnya.',
              kolom: ['Unit', 'Sejak', 'Penerus'],
              baris: berakhir.map((u): Sel[] => {
                const penerus = u.penerusId === null ? undefined : pohon.get(u.penerusId);
                return [
                  { teks: u.nama, tautan: jalurUnit(tempat, u.kode) },
                  { teks: tanggalIndonesia(u.berakhir ?? '') },
                  penerus
                    ? { teks: penerus.nama, tautan: jalurUnit(tempat, penerus.kode) }
                    : { teks: 'tidak ada, dinonaktifkan' },
                ];
              }),
              kosong: { ikon: 'unit', judul: 'Tidak ada', teks: '' },
            },
          ]),
    ],
  });
}

export interface BahanUnit extends BahanPohon {
  readonly kini: UnitEntity;
  readonly nama: readonly NamaUnit[];
}

export function unitView(tempat: Tempat, bahan: BahanUnit): Halaman {
  const { kini: u, unit } = bahan;
  const pohon = susunPohon(unit);
  const penerus = u.penerusId === null ? undefined : pohon.get(u.penerusId);
  const kelola = boleh(tempat, 'organisasi.kelola') && aktif(u);
  const atas = leluhur(pohon, u.id).map((l) => pohon.get(l.id)?.nama ?? '');
  const tindakan: Tindakan[] = kelola
    ? [
        { teks: 'Buat jabatan', tautan: `${jalurOrganisasi(tempat, 'jabatan-baru')}?unit=${u.id}`, utama: true },
        { teks: 'Ubah nama', tautan: jalurUnit(tempat, u.kode, 'nama') },
        { teks: 'Pindahkan', tautan: jalurUnit(tempat, u.kode, 'pindah') },
        { teks: 'Gabungkan', tautan: jalurUnit(tempat, u.kode, 'gabung') },
        { teks: 'Nonaktifkan', tautan: jalurUnit(tempat, u.kode, 'nonaktif') },
      ]
    : [];
  const bawah = anak(pohon, u.id).filter(aktif);
  const digabung = unit.filter((x) => x.penerusId === u.id);
  return halaman(tempat, {
    judul: u.nama,
    bagian: 'unit',
    remah: [{ teks: u.singkatan ?? u.nama }],
    peringatan: aktif(u)
      ? null
      : penerus
        ? `Unit ini digabungkan ke ${penerus.nama} sejak ${tanggalIndonesia(u.berakhir ?? '')}; penerusnya yang menjawab untuk rencana dan laporannya.`
        : `Unit ini tidak bekerja lagi sejak ${tanggalIndonesia(u.berakhir ?? '')}.`,
    tindakan,
    fakta: [
      { nama: 'Kode', teks: u.kode },
      { nama: 'Jenis', teks: u.jenis },
      { nama: 'Singkatan', teks: u.singkatan ?? 'tidak ada' },
      { nama: 'Berada di bawah', teks: atas.length > 0 ? atas.join(' › ') : DI_ATAS.toLowerCase() },
      { nama: 'Unit di bawahnya', teks: bawah.map((x) => pohon.get(x.id)?.nama ?? '').join(', ') || 'tidak ada' },
      ...(digabung.length > 0 ? [{ nama: 'Unit yang digabungkan ke sini', teks: digabung.map((x) => x.nama).join(', ') }] : []),
    ],
    isi: [
      {
        id: 'jabatan',
        judul: 'Jabatan',
        kolom: ['Jabatan', 'Pemegang hari ini', 'Masa'],
        baris: bahan.jabatan
          .filter((j) => j.unitId === u.id && j.berakhir === null)
          .map((j): Sel[] => {
            const p = pemegangPada(
              bahan.penugasan.filter((x) => x.jabatanId === j.id),
              tempat.hariIni,
            );
            return [
              { teks: j.nama, tautan: jalurOrganisasi(tempat, 'jabatan', j.id), mikro: j.memimpin ? 'memimpin unit' : null },
              p ? { teks: p.nama, mikro: sebutanJabatan(p.status, j.nama) } : { teks: 'lowong' },
              { teks: p ? masaTeks(p) : '' },
            ];
          }),
        kosong: {
          ikon: 'unit',
          judul: 'Belum ada jabatan',
          teks: 'Jabatan mencatat siapa memimpin dan menandatangani. Admin instansi yang membuatnya.',
          ...(kelola ? { tautan: `${jalurOrganisasi(tempat, 'jabatan-baru')}?unit=${u.id}`, ajakan: 'Buat jabatan' } : {}),
        },
      },
      {
        id: 'peran',
        judul: 'Peran untuk unit ini',
        anak: 'Peran pada unit di atasnya, atau untuk seluruh instansi, berlaku di sini juga.',
        kolom: ['Orang', 'Peran', 'Masa'],
        baris: bahan.peran
          .filter((p) => p.unitId === u.id && mencakup(p, tempat.hariIni))
          .map((p): Sel[] => [{ teks: p.nama }, { teks: NAMA_PERAN[p.peran] }, { teks: masaTeks(p) }]),
        kosong: {
          ikon: 'unit',
          judul: 'Belum ada yang berperan khusus untuk unit ini',
          teks: 'Tanpa pelapor dan penanggung jawab, tidak ada yang mengisi laporannya. Admin instansi memberi peran.',
          ...(kelola ? { tautan: jalurOrganisasi(tempat, 'peran-baru'), ajakan: 'Beri peran' } : {}),
        },
      },
      {
        id: 'nama',
        judul: 'Riwayat nama',
        kolom: ['Nama', 'Singkatan', 'Masa'],
        baris: bahan.nama.map((n): Sel[] => [{ teks: n.nama }, { teks: n.singkatan ?? '' }, { teks: masaTeks(n) }]),
        kosong: { ikon: 'unit', judul: 'Belum ada riwayat', teks: '' },
      },
    ],
  });
}
