import type { Prioritas, Rencana } from '../rtl/rtl.rules';
import { kegiatanTerbuka, prioritasSerupa, rencanaSebelumnya, type StatusLalu } from './lanjutan.rules';

const kegiatan = (kode: string) => ({ kode, uraian: kode, jadwal: [], penanggungJawab: [] });
const rencana = (kode: string, tahun: number | null, ubah: Partial<Rencana> = {}): Rencana => ({
  kode,
  judul: kode,
  satuanJadwal: 'triwulan',
  status: 'ditetapkan',
  prioritas: [{ no: 1, judul: 'P', unsur: ['U1'], kegiatan: [kegiatan('a'), kegiatan('b'), kegiatan('c'), kegiatan('d')] }],
  ...(tahun === null ? {} : { periode: { jenis: 'tahun', tahun } as const }),
  ...ubah,
});

describe('rencana sebelumnya', () => {
  const kini = rencana('R24', 2024, { status: 'draf' });

  it('yang ditetapkan untuk masa lebih awal, yang terbaru lebih dahulu', () => {
    const semua = [
      rencana('R21', 2021),
      rencana('R23', 2023),
      rencana('R22', 2022, { status: 'draf' }),
      kini,
      rencana('R25', 2025),
    ];
    expect(rencanaSebelumnya(kini, semua, []).map((r) => r.kode)).toEqual(['R23', 'R21']);
  });

  it('masanya dapat berasal dari surveinya; tanpa keduanya tidak dapat dibandingkan', () => {
    const survei = {
      ...{ kode: 'S', judul: 'S', instrumen: 'I', tingkat: 'nilai' as const, unsur: [] },
      periode: { jenis: 'semester', tahun: 2023, ke: 1 } as const,
    };
    const semua = [rencana('DARI-SURVEI', null, { survei: 'S' }), rencana('TANPA-MASA', null)];
    expect(rencanaSebelumnya(kini, semua, [survei]).map((r) => r.kode)).toEqual(['DARI-SURVEI']);
    expect(rencanaSebelumnya(rencana('X', null), semua, [survei])).toEqual([]);
  });
});

it('yang selesai dan yang tidak dapat dilaksanakan tidak dilanjutkan', () => {
  const status: Readonly<Record<string, StatusLalu>> = { a: 'sudah', b: 'sebagian', c: 'tidak_dapat', d: 'belum_melapor' };
  const hasil = kegiatanTerbuka([rencana('R23', 2023)], (_, kode) => status[kode] ?? 'belum');
  expect(hasil.map((k) => [k.kegiatan.kode, k.status])).toEqual([
    ['b', 'sebagian'],
    ['d', 'belum_melapor'],
  ]);
});

describe('prioritas yang serupa', () => {
  const p = (no: number, judul: string, unsur: string[]): Prioritas => ({ no, judul, unsur, kegiatan: [] });
  const baru = [p(1, 'Kanal  pengaduan', []), p(2, 'Kanal pengaduan', []), p(3, 'Waktu', ['U3', 'U5'])];

  it.each([
    ['unsur yang sama', p(9, 'Lain', ['U5']), 3],
    ['judul yang sama, tanpa pandang huruf besar', p(9, ' KANAL pengaduan ', []), 2],
    ['tidak ada', p(9, 'Baru', ['U1']), null],
  ])('%s', (_, lama, no) => expect(prioritasSerupa(lama, baru)?.no ?? null).toBe(no));
});
