import type { KeadaanSlot } from '../../progres/jendela/jendela.rules';
import { dalamWaktu, jendelaSlot, periodeDibuka, triwulanHari } from './jendela-slot.rules';
import { tugasSlot, type KeadaanLapor } from './tugas.rules';

const terbuka: KeadaanSlot = { keadaan: 'terbuka', mulai: '2024-07-01', batas: '2024-07-10', batasWaktu: '2024-07-10' };
const terkunci: KeadaanSlot = { ...terbuka, keadaan: 'terkunci' };
const belum: KeadaanSlot = { keadaan: 'belum_dibuka', mulai: null, batas: null, batasWaktu: null };
const slot = (isi: Partial<KeadaanLapor> = {}): KeadaanLapor => ({
  ...{ keadaan: null, putaran: 0, utama: true, kontribusi: [] },
  ...isi,
});

describe('tugasSlot', () => {
  it.each<[string, KeadaanLapor, KeadaanSlot, string, string | null]>([
    ['open, nothing entered', slot(), terbuka, '2024-07-10', 'lapor'],
    ['open, something saved', slot({ keadaan: 'draf' }), terbuka, '2024-07-10', 'draf'],
    ['never opened', slot(), belum, '2024-07-10', null],
    ['over', slot({ keadaan: 'draf' }), terkunci, '2024-07-11', 'terlambat'],
    ['opened longer for this slot alone', slot(), { ...terbuka, batas: '2024-07-20' }, '2024-07-15', 'terlambat'],
    ['locked by hand', slot(), { ...terkunci, mulai: null, batas: null }, '2024-07-05', 'terlambat'],
    ['came back', slot({ keadaan: 'dikembalikan', putaran: 1 }), terbuka, '2024-07-09', 'dikembalikan'],
    ['came back, over', slot({ keadaan: 'bukti_tidak_memadai', putaran: 2 }), terkunci, '2024-08-01', 'dikembalikan'],
    ['submitted', slot({ keadaan: 'diajukan', putaran: 1 }), terkunci, '2024-08-01', null],
    ['verified', slot({ keadaan: 'terverifikasi', putaran: 1 }), terbuka, '2024-07-09', null],
    ['pendukung, nothing added', slot({ utama: false, kontribusi: ['TI'] }), terbuka, '2024-07-09', 'lapor'],
    ['pendukung, added', slot({ utama: false }), terbuka, '2024-07-09', null],
    ['pendukung, over', slot({ utama: false, kontribusi: ['TI'] }), terkunci, '2024-07-11', null],
  ])('%s', (_, s, jendela, hariIni, harapan) => expect(tugasSlot(s, jendela, hariIni)).toBe(harapan));
});

describe('windows of many slots', () => {
  const buka = { periode: '2024', kegiatanId: null, tindakan: 'buka' as const, mulai: '2024-07-01', batas: '2024-07-10' };

  it('judges a slot with an entry of its own by itself', () => {
    const jendela = jendelaSlot([buka, { ...buka, periode: '2024-TW2', kegiatanId: 'k', batas: '2024-07-20' }], '2024-07-15');
    expect(jendela({ kegiatanId: 'k', periode: '2024-TW2' }).keadaan).toBe('terbuka');
    expect(jendela({ kegiatanId: 'k', periode: '2024-TW1' }).keadaan).toBe('terkunci');
    expect(jendela({ kegiatanId: 'lain', periode: '2024-TW2' }).keadaan).toBe('terkunci');
  });

  it('names every slot that an opening can cover, once', () => {
    expect(periodeDibuka([{ ...buka, periode: '2024-TW2' }])).toEqual(['2024-TW2', '2024-04', '2024-05', '2024-06']);
    expect(periodeDibuka([buka, buka])).toHaveLength(19);
    expect(periodeDibuka([{ ...buka, tindakan: 'kunci' }])).toEqual([]);
  });

  it('knows the triwulan of a day and the next one', () => {
    expect(triwulanHari('2024-12-31')).toEqual({ jenis: 'triwulan', tahun: 2024, ke: 4 });
    expect(triwulanHari('2024-12-31', 1)).toEqual({ jenis: 'triwulan', tahun: 2025, ke: 1 });
  });

  it('takes a month for its triwulan', () => {
    expect(dalamWaktu('2024-05', '2024-TW2')).toBe(true);
    expect(dalamWaktu('2024-07', '2024-TW2')).toBe(false);
    expect(dalamWaktu('2024-07', '')).toBe(true);
  });
});
