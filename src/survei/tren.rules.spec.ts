import fc from 'fast-check';
import { INSTRUMEN_BAWAAN } from '../instrumen/instrumen.bawaan';
import { teksDesimal } from '../shared/desimal';
import { kodePeriode, periode, PANJANG, indeksAwal } from '../shared/periode';
import type { Survei } from './survei.rules';
import { deretTren, gabungkanTahun } from './tren.rules';

const BARU = 'PERMENPAN-14-2017';
const LAMA = 'KEP-25-2004';

function survei(kode: string, nilai: number | null, lain: Partial<Survei> = {}): Survei {
  const dasar = { kode, judul: kode, instrumen: BARU, periode: periode(kode), unsur: [] };
  return { ...dasar, tingkat: 'terbit', ...(nilai === null ? {} : { terbit: { nilai } }), ...lain };
}

const deret = (daftar: readonly Survei[]) => deretTren(daftar, INSTRUMEN_BAWAAN);
const garis = (daftar: readonly Survei[]) =>
  deret(daftar).map((d) => d.titik.map((t) => [kodePeriode(t.periode), t.nilai && teksDesimal(t.nilai)]));

describe('tren', () => {
  it.each([
    ['tahun', ['2022', '2024'], ['2022', '2023', '2024']],
    ['semester', ['2023-S2', '2024-S2'], ['2023-S2', '2024-S1', '2024-S2']],
    ['triwulan', ['2023-TW4', '2024-TW2'], ['2023-TW4', '2024-TW1', '2024-TW2']],
    ['bulan', ['2023-11', '2024-02'], ['2023-11', '2023-12', '2024-01', '2024-02']],
  ])('%s yang tidak disurvei tetap punya tempat, tanpa nilai', (_, ada, sumbu) => {
    const [satu] = garis(ada.map((k, i) => survei(k, 80 + i)));
    expect(satu?.map(([k]) => k)).toEqual(sumbu);
    expect(satu?.map(([, n]) => n !== null)).toEqual(sumbu.map((k) => ada.includes(k)));
  });

  it('jenis periode dan aliran masing-masing satu deret', () => {
    const daftar = [
      survei('2024', 80),
      survei('2024-01', 81),
      survei('2024-01', 70, { aliran: { layanan: 'Loket' } }),
      survei('2024-02', 72, { aliran: { layanan: 'Loket' } }),
      survei('2024-02', 75, { aliran: { layanan: 'Loket', kanal: 'daring' } }),
    ];
    expect(garis(daftar)).toEqual([
      [['2024', '80.00']],
      [['2024-01', '81.00']],
      [
        ['2024-01', '70.00'],
        ['2024-02', '72.00'],
      ],
      [['2024-02', '75.00']],
    ]);
  });

  it('pergantian instrumen ditandai di tempatnya, juga sesudah celah', () => {
    const [d] = deret([survei('2019', 80, { instrumen: LAMA }), survei('2021', 85), survei('2022', 86)]);
    expect(d?.titik.map((t) => t.instrumenBaru)).toEqual([null, null, BARU, null]);
  });

  it('dua survei pada aliran dan periode yang sama: yang terakhir yang digambar, yang lain disebut', () => {
    const [d] = deret([survei('2024', 80, { kode: 'A' }), survei('2024', 82, { kode: 'B' })]);
    expect(d?.titik[0]?.survei?.kode).toBe('B');
    expect(d?.titik[0]?.lainnya.map((s) => s.kode)).toEqual(['A']);
  });

  it('terbit bila ada, bila tidak yang terhitung; hanya NRR terbit adalah celah', () => {
    const unsur = [{ unsur: 'U1', nilai: 90 }];
    const [d] = deret([survei('2022', null, { terbit: { nrr: 3.49 } }), survei('2023', 88), survei('2024', null, { tingkat: 'nilai', unsur })]); // prettier-ignore
    expect(d?.titik.map((t) => t.asal)).toEqual([null, 'terbit', 'dihitung']);
  });

  it('sumbu tanpa lubang, dan tidak ada survei yang hilang', () => {
    const kode = fc.tuple(fc.integer({ min: 2015, max: 2025 }), fc.integer({ min: 1, max: 4 })).map(([t, k]) => `${t}-TW${k}`);
    fc.assert(
      fc.property(fc.array(kode, { minLength: 1, maxLength: 12 }), (daftar) => {
        const [d] = deretTren(daftar.map((k) => survei(k, 80)), INSTRUMEN_BAWAAN, 1000); // prettier-ignore
        const indeks = d?.titik.map((t) => indeksAwal(t.periode)) ?? [];
        indeks.slice(1).forEach((n, i) => expect(n - (indeks[i] ?? 0)).toBe(PANJANG.triwulan));
        expect(d?.titik.reduce((a, t) => a + (t.survei ? 1 : 0) + t.lainnya.length, 0)).toBe(daftar.length);
      }),
    );
  });
});

describe('gabungan setahun', () => {
  const daftar = [
    survei('2023-01', 80, { jumlahResponden: 10 }),
    survei('2023-02', 90, { jumlahResponden: 30 }),
    survei('2023-03', 70),
    survei('2024-01', 60, { jumlahResponden: 5 }),
  ];

  it('tertimbang: bulan tanpa n tidak ikut dan disebut; sederhana: semua bulan yang bernilai', () => {
    const [d] = deret(daftar);
    const timbang = d && gabungkanTahun(d, 'tertimbang-responden', kodePeriode);
    expect(timbang?.map((g) => [g.tahun, g.hasil.nilai && teksDesimal(g.hasil.nilai), g.responden])).toEqual([
      [2023, '87.50', 40],
      [2024, '60.00', 5],
    ]);
    expect(timbang?.[0]?.hasil.dikecualikan).toEqual([{ kode: '2023-03', alasan: 'jumlah responden tidak diketahui' }]);
    const sederhana = d && gabungkanTahun(d, 'rata-rata-sederhana', kodePeriode);
    expect(sederhana?.[0]?.hasil.nilai?.equals(80)).toBe(true);
    expect(sederhana?.[0]?.responden).toBeNull();
  });

  it('dua instrumen dalam setahun tidak digabung', () => {
    const [d] = deret([survei('2023-01', 80, { instrumen: LAMA }), survei('2023-02', 90)]);
    expect(d && gabungkanTahun(d, 'rata-rata-sederhana', kodePeriode).map((g) => g.instrumen)).toEqual([LAMA, BARU]);
  });
});
