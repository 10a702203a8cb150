import fc from 'fast-check';
import { bacaTautan, kalimat, susunTeks, type Blok } from './teks.rules';

const tulis = (b: Blok): string | string[] => {
  const isi = (p: readonly { teks: string }[]) => p.map((x) => x.teks).join('');
  return b.daftar
    ? [b.daftar.huruf ? 'huruf' : b.daftar.angka ? 'angka' : 'strip', String(b.daftar.mulai), ...b.daftar.butir.map(isi)]
    : isi(b.paragraf ?? []);
};
const susun = (teks: string) => susunTeks(teks).map(tulis);

describe('susunTeks', () => {
  it('mengubah baris a), 1., dan - menjadi daftar', () => {
    expect(susun('a) Komparasi pengaduan;\nb) Melakukan follow up.')).toEqual([
      ['huruf', '1', 'Komparasi pengaduan;', 'Melakukan follow up.'],
    ]);
    expect(susun('Kegiatan:\n1. Satu;\n2. Dua.\nSelesai.')).toEqual(['Kegiatan:', ['angka', '1', 'Satu;', 'Dua.'], 'Selesai.']);
    expect(susun('- Satu\n• Dua')).toEqual([['strip', '1', 'Satu', 'Dua']]);
    expect(susun('- Satu-satunya')).toEqual([['strip', '1', 'Satu-satunya']]);
  });

  it('meneruskan hitungan daftar yang disela paragraf', () => {
    expect(susun('8. Delapan\n9. Sembilan\nRencana:\n10. Sepuluh\n11. Sebelas')).toEqual([
      ['angka', '8', 'Delapan', 'Sembilan'],
      'Rencana:',
      ['angka', '10', 'Sepuluh', 'Sebelas'],
    ]);
  });

  it('membiarkan penanda tunggal di dalam teks', () => {
    expect(susun('a. n. Kepala Kantor')).toEqual(['a. n. Kepala Kantor']);
    expect(susun('2. Oktober')).toEqual(['2. Oktober']);
  });

  it('memisahkan paragraf pada baris kosong dan menyambung baris yang hanya terlipat', () => {
    expect(susun('Satu kalimat yang\nterlipat.\n\nParagraf lain.')).toEqual(['Satu kalimat yang terlipat.', 'Paragraf lain.']);
    expect(susun('Kalimat selesai.\nKalimat lain.')).toEqual(['Kalimat selesai.', 'Kalimat lain.']);
    expect(susun('- Butir panjang\n  lanjutannya\n- Dua')).toEqual([['strip', '1', 'Butir panjang lanjutannya', 'Dua']]);
    expect(susun(' \n\r\n ')).toEqual([]);
  });

  it('tidak menghilangkan atau menggandakan kata apa pun', () => {
    const baris = fc.oneof(fc.string(), fc.constantFrom('- x', 'a) y', 'b) z', '1. p', '2) q', '', '   ', '• r', '(3) s'));
    fc.assert(
      fc.property(fc.array(baris), (daftar) => {
        const teks = daftar.join('\n');
        const kata = (t: string) => t.match(/\p{L}+/gu) ?? [];
        const hasil = susun(teks).flatMap((b) => (typeof b === 'string' ? [b] : b.slice(2)));
        const penanda = new Set(['a', 'b', 'c', 'd', 'e', 'f']);
        const bersih = (k: string[]) => k.filter((x) => x.length > 1 || !penanda.has(x.toLowerCase()));
        expect(bersih(kata(hasil.join('\n')))).toEqual(
          bersih(kata(teks.replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, ''))),
        );
      }),
    );
  });
});

describe('kalimat', () => {
  it('menandai kata asing, juga sesudah awalan', () => {
    expect(kalimat('Meng-upgrade aplikasi agar user friendly').map((p) => [p.teks, p.asing])).toEqual([
      ['Meng-', false],
      ['upgrade', true],
      [' aplikasi agar ', false],
      ['user friendly', true],
    ]);
    expect(kalimat('errornya dan updatean').some((p) => p.asing)).toBe(false);
  });

  it('menjadikan alamat web tautan tanpa tanda baca di belakangnya', () => {
    const [, tautan, sisa] = kalimat('Lihat https://helpdesk.krx-bkn.my.id/, lalu isi.');
    expect(tautan?.tautan).toEqual({ href: 'https://helpdesk.krx-bkn.my.id/', bagian: ['helpdesk.', 'krx-bkn.', 'my.', 'id'] });
    expect(sisa?.teks).toBe(', lalu isi.');
  });

  it('membuang karakter kendali dan pembalik arah', () => {
    expect(kalimat('a\u0000b\u202ec\nd').map((p) => p.teks)).toEqual(['abc d']);
  });
});

it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'bukan alamat', ''])('bacaTautan menolak %s', (url) => {
  expect(bacaTautan(url)).toBeNull();
});
