import { INSTRUMEN_BAWAAN } from '../../instrumen/instrumen.bawaan';
import type { Instrumen } from '../../instrumen/instrumen.rules';
import { hitungSurvei } from '../../survei/skor.rules';
import type { Kegiatan, Prioritas, Rencana } from '../rtl.rules';
import { kekuranganRencana, kesiapanRencana, type BahanKesiapan } from './kekurangan.rules';

const [INSTRUMEN] = INSTRUMEN_BAWAAN as [Instrumen];
/** U1, U2 and U3 lowest. */
const UNSUR = hitungSurvei(
  {
    ...{ kode: 'S', judul: 'Survei', instrumen: INSTRUMEN.kode, periode: { jenis: 'tahun', tahun: 2025 }, tingkat: 'nrr' },
    unsur: INSTRUMEN.unsur.map((u, i) => ({ unsur: u.kode, nrr: 3 + i / 20 })),
  },
  INSTRUMEN,
).unsur;
const KEGIATAN: Kegiatan = {
  ...{ kode: '1', uraian: 'Loket', jadwal: ['2026-TW1'], penanggungJawab: [{ unit: 'A' }], keluaran: 'loket', indikator: '1' },
};
const TIGA: readonly Prioritas[] = ['U1', 'U2', 'U3'].map((unsur, i) => ({
  ...{ no: i + 1, judul: unsur, unsur: [unsur], kegiatan: [{ ...KEGIATAN, kode: String(i + 1) }] },
}));
const RENCANA: Rencana = { kode: 'R', judul: 'Rencana', satuanJadwal: 'triwulan', status: 'draf', prioritas: TIGA };

function bahan(prioritas: readonly Prioritas[], lain: Partial<BahanKesiapan> = {}): BahanKesiapan {
  return { rencana: { ...RENCANA, prioritas }, unsur: UNSUR, jumlah: undefined, tanpaBukti: [], ...lain };
}
const kurang = (prioritas: readonly Prioritas[], lain: Partial<BahanKesiapan> = {}) =>
  kekuranganRencana(bahan(prioritas, lain)).map((k) => [k.tingkat, k.hal, k.pesan]);
/** The first one, changed. */
const ubah = (isi: Partial<Prioritas>): Prioritas[] => TIGA.map((p, i) => (i === 0 ? { ...p, ...isi } : p));

it('rencana yang lengkap tidak punya kekurangan, dan setiap hal disebut lengkap', () => {
  expect(kurang(TIGA)).toEqual([]);
  expect(kesiapanRencana(bahan(TIGA)).map((b) => [b.tingkat, b.hal])).toEqual(
    ['prioritas', 'kegiatan', 'jadwal', 'penanggung-jawab', 'keluaran', 'bukti'].map((hal) => ['lengkap', hal]),
  );
});

it('tanpa prioritas dan tanpa kegiatan: keduanya wajib, dan disebut lebih dahulu', () => {
  expect(kurang([]).map(([tingkat, hal]) => [tingkat, hal])).toEqual([
    ['wajib', 'prioritas'],
    ['wajib', 'kegiatan'],
    ['wajib', 'alasan'],
  ]);
});

it.each([
  ['gabungan tanpa alasan', [{ ...TIGA[0], unsur: ['U1', 'U2'] }, TIGA[2]], 'menggabungkan U1 dan U2 tanpa alasan'],
  ['alasan yang tidak berkata apa-apa', ubah({ unsur: ['U1', 'U9'], alasan: ' - ' }), 'di luar 3 unsur dengan nilai terendah'],
  ['bukan unsur', [...TIGA, { no: 4, judul: 'Aduan', unsur: [], kegiatan: [KEGIATAN] }], 'bukan unsur survei dan belum diberi'],
  ['unsur terendah yang tidak diputuskan', TIGA.slice(1), 'U1 termasuk 3 unsur dengan nilai terendah'],
] as [string, Prioritas[], string][])('%s', (_, prioritas, pesan) => {
  const [satu, ...lain] = kurang(prioritas);
  expect([satu, lain]).toEqual([['wajib', 'alasan', expect.stringContaining(pesan)], []]);
  // The sentence says where the reason is written.
  expect(satu?.[2]).toMatch(/Tulis lewat (Ubah|Lewati) pada halaman Prioritas/);
});

it('unsur yang tidak dinilai: tanpa alasan wajib dibenahi, beralasan hanya disebut', () => {
  const dengan = (alasan: Partial<Prioritas>) =>
    kurang([...TIGA, { no: 4, judul: 'Lain', unsur: ['U99'], kegiatan: [KEGIATAN], ...alasan }]);
  const tanpa = dengan({});
  expect(tanpa.map(([tingkat, , pesan]) => [tingkat, pesan])).toEqual([
    ['wajib', expect.stringContaining('memuat unsur yang tidak dinilai, tanpa alasan')],
    ['sebaiknya', expect.stringContaining('menyebut U99')],
  ]);
  expect(dengan({ alasan: 'Arahan pimpinan' }).map(([tingkat]) => tingkat)).toEqual(['sebaiknya']);
});

it('beralasan, semuanya lengkap; dilewati dengan alasan pun', () => {
  expect(kurang(ubah({ unsur: ['U1', 'U9'], alasan: 'Arahan pimpinan' }))).toEqual([]);
  const dilewati = { ...RENCANA, prioritas: TIGA.slice(1), dilewati: [{ unsur: 'U1', alasan: 'Ditangani pusat' }] };
  expect(kekuranganRencana({ ...bahan([]), rencana: dilewati })).toEqual([]);
});

it('survei tanpa nilai per unsur: setiap prioritas perlu alasan', () => {
  expect(kurang(TIGA, { unsur: [] }).map(([, , pesan]) => pesan)).toEqual(
    [1, 2, 3].map((no) => expect.stringContaining(`Prioritas ${no} (U${no}) belum diberi alasan`) as string),
  );
});

it('kegiatan yang belum lengkap disebut kodenya', () => {
  const { keluaran: _, ...lain } = KEGIATAN;
  const kegiatan = [{ ...lain, jadwal: [], penanggungJawab: [] }];
  expect(kurang(ubah({ kegiatan }), { tanpaBukti: ['1', '2'] })).toEqual([
    ['sebaiknya', 'jadwal', '1 kegiatan belum berjadwal: 1.'],
    ['sebaiknya', 'penanggung-jawab', '1 kegiatan belum punya penanggung jawab: 1.'],
    ['sebaiknya', 'keluaran', '1 kegiatan belum punya keluaran atau indikator: 1.'],
    ['sebaiknya', 'bukti', '2 kegiatan belum menyebut bukti yang diharapkan: 1 dan 2.'],
  ]);
});
