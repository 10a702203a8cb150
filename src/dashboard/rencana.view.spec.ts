import type { Realisasi } from '../progres/progres.rules';
import { hitungRealisasi, keadaanKegiatan, type KeadaanKegiatan } from '../realisasi/realisasi.rules';
import type { Temuan } from '../survei/temuan.rules';
import { lengkapiAturan } from '../organisasi/aturan.rules';
import type { Kegiatan, Rencana } from '../rtl/rtl.rules';
import { alasanNilai, hitunganView } from './hitungan.view';
import { kolomMatriks, tahunRencana } from './kolom.view';
import { kakiMatriks, kelompokMatriks } from './matriks.view';
import { baganKeadaan } from './rencana/bagan-keadaan.view';
import { STATUS_SARINGAN, tanpaBukti } from './saringan.view';
import { tandaKegiatan } from './tanda-kegiatan.view';
import { BELUM_MELAPOR, TANPA_BUKTI, tandaPelaksanaan } from './tanda.view';
import { temuanView } from './temuan.view';

const kegiatan = (kode: string, jadwal: string[]): Kegiatan => ({
  kode,
  uraian: `Kegiatan ${kode}`,
  jadwal,
  penanggungJawab: [],
});
const lapor = (kode: string, isi: Partial<Realisasi> = {}): Realisasi => ({
  rencana: 'R',
  kegiatan: kode,
  status: 'sudah',
  deskripsi: 'x',
  ...isi,
});
const rencana = (daftar: Kegiatan[], satuanJadwal: Rencana['satuanJadwal'] = 'triwulan'): Rencana => ({
  kode: 'R',
  judul: 'Rencana',
  satuanJadwal,
  status: 'ditetapkan',
  prioritas: [{ no: 1, judul: 'Satu', unsur: [], kegiatan: daftar }],
});

function matriks(r: Rencana, realisasi: Realisasi[], per: string | null = null, batas = '2024-05-08') {
  const tahun = tahunRencana(r, realisasi)[0] ?? 2024;
  const kolom = kolomMatriks({ rencana: r, realisasi, tahun, per });
  const hasil = hitungRealisasi(r, realisasi, lengkapiAturan(undefined), per ?? undefined);
  const bahan = {
    kegiatan: keadaanKegiatan({ rencana: r, realisasi }, hasil.aturan, per ?? undefined),
    prioritas: r.prioritas,
    prioritasKosong: [],
    kolom,
    realisasi,
    unit: [],
    batas,
    terbukaSampai: r.status === 'ditetapkan' ? '2024-12-31' : null,
    jendela: [],
    alamat: '/r',
    tetap: {},
    sebutUnsur: (k: string) => k,
  };
  const baris = kelompokMatriks(bahan).flatMap((k) => k.baris);
  return { kolom, kaki: kakiMatriks(bahan), sel: (i: number) => baris[i]?.sel.map(isiSel), baris };
}

function isiSel({
  laporan,
  belumMelapor,
  jadwal,
}: ReturnType<typeof kelompokMatriks>[number]['baris'][number]['sel'][number]): string {
  return laporan?.status.kata ?? belumMelapor?.status.kata ?? jadwal?.kata ?? '–';
}

