import { teksBilangan } from '../../shared/desimal';
import { penomoran, potong } from '../../shared/tampilan/penomoran';
import type { Halaman } from '../../shared/tampilan/tampilan';
import { kueri } from '../../shared/tampilan/tautan';
import { tanggalIndonesia } from '../../shared/tanggal';
import { boleh, halaman, jalurOrganisasi, SEDIKIT, takDitemukan, type BagianHalaman, type Sel } from '../halaman.view';
import type { Jabatan, Penugasan } from '../jabatan/jabatan.query';
import { mencakup, pemegangPada, sebutanJabatan } from '../jabatan/penugasan.rules';
import type { PeranTersimpan } from '../peran/peran.query';
import type { Tempat } from '../tempat';
import type { UnitEntity } from '../unit.entity';
import { susunanTampil, UNIT_TERBANYAK_TERBUKA, type Susunan } from './susunan.rules';
import { jalurUnit } from './unit.view';
import { aktif, leluhur, susunPohon } from './unit.rules';

export interface SaringanPohon {
  readonly q: string;
  /** code of the unit that is unfolded, where the tree is folded */
  readonly di: string;
  readonly h: string;
  /** page of the units that ended */
  readonly hb: string;
}

/** What one page of the tree shows: its units are known before anything else is asked for them. */
export interface PotonganPohon {
  readonly semua: readonly UnitEntity[];
  readonly susunan: Susunan<UnitEntity>;
  readonly potongan: ReturnType<typeof potong>;
  readonly tampil: Susunan<UnitEntity>['baris'];
}

/** Of the units that a page shows. */
export interface BahanPohon {
  readonly jabatan: readonly Jabatan[];
  readonly penugasan: readonly Penugasan[];
  readonly peran: readonly PeranTersimpan[];
}

const BARIS_PER_HALAMAN = 100;

export function potonganPohon(semua: readonly UnitEntity[], { q, di, h }: SaringanPohon): PotonganPohon {
  const susunan = susunanTampil(semua, q, di);
  const potongan = potong(susunan.baris.length, susunan.bentuk === 'seluruhnya' ? UNIT_TERBANYAK_TERBUKA : BARIS_PER_HALAMAN, h);
  return { semua, susunan, potongan, tampil: susunan.baris.slice(potongan.lewati, potongan.lewati + potongan.ambil) };
}

/** Who heads the unit today, as a cell. */
function pemimpin(unitId: string, { jabatan, penugasan }: BahanPohon, hariIni: string): Sel {
  const j = jabatan.find((x) => x.unitId === unitId && x.memimpin && x.berakhir === null);
  if (!j) return { teks: 'belum ada jabatan yang memimpin' };
  const milik = penugasan.filter((x) => x.jabatanId === j.id);
  const p = pemegangPada(milik, hariIni);
  return p ? { teks: p.nama, mikro: sebutanJabatan(p.status, j.nama) } : { teks: 'lowong', mikro: j.nama };
}

export function pohonView(tempat: Tempat, bagian: PotonganPohon, bahan: BahanPohon, saringan: SaringanPohon): Halaman {
  const { susunan } = bagian;
  const kelola = boleh(tempat, 'organisasi.kelola');
  const induk = susunan.di && susunPohon(bagian.semua).get(susunan.di.indukId ?? '');
  const naik = susunan.di && {
    teks: induk ? `Naik ke ${induk.nama}` : 'Naik ke tingkat teratas',
    tautan: kueri(jalurOrganisasi(tempat), { di: induk?.kode }),
  };
  return halaman(tempat, {
    judul: 'Organisasi',
    anak: `Susunan ${tempat.instansi.nama} hari ini, ${tanggalIndonesia(tempat.hariIni)}`,
    bagian: 'unit',
    remah: [],
    tindakan: [
      ...(naik ? [naik] : []),
      ...(kelola
        ? [{ teks: 'Buat unit', tautan: kueri(jalurOrganisasi(tempat, 'unit-baru'), { induk: susunan.di?.id }), utama: true }]
        : []),
    ],
    cari:
      bagian.semua.length > SEDIKIT || saringan.q !== ''
        ? { label: 'Cari unit', q: saringan.q, aksi: jalurOrganisasi(tempat) }
        : null,
    isi: [
      bagianUnit(tempat, bagian, bahan, saringan),
      ...(saringan.q === '' && !susunan.di ? bagianBerakhir(tempat, bagian, saringan) : []),
    ],
  });
}

