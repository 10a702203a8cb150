import { INSTRUMEN_BAWAAN } from '../../instrumen/instrumen.bawaan';
import { usulkanUnsur } from './saran-unsur.rules';

const instrumen = (kode: string) => {
  const ada = INSTRUMEN_BAWAAN.find((i) => i.kode === kode);
  if (!ada) throw new Error(kode);
  return ada;
};
const usul = (teks: string, kode = 'PERMENPAN-14-2017') => usulkanUnsur(teks, instrumen(kode))?.unsur ?? null;

describe('usulan unsur dari kata-kata', () => {
  it.each([
    ['Supaya proses turunnya rekomendasi lebih cepat', 'U3'],
    ['Sarana kantor perlu perbaikan', 'U9'],
    ['Tingkatkan lagi responsibilitas terhadap keluhan', 'U8'],
    ['Peningkatan pelayanan dan kecepatan perlu ditingkatkan', 'U3'],
    ['Perbanyak kursi di ruang tunggu, toiletnya kotor', 'U9'],
    ['Petugas kurang ramah dan tidak sopan', 'U7'],
    ['Masih ada pungli, biayanya mahal', 'U4'],
    ['Syarat fotokopi KTP dihapus saja', 'U1'],
    ['Perlu pelatihan agar petugas lebih kompeten', 'U6'],
    ['Prosedurnya berbelit-belit', 'U2'],
  ])('%j → %s', (teks, unsur) => expect(usul(teks)).toBe(unsur));

  it('menyebut kata yang menunjukkannya', () => {
    expect(usulkanUnsur('Toilet dan parkirannya kotor', instrumen('PERMENPAN-14-2017'))).toEqual({
      unsur: 'U9',
      kata: expect.arrayContaining(['toilet', 'parkiran', 'kotor']) as string[],
    });
  });

  it.each(['Pertahankan', 'Semoga lebih baik lagi', 'Petugas', ''])('%j: tidak ada usulan', (teks) =>
    expect(usul(teks)).toBeNull(),
  );

  it('yang sama kuat dibiarkan orang memutuskan', () => expect(usul('ramah, murah')).toBeNull());

  it('urutan dan nama instrumen lain diikuti: pengaduan adalah U9 pada 16/2014, keramahan U9 pada 2004', () => {
    expect(usul('Pengaduan tidak ditanggapi', 'PERMENPAN-16-2014')).toBe('U9');
    expect(usul('Kurang sopan, tidak ada keramahan', 'KEP-25-2004')).toBe('U9');
  });

  it('instrumen sendiri: dari nama unsurnya', () => {
    expect(usulkanUnsur('Antreannya panjang', { unsur: [{ kode: 'A', nama: 'Antrean' }, { kode: 'B', nama: 'Kebersihan' }] })?.unsur).toBe('A'); // prettier-ignore
  });
});