describe('matriks', () => {
  it('menaruh laporan pada triwulannya dan jadwal pada sisanya', () => {
    const { sel } = matriks(rencana([kegiatan('1', ['2024-TW1', '2024-TW2', '2024-TW3'])]), [
      lapor('1', { periode: '2024-TW2' }),
    ]);
    expect(sel(0)).toEqual(['Dijadwalkan', 'Sudah', 'Dijadwalkan', '–']);
  });

  it('menandai belum melapor hanya pada jadwal yang sudah mulai', () => {
    const { sel } = matriks(rencana([kegiatan('1', ['2024-TW1', '2024-TW2', '2024-TW3', '2024-TW4'])]), []);
    expect(sel(0)).toEqual(['Belum melapor', 'Belum melapor', 'Dijadwalkan', 'Dijadwalkan']);
  });

  it('tidak menagih laporan atas rencana yang belum ditetapkan', () => {
    const { sel, baris } = matriks({ ...rencana([kegiatan('1', ['2024-TW1', '2024-TW2'])]), status: 'diajukan' }, []);
    expect(sel(0)).toEqual(['Dijadwalkan', 'Dijadwalkan', '–', '–']);
    expect(baris[0]?.keadaan).toBeNull();
  });

  it('jadwal yang seluruhnya di depan disebut dijadwalkan, di mana pun keadaannya tampil', () => {
    const k = kegiatan('1', ['2024-TW3', '2024-TW4']);
    const { sel, baris } = matriks(rencana([k]), [], '2024-06-30', '2024-06-30');
    const sekali = keadaanKegiatan({ rencana: rencana([k]), realisasi: [] }, lengkapiAturan(undefined), undefined, '2024-06-30');
    expect([sel(0), baris[0]?.keadaan ?? null]).toEqual([['–', '–', 'Dijadwalkan', 'Dijadwalkan'], null]);
    expect(sekali.map((x) => tandaKegiatan(x).kata)).toEqual(['Dijadwalkan']);
    const status = (kode: string) => STATUS_SARINGAN.find((s) => s.kode === kode);
    expect(['dijadwalkan', 'belum-melapor', 'melapor'].map((s) => sekali.filter((x) => status(s)?.cocok(x)).length)).toEqual([1, 0, 0]); // prettier-ignore
    expect(baganKeadaan(sekali, (s) => s)?.kalimat).toBe('Dari 1 kegiatan yang ditampilkan: 1 dijadwalkan.');
    const [h] = hitunganView(hitungRealisasi(rencana([k]), [], lengkapiAturan(undefined), '2024-06-30'), '/r', {}, '').baris;
    expect(h?.sebab[0]).toMatchObject({ status: { kata: 'Dijadwalkan' }, teks: 'dihitung 0: jadwalnya belum mulai' });
  });

  it('menyebut bulan-bulan pelaksanaan berjalan, dan status pada bulan selesainya', () => {
    const r = rencana([kegiatan('1', ['2023-02', '2023-03', '2023-04'])], 'bulan');
    const { sel, kolom } = matriks(r, [lapor('1', { mulai: '2023-02', selesai: '2023-04' })]);
    expect(kolom.map((k) => k.judul)).toEqual(['Feb', 'Mar', 'Apr']);
    expect(sel(0)).toEqual(['Berjalan', 'Berjalan', 'Sudah']);
  });

  it('tanpa jadwal dan tanpa waktu: tidak ada kolom, keadaan tampil pada barisnya', () => {
    const { kolom, baris } = matriks(rencana([kegiatan('1', [])], 'bulan'), [lapor('1')]);
    expect(kolom).toEqual([]);
    expect(baris[0]?.keadaan?.status.kata).toBe('Sudah');
  });

  it('sesudah triwulan yang dipilih hanya jadwal yang tampak', () => {
    const r = rencana([kegiatan('1', ['2024'])]);
    const realisasi = [lapor('1', { periode: '2024-TW1', status: 'sebagian' }), lapor('1', { periode: '2024-TW3' })];
    expect(matriks(r, realisasi).sel(0)).toEqual(['Sebagian', 'Dijadwalkan', 'Sudah', 'Dijadwalkan']);
    expect(matriks(r, realisasi, '2024-06-30').sel(0)).toEqual(['Sebagian', 'Dijadwalkan', 'Dijadwalkan', 'Dijadwalkan']);
  });

  it('kaki tabel menghitung yang dilaporkan dari yang dijadwalkan, dengan tautan ke barisnya', () => {
    const { kaki } = matriks(rencana([kegiatan('1', ['2024-TW1']), kegiatan('2', ['2024-TW1'])]), [
      lapor('1', { periode: '2024-TW1' }),
    ]);
    expect(kaki[0]).toMatchObject({ teks: '1 dari 2', tautan: '/r?slot=2024-TW1#matriks' });
    expect(kaki[1]).toMatchObject({ teks: '0', tautan: null });
  });
});

describe('tanda', () => {
  it('belum melapor, belum, dan tanpa bukti tidak pernah serupa', () => {
    const [a, b, c] = [BELUM_MELAPOR, tandaPelaksanaan('belum'), TANPA_BUKTI];
    expect(new Set([a.ikon, b.ikon, c.ikon]).size).toBe(3);
    expect(new Set([a.kata, b.kata, c.kata]).size).toBe(3);
    expect(tandaPelaksanaan(null)).toBe(BELUM_MELAPOR);
  });

  it('tanpa bukti hanya untuk yang dilaporkan terlaksana', () => {
    expect(tanpaBukti({ realisasi: lapor('1') })).toBe(true);
    expect(tanpaBukti({ realisasi: lapor('1', { bukti: [{ jenis: 'foto' }] }) })).toBe(false);
    expect(tanpaBukti({ realisasi: lapor('1', { status: 'belum' }) })).toBe(false);
    expect(tanpaBukti({ realisasi: undefined })).toBe(false);
  });
});