function bagianUnit(tempat: Tempat, bagian: PotonganPohon, bahan: BahanPohon, saringan: SaringanPohon): BagianHalaman {
  const { semua, susunan, potongan, tampil } = bagian;
  const kelola = boleh(tempat, 'organisasi.kelola');
  const pohon = susunPohon(semua);
  const alamat = jalurOrganisasi(tempat);
  const terlipat = susunan.bentuk === 'terlipat';
  const pj = (unitId: string) =>
    bahan.peran
      .filter((p) => p.peran === 'penanggung_jawab' && p.unitId === unitId && mencakup(p, tempat.hariIni))
      .map((p) => p.nama)
      .join(', ');
  const mikro = (u: UnitEntity) => {
    const atas = leluhur(pohon, u.id).map((l) => pohon.get(l.id)?.singkatan ?? pohon.get(l.id)?.nama ?? '');
    const letak = susunan.bentuk === 'pencarian' ? atas.toReversed().join(' › ') : '';
    return [u.singkatan, letak, aktif(u) ? '' : 'sudah tidak bekerja'].filter(Boolean).join(' · ') || null;
  };
  const bawah = (u: UnitEntity): Sel => {
    const n = susunan.dibawah.get(u.id) ?? 0;
    return n === 0 ? { teks: 'tidak ada' } : { teks: `${teksBilangan(n)} unit`, tautan: kueri(alamat, { di: u.kode }) };
  };
  return {
    id: 'unit',
    judul: susunan.di ? `Unit di bawah ${susunan.di.nama}` : terlipat ? 'Unit di tingkat teratas' : 'Unit',
    ...(terlipat
      ? { anak: `Seluruhnya ${teksBilangan(semua.filter(aktif).length)} unit; buka setingkat demi setingkat, atau cari.` }
      : {}),
    kolom: terlipat
      ? ['Unit', 'Di bawahnya', 'Jenis', 'Pemimpin', 'Penanggung jawab']
      : ['Unit', 'Jenis', 'Pemimpin', 'Penanggung jawab'],
    baris: tampil.map(({ unit: u, tingkat }): Sel[] => [
      { teks: u.nama, tautan: jalurUnit(tempat, u.kode), mikro: mikro(u), tingkat },
      ...(terlipat ? [bawah(u)] : []),
      { teks: u.jenis },
      pemimpin(u.id, bahan, tempat.hariIni),
      { teks: pj(u.id) || 'belum ada' },
    ]),
    penomoran: penomoran(potongan, 'unit', alamat, { q: saringan.q, di: susunan.di?.kode }),
    kosong:
      saringan.q !== ''
        ? takDitemukan(saringan.q, alamat)
        : susunan.di
          ? { ikon: 'unit', judul: 'Tidak ada unit di bawahnya', teks: 'Unit ini tidak membawahkan unit lain.' }
          : {
              ikon: 'unit',
              judul: 'Belum ada unit',
              teks: 'Unit adalah tempat tugas melapor. Admin instansi membuatnya, atau unit masuk bersama paket.',
              ...(kelola ? { tautan: jalurOrganisasi(tempat, 'unit-baru'), ajakan: 'Buat unit pertama' } : {}),
            },
  };
}

function bagianBerakhir(tempat: Tempat, { semua }: PotonganPohon, { h, hb }: SaringanPohon): BagianHalaman[] {
  const pohon = susunPohon(semua);
  const berakhir = semua.filter((u) => !aktif(u));
  const potongan = potong(berakhir.length, BARIS_PER_HALAMAN, hb);
  if (berakhir.length === 0) return [];
  return [
    {
      id: 'berakhir',
      judul: 'Sudah tidak bekerja',
      anak: 'Tetap disimpan, karena rencana dan laporan lama menyebutnya.',
      kolom: ['Unit', 'Sejak', 'Penerus'],
      baris: berakhir.slice(potongan.lewati, potongan.lewati + potongan.ambil).map((u): Sel[] => {
        const penerus = u.penerusId === null ? undefined : pohon.get(u.penerusId);
        return [
          { teks: u.nama, tautan: jalurUnit(tempat, u.kode) },
          { teks: tanggalIndonesia(u.berakhir ?? '') },
          penerus ? { teks: penerus.nama, tautan: jalurUnit(tempat, penerus.kode) } : { teks: 'tidak ada, dinonaktifkan' },
        ];
      }),
      penomoran: penomoran(potongan, 'unit', jalurOrganisasi(tempat), { h }, 'berakhir', 'hb'),
      kosong: { ikon: 'unit', judul: 'Tidak ada', teks: '' },
    },
  ];
}
