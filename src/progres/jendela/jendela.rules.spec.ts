import { jendelaLaporan, keadaanSlot, type EntriBerwaktu, type EntriJendela } from './jendela.rules';

const slot = { kegiatanId: 'k', periode: '2024-TW2' };
const buka = (isi: Partial<EntriJendela> = {}): EntriJendela => ({
  ...{ periode: '2024-TW2', kegiatanId: null, tindakan: 'buka', mulai: '2024-07-01', batas: '2024-07-10' },
  ...isi,
});
const kunci = (isi: Partial<EntriJendela> = {}): EntriJendela => buka({ tindakan: 'kunci', mulai: null, batas: null, ...isi });

describe('keadaanSlot', () => {
  it.each<[string, readonly EntriJendela[], string, string]>([
    ['without any entry', [], '2024-07-05', 'belum_dibuka'],
    ['before the first day', [buka()], '2024-06-30', 'belum_dibuka'],
    ['on the first day', [buka()], '2024-07-01', 'terbuka'],
    ['on the last day', [buka()], '2024-07-10', 'terbuka'],
    ['after the last day', [buka()], '2024-07-11', 'terkunci'],
    ['locked early', [buka(), kunci()], '2024-07-05', 'terkunci'],
    ['opened again', [buka(), kunci(), buka({ batas: '2024-08-01' })], '2024-07-20', 'terbuka'],
    ['for another kegiatan only', [buka({ kegiatanId: 'lain' })], '2024-07-05', 'belum_dibuka'],
    ['for this kegiatan, after the period was locked', [buka(), kunci(), buka({ kegiatanId: 'k' })], '2024-07-05', 'terbuka'],
    ['locked for all after that', [buka({ kegiatanId: 'k' }), kunci()], '2024-07-05', 'terkunci'],
    ['for the whole year', [buka({ periode: '2024' })], '2024-07-05', 'terbuka'],
    ['for the other half of the year', [buka({ periode: '2024-S2' })], '2024-07-05', 'belum_dibuka'],
    ['for one month of it', [buka({ periode: '2024-05' })], '2024-07-05', 'belum_dibuka'],
  ])('%s', (_, entri, hariIni, harapan) => expect(keadaanSlot(entri, slot, hariIni).keadaan).toBe(harapan));

  it('keeps the deadline of the period when one slot is open longer', () => {
    const entri = [buka(), buka({ kegiatanId: 'k', mulai: '2024-07-12', batas: '2024-07-20' })];
    expect(keadaanSlot(entri, slot, '2024-07-15')).toEqual({
      ...{ keadaan: 'terbuka', mulai: '2024-07-12', batas: '2024-07-20', batasWaktu: '2024-07-10' },
    });
  });

  it('takes that of the slot where the period was never opened', () =>
    expect(keadaanSlot([buka({ kegiatanId: 'k' })], slot, '2024-07-05').batasWaktu).toBe('2024-07-10'));
});

describe('jendelaLaporan', () => {
  const jam = (n: number) => new Date(Date.UTC(2024, 6, 12, n));
  const pada = (n: number, entri: EntriJendela): EntriBerwaktu => ({ ...entri, pada: jam(n) });
  const kembali = { keadaan: 'dikembalikan', sejak: jam(5) } as const;
  const dibuka = pada(0, buka());

  it.each<[string, readonly EntriBerwaktu[], Parameters<typeof jendelaLaporan>[2], string]>([
    ['returned after the last day', [dibuka], kembali, 'terbuka'],
    ['evidence that was not enough, after the last day', [dibuka], { ...kembali, keadaan: 'bukti_tidak_memadai' }, 'terbuka'],
    ['locked by hand before the return', [dibuka, pada(4, kunci())], kembali, 'terbuka'],
    ['locked by hand after the return', [dibuka, pada(6, kunci())], kembali, 'terkunci'],
    ['this slot locked after the return', [dibuka, pada(6, kunci({ kegiatanId: 'k' }))], kembali, 'terkunci'],
    ['another slot locked after the return', [dibuka, pada(6, kunci({ kegiatanId: 'lain' }))], kembali, 'terbuka'],
    ['locked, then opened again after the return', [dibuka, pada(6, kunci()), pada(7, buka())], kembali, 'terbuka'],
    ['another period locked after the return', [dibuka, pada(6, kunci({ periode: '2024-TW1' }))], kembali, 'terbuka'],
    ['a draft after the last day', [dibuka], { ...kembali, keadaan: 'draf' }, 'terkunci'],
    ['submitted, after the last day', [dibuka], { ...kembali, keadaan: 'diajukan' }, 'terkunci'],
    ['nothing entered, after the last day', [dibuka], null, 'terkunci'],
  ])('%s', (_, entri, laporan, harapan) => expect(jendelaLaporan(entri, slot, laporan, '2024-07-20').keadaan).toBe(harapan));

  it('has no last day then, and is as late as before', () =>
    expect(jendelaLaporan([dibuka], slot, kembali, '2024-07-20')).toEqual({
      ...{ keadaan: 'terbuka', mulai: '2024-07-01', batas: null, batasWaktu: '2024-07-10' },
    }));

  it('keeps the last day while the period is open', () =>
    expect(jendelaLaporan([dibuka], slot, kembali, '2024-07-09').batas).toBe('2024-07-10'));
});
