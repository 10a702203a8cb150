import { INSTRUMEN_BAWAAN } from '../instrumen/instrumen.bawaan';
import type { Instrumen } from '../instrumen/instrumen.rules';
import { teksDesimal } from '../shared/desimal';
import { hitungSurvei } from '../survei/skor.rules';
import { kelasBerikut, usulkan } from './usulan.rules';

const [INSTRUMEN] = INSTRUMEN_BAWAAN as [Instrumen];

function hasil(nilai: readonly number[]) {
  const unsur = nilai.map((n, i) => ({ unsur: `U${i + 1}`, nilai: n }));
  const periode = { jenis: 'tahun', tahun: 2024 } as const;
  return hitungSurvei({ kode: 'S', judul: 'S', instrumen: INSTRUMEN.kode, periode, tingkat: 'nilai', unsur }, INSTRUMEN).unsur;
}

/** U1 … U9 of KPU Kabupaten Tangerang, semester 2 of 2024. */
const KPU = hasil([88.21, 87.74, 84.91, 89.62, 85.85, 85.85, 87.74, 90.09, 84.43]);

describe('usulan prioritas', () => {
  it('KPU: tempat ketiga seri, keduanya diusulkan dan ditandai', () => {
    const usulan = usulkan(KPU, INSTRUMEN, 3);
    expect(usulan.filter((u) => u.terendah).map((u) => [u.unsur, u.tempat, u.seri, u.diBatas])).toEqual([
      ['U9', 1, [], false],
      ['U3', 2, [], false],
      ['U5', 3, ['U6'], true],
      ['U6', 3, ['U5'], true],
    ]);
    expect(usulan.map((u) => u.unsur)).toEqual(['U9', 'U3', 'U5', 'U6', 'U2', 'U7', 'U1', 'U4', 'U8']);
  });

  it('seri yang muat dalam tempatnya bukan seri di batas', () => {
    const usulan = usulkan(KPU, INSTRUMEN, 4);
    expect(usulan.filter((u) => u.diBatas)).toEqual([]);
    expect(usulan.filter((u) => u.terendah)).toHaveLength(4);
  });

  it('seri di luar batas tampak, tetapi tidak diusulkan', () => {
    const u7 = usulkan(KPU, INSTRUMEN, 3).find((u) => u.unsur === 'U7');
    expect([u7?.tempat, u7?.seri, u7?.terendah, u7?.diBatas, u7?.hasil.peringkat]).toEqual([5, ['U2'], false, false, 4]);
  });

  it('tanpa nilai per unsur tidak ada usulan', () => expect(usulkan([], INSTRUMEN, 3)).toEqual([]));
});

describe('jarak ke kelas berikut', () => {
  it.each([
    [85.85, 'A', '2.46'],
    [88.3, 'A', '0.01'],
    [88.304, 'A', '0.01'],
    [76.6, 'B', '0.01'],
    [64.99, 'C', '0.01'],
    [25, 'C', '40.00'],
  ])('%d → %s, kurang %s', (nilai, kelas, jarak) => {
    const [u] = hasil([nilai]);
    if (!u) throw new Error('Tidak terhitung');
    const berikut = kelasBerikut(u, INSTRUMEN);
    expect([berikut?.kelas.mutu, berikut && teksDesimal(berikut.jarak)]).toEqual([kelas, jarak]);
  });

  it('kelas tertinggi tidak punya kelas berikut', () => {
    const [u] = hasil([88.305]);
    expect(u && kelasBerikut(u, INSTRUMEN)).toBeNull();
  });
});
