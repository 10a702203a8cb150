import { bergeser, rencanaBerlaku, type Adendum } from './adendum.rules';
import { ALUR_RENCANA, langkahRencana } from './alur-rencana.rules';
import { semuaKegiatan, type Kegiatan, type Rencana } from './rtl.rules';
import { daftarSlot, susunUlangSlot } from './slot.rules';

const kegiatan = (kode: string, jadwal: string[] = ['2024-TW1']): Kegiatan => ({
  kode,
  uraian: kode,
  jadwal,
  penanggungJawab: [],
});
const AWAL: Rencana = {
  kode: 'R',
  judul: 'R',
  satuanJadwal: 'triwulan',
  status: 'ditetapkan',
  prioritas: [{ no: 1, judul: 'P', unsur: [], kegiatan: [kegiatan('1', ['2024-S1']), kegiatan('2', ['2024-TW4'])] }],
};
const dasar = { alasan: 'a', penyetuju: 'Kepala' };

describe('alur rencana', () => {
  it('draf → diajukan → ditetapkan, kembali hanya dengan alasan', () => {
    expect(langkahRencana('draf', 'ajukan')).toEqual({ ke: 'diajukan' });
    expect(langkahRencana('diajukan', 'tetapkan')).toEqual({ ke: 'ditetapkan' });
    expect(langkahRencana('diajukan', 'kembalikan', ' ')).toHaveProperty('ditolak');
    expect(langkahRencana('diajukan', 'kembalikan', 'jadwal belum jelas')).toEqual({ ke: 'draf' });
  });

  it('setiap langkah di luar tabel ditolak; yang ditetapkan tidak berubah lagi', () => {
    for (const status of ['draf', 'diajukan', 'ditetapkan'] as const) {
      for (const tindakan of ['ajukan', 'kembalikan', 'tetapkan'] as const) {
        const boleh = ALUR_RENCANA.some((l) => l.dari === status && l.tindakan === tindakan);
        expect('ke' in langkahRencana(status, tindakan, 'alasan')).toBe(boleh);
      }
    }
    expect(ALUR_RENCANA.some((l) => l.dari === 'ditetapkan')).toBe(false);
  });
});

describe('adendum', () => {
  const ADENDUM: Adendum[] = [
    { ...dasar, jenis: 'dibatalkan', tanggal: '2024-07-01', kegiatan: '2' },
    { ...dasar, jenis: 'tambahan', tanggal: '2024-05-01', prioritas: 1, kegiatan: kegiatan('3') },
    { ...dasar, jenis: 'diganti', tanggal: '2024-06-01', kegiatan: '1', pengganti: kegiatan('1a') },
    { ...dasar, jenis: 'digeser', tanggal: '2024-06-02', kegiatan: '3', jadwal: ['2025-TW1'] },
  ];

  it('diterapkan menurut tanggal; rencana awal tetap utuh', () => {
    const salinan = structuredClone(AWAL);
    expect(semuaKegiatan(rencanaBerlaku(AWAL, ADENDUM)).map((k) => [k.kode, k.jadwal])).toEqual([
      ['1a', ['2024-TW1']],
      ['3', ['2025-TW1']],
    ]);
    expect(AWAL).toEqual(salinan);
  });

  it('menolak kegiatan yang tidak ada dan kode yang sudah dipakai', () => {
    expect(() => rencanaBerlaku(AWAL, [{ ...dasar, jenis: 'dibatalkan', tanggal: '2024-07-01', kegiatan: '9' }])).toThrow(
      /tidak ada/,
    );
    expect(() => rencanaBerlaku(AWAL, [{ ...dasar, jenis: 'tambahan', tanggal: '2024-07-01', prioritas: 1, kegiatan: kegiatan('2') }])).toThrow(/sudah dipakai/); // prettier-ignore
    expect(() => rencanaBerlaku(AWAL, [{ ...dasar, jenis: 'tambahan', tanggal: '2024-07-01', prioritas: 9, kegiatan: kegiatan('7') }])).toThrow(/Prioritas 9/); // prettier-ignore
    expect(() => rencanaBerlaku(AWAL, [{ ...dasar, jenis: 'diganti', tanggal: '2024-07-01', kegiatan: '1', pengganti: kegiatan('2') }])).toThrow(/sudah dipakai/); // prettier-ignore
  });

  it('bergeser dua kali atau lebih', () => {
    const geser = (kode: string): Adendum => ({ ...dasar, jenis: 'digeser', tanggal: '2024-07-01', kegiatan: kode, jadwal: [] });
    expect(bergeser([geser('1'), geser('2'), geser('1')])).toEqual(['1']);
  });
});

describe('slot', () => {
  it('satu kegiatan kali satu periode dalam satuan rencana', () => {
    expect(daftarSlot(AWAL)).toEqual([
      { kegiatan: '1', periode: '2024-TW1' },
      { kegiatan: '1', periode: '2024-TW2' },
      { kegiatan: '2', periode: '2024-TW4' },
    ]);
  });

  it('perubahan jadwal hanya menyentuh slot mendatang yang belum dilaporkan', () => {
    const s = (periode: string) => ({ kegiatan: '1', periode });
    const lama = ['2024-TW1', '2024-TW2', '2024-TW3', '2024-TW4'].map(s);
    const hasil = susunUlangSlot(lama, ['2024-TW1', '2025-TW1'].map(s), (slot) => slot.periode === '2024-TW4', '2024-04-01');
    expect(hasil.tetap.map((x) => x.periode)).toEqual(['2024-TW1', '2024-TW2', '2024-TW4']);
    expect(hasil.dihapus.map((x) => x.periode)).toEqual(['2024-TW3']);
    expect(hasil.ditambah.map((x) => x.periode)).toEqual(['2025-TW1']);
  });

  it('slot yang sudah lewat tidak ditambahkan belakangan; yang sedang berjalan dapat', () => {
    const slot = { kegiatan: '1', periode: '2024-TW1' };
    expect(susunUlangSlot([], [slot], () => false, '2024-03-31').ditambah).toEqual([slot]);
    expect(susunUlangSlot([], [slot], () => false, '2024-04-01').ditambah).toEqual([]);
  });
});