describe('hitungan', () => {
  const hasil = (realisasi: Realisasi[], aturan = lengkapiAturan({ satuan: 'prioritas', bobotSebagian: 0.5 })) =>
    hitungRealisasi(rencana([kegiatan('1', []), kegiatan('2', [])]), realisasi, aturan);

  it('kalimat, segmen, dan baris berasal dari satu hasil', () => {
    const h = hitunganView(hasil([lapor('1'), lapor('2', { status: 'sebagian' })]), '/r', {}, '');
    expect([h.persen, h.sisaKalimat]).toEqual(['75,00%', ' (0,75 dari 1 prioritas; sebagian dihitung 0,5)']);
    expect(h.jumlah).toBe('0,75 dari 1 = 75,00%');
    expect(h.segmen?.[0]).toMatchObject({ lebar: '75%', tautan: '/r?prioritas=1#matriks' });
    expect(h.baris[0]?.sebab.map((s) => s.teks)).toEqual(['dihitung 1', 'dihitung 0,5']);
  });

  it('penyebut nol berkata tidak ada item, tanpa batang', () => {
    const h = hitunganView(hitungRealisasi(rencana([]), [], lengkapiAturan(undefined)), '/r', {}, '');
    expect([h.persen, h.batang, h.segmen, h.jumlah]).toEqual(['tidak ada item', null, null, 'tidak ada item']);
  });

  it.each<[string, Partial<Realisasi> | null, Parameters<typeof lengkapiAturan>[0], string]>([
    ['belum melapor', null, undefined, 'dihitung 0: direncanakan, tetapi tidak ada laporan'],
    ['diganti, dihitung', { kegiatanPengganti: 'lain' }, undefined, 'dihitung 1: kegiatan pengganti ikut dihitung'],
    [
      'diganti, tidak dihitung',
      { kegiatanPengganti: 'lain' },
      { satuan: 'kegiatan', bobotSebagian: 0, pengganti: 'tidak' },
      'dihitung 0: kegiatan pengganti tidak dihitung',
    ],
    ['tidak dapat', { status: 'tidak_dapat' }, undefined, 'dihitung 0: tetap dalam penyebut'],
    [
      'dasar terverifikasi',
      {},
      { satuan: 'kegiatan', bobotSebagian: 0, dasar: 'terverifikasi' },
      'dihitung 0: belum terverifikasi',
    ],
  ])('%s: alasannya disebut', (_, isi, tertulis, harap) => {
    const aturan = lengkapiAturan(tertulis);
    const keadaan = hasil(isi ? [lapor('1', isi)] : [], aturan).dihitung.flatMap(
      (i): readonly KeadaanKegiatan[] => i.kegiatan,
    )[0];
    expect(keadaan && alasanNilai(keadaan, aturan)).toBe(harap);
  });
});

describe('temuan', () => {
  const banyak = (n: number): Temuan[] =>
    Array.from({ length: n }, (_, i) => ({
      kode: 'kegiatan-tanpa-jadwal',
      tingkat: 'peringatan',
      kegiatan: String(i),
      pesan: `pesan ${i}`,
    }));
  const alamat = { instansi: 'A', rencana: 'R' };

  it('menyebut semuanya selama sedikit, dan yang banyak sebagai jumlah dengan jalannya', () => {
    expect(temuanView(banyak(8), alamat).daftar).toHaveLength(8);
    const hasil = temuanView([...banyak(40), { kode: 'nip-janggal', tingkat: 'galat', pesan: 'nip' }], alamat);
    expect(hasil.ringkas).toBe('1 galat, 40 peringatan');
    expect(hasil.daftar.map((t) => t.pesan)).toEqual([
      'nip',
      'pesan 0',
      'pesan 1',
      'pesan 2',
      'Dan 37 temuan lain yang sama jenisnya.',
    ]);
    expect(hasil.daftar.at(-1)?.tautan[0]).toEqual({
      teks: 'lihat 40 kegiatan',
      href: '/instansi/A/rencana/R?temuan=kegiatan-tanpa-jadwal#matriks',
    });
  });
});
