import { NAMA_PERAN } from '../../auth/pelaku';
import type { Pilihan } from '../../shared/tampilan/medan';
import type { Halaman } from '../../shared/tampilan/tampilan';
import { kueri } from '../../shared/tampilan/tautan';
import { tanggalIndonesia } from '../../shared/tanggal';
import { boleh, halaman, jalurOrganisasi, type BagianHalaman, type Sel, type Tindakan } from '../halaman.view';
import type { LetakJabatan, Penugasan } from '../jabatan/jabatan.query';
import { bertumpang, irisan, mencakup, pemegangPada, sebutanJabatan } from '../jabatan/penugasan.rules';
import { masaTeks } from '../masa';
import type { PeranTersimpan } from '../peran/peran.query';
import type { Tempat } from '../tempat';
import type { UnitEntity } from '../unit.entity';
import type { NamaUnit } from './unit.query';
import { aktif, anak, leluhur, ratakan, susunPohon } from './unit.rules';

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

export interface BahanUnit {
  readonly unit: readonly UnitEntity[];
  readonly kini: UnitEntity;
  readonly nama: readonly NamaUnit[];
  /** stays of posts in this unit */
  readonly letak: readonly LetakJabatan[];
  /** holdings of those posts */
  readonly penugasan: readonly Penugasan[];
  /** roles for this unit */
  readonly peran: readonly PeranTersimpan[];
}

export function unitView(tempat: Tempat, bahan: BahanUnit): Halaman {
  const { kini: u, unit } = bahan;
  const pohon = susunPohon(unit);
  const penerus = u.penerusId === null ? undefined : pohon.get(u.penerusId);
  const kelola = boleh(tempat, 'organisasi.kelola') && aktif(u);
  const atas = leluhur(pohon, u.id).map((l) => pohon.get(l.id)?.nama ?? '');
  const tindakan: Tindakan[] = kelola
    ? [
        { teks: 'Buat jabatan', tautan: kueri(jalurOrganisasi(tempat, 'jabatan-baru'), { unit: u.id }), utama: true },
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
      ...(aktif(u) ? [bagianJabatan(tempat, bahan)] : []),
      ...bagianJabatanLama(tempat, bahan),
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
          ...(kelola ? { tautan: kueri(jalurOrganisasi(tempat, 'peran-baru'), { unit: u.id }), ajakan: 'Beri peran' } : {}),
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

/** The posts that stand in the unit now, with whoever holds them today, and the unit that they came from. */
function bagianJabatan(tempat: Tempat, { unit, kini: u, letak, penugasan }: BahanUnit): BagianHalaman {
  const buat = kueri(jalurOrganisasi(tempat, 'jabatan-baru'), { unit: u.id });
  return {
    id: 'jabatan',
    judul: 'Jabatan',
    kolom: ['Jabatan', 'Pemegang hari ini', 'Masa'],
    baris: letak.filter(masihDiSini).map((l): Sel[] => {
      const milik = penugasan.filter((x) => x.jabatanId === l.jabatanId);
      const p = pemegangPada(milik, tempat.hariIni);
      const asal = unit.find((x) => x.id === l.asalUnitId);
      const pindah = asal && l.mulai !== null ? `dari ${asal.nama} sejak ${tanggalIndonesia(l.mulai)}` : '';
      return [
        {
          teks: l.nama,
          tautan: jalurOrganisasi(tempat, 'jabatan', l.jabatanId),
          mikro: [l.memimpin ? 'memimpin unit' : '', pindah].filter(Boolean).join(' · ') || null,
        },
        p ? { teks: p.nama, mikro: sebutanJabatan(p.status, l.nama) } : { teks: 'lowong' },
        { teks: p ? masaTeks(p) : '' },
      ];
    }),
    kosong: {
      ikon: 'unit',
      judul: 'Belum ada jabatan',
      teks: 'Jabatan mencatat siapa memimpin dan menandatangani. Admin instansi yang membuatnya.',
      ...(boleh(tempat, 'organisasi.kelola') ? { tautan: buat, ajakan: 'Buat jabatan' } : {}),
    },
  };
}

const masihDiSini = (l: LetakJabatan): boolean => l.selesai === null && l.berakhir === null;

/** The posts that stood here before, with everybody who held them while they did. */
function bagianJabatanLama(tempat: Tempat, { unit, kini: u, letak, penugasan }: BahanUnit): BagianHalaman[] {
  const lama = letak.filter((l) => !masihDiSini(l));
  if (lama.length === 0) return [];
  const nasib = (l: LetakJabatan) => {
    const ke = unit.find((x) => x.id === l.unitKiniId);
    if (l.selesai !== null && ke) return `kini di ${ke.nama}`;
    return l.berakhir === null ? '' : `ditutup sejak ${tanggalIndonesia(l.berakhir)}`;
  };
  return [
    {
      id: 'jabatan-lama',
      judul: aktif(u) ? 'Jabatan sebelumnya' : 'Jabatan dan pemegangnya selama unit ini bekerja',
      kolom: ['Jabatan', 'Pemegang', 'Masa di unit ini'],
      baris: lama.flatMap((l): Sel[][] => {
        const keterangan = [l.memimpin ? 'memimpin unit' : '', nasib(l)].filter(Boolean).join(' · ') || null;
        const jabatan = { teks: l.nama, tautan: jalurOrganisasi(tempat, 'jabatan', l.jabatanId), mikro: keterangan };
        const pemegang = penugasan.filter((p) => p.jabatanId === l.jabatanId && bertumpang(p, l));
        if (pemegang.length === 0) return [[jabatan, { teks: 'tidak pernah dipegang di sini' }, { teks: '' }]];
        return pemegang.map((p) => [
          jabatan,
          { teks: p.nama, mikro: sebutanJabatan(p.status, l.nama) },
          { teks: masaTeks(irisan(p, l)) },
        ]);
      }),
      kosong: { ikon: 'unit', judul: 'Tidak ada', teks: '' },
    },
  ];
}
