import * as fc from 'fast-check';
import { STATUS_SARAN } from './saran.rules';
import { hitungTanggapan, kalimatTanggapan } from './tanggapan.rules';

describe('seluruh saran telah direspon: ditanggapi ÷ diterima', () => {
  it('Kanreg X: 100%', () => {
    const hasil = hitungTanggapan([
      { status: 'ditanggapi', jumlah: 3 },
      { status: 'layak_terbit', jumlah: 4 },
      { status: 'tidak_diterbitkan', jumlah: 1 },
    ]);
    expect(kalimatTanggapan(hasil)).toBe('100,00% (8 dari 8 saran)');
  });

  it('yang tanpa saran disebut, dan tidak dihitung', () => {
    const hasil = hitungTanggapan([
      { status: 'nihil', jumlah: 12 },
      { status: 'baru', jumlah: 1 },
      { status: 'ditanggapi', jumlah: 5 },
    ]);
    expect([hasil.pembilang, hasil.penyebut]).toEqual([5, 6]);
    expect(hasil.dikecualikan).toEqual([{ jumlah: 12, alasan: expect.stringContaining('tanpa saran') as string }]);
    expect(kalimatTanggapan(hasil)).toBe('83,33% (5 dari 6 saran; 12 jawaban tanpa saran tidak dihitung)');
  });

  it('penyebut nol: tidak ada saran, bukan 0%', () => {
    expect(hitungTanggapan([]).persen).toBeNull();
    expect(kalimatTanggapan(hitungTanggapan([]))).toBe('tidak ada saran');
    expect(kalimatTanggapan(hitungTanggapan([{ status: 'nihil', jumlah: 1200 }]))).toBe(
      'tidak ada saran (1.200 jawaban tanpa saran tidak dihitung)',
    );
  });

  it('ditetapkan saja belum ditanggapi', () => {
    expect(kalimatTanggapan(hitungTanggapan([{ status: 'ditetapkan', jumlah: 2 }]))).toBe('0,00% (0 dari 2 saran)');
  });

  it('semua yang diterima ada di penyebut atau disebut di luarnya', () => {
    const diterima = fc.array(fc.record({ status: fc.constantFrom(...STATUS_SARAN), jumlah: fc.nat(1000) }));
    fc.assert(
      fc.property(diterima, (isi) => {
        const hasil = hitungTanggapan(isi);
        const semua = isi.reduce((a, d) => a + d.jumlah, 0);
        expect(hasil.penyebut + hasil.dikecualikan.reduce((a, d) => a + d.jumlah, 0)).toBe(semua);
        expect(hasil.pembilang).toBeLessThanOrEqual(hasil.penyebut);
      }),
    );
  });
});
