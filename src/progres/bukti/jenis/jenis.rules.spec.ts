import * as fc from 'fast-check';
import { kenaliAwal, namaBukti } from './jenis.rules';

const JPEG = 'image/jpeg';

it.each([
  ['../../etc/passwd', 'passwd.jpg'],
  ['C:\\foto\\..\\Rapat 1.JPG', 'Rapat 1.jpg'],
  ['laporan\r\nSet-Cookie: a.png', 'laporan Set-Cookie a.jpg'],
  ['foto\u202egpj.exe', 'foto gpj.jpg'],
  ['.htaccess', 'tanpa-nama.jpg'],
  ['...', 'tanpa-nama.jpg'],
  ['', 'tanpa-nama.jpg'],
  ['Rapat v1.2 akhir.jpeg', 'Rapat v1.2 akhir.jpg'],
  [`${'é'.repeat(300)}.jpg`, `${'é'.repeat(120)}.jpg`],
  ['a\ud800b.jpg', 'a�b.jpg'],
])('%j becomes %j', (asli, nama) => {
  expect(namaBukti(asli, JPEG)).toBe(nama);
});

it('any name becomes one line without slashes and signs that hide, cleaned once and for all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (asli) => {
      const nama = namaBukti(asli, JPEG);
      expect(nama).toMatch(/^[^\p{Cc}\p{Cf}/\\<>:"|?*]+\.jpg$/u);
      expect([...nama].length).toBeLessThanOrEqual(124);
      expect(nama.startsWith('.')).toBe(false);
      expect(namaBukti(nama, JPEG)).toBe(nama);
    }),
  );
});

it('any bytes are something, or refused with a sentence', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 1024 }), (bita) => {
      const awal = kenaliAwal(bita);
      if (awal.kelas === 'tolak') expect(awal.sebab).toMatch(/^\p{Lu}.*\.$/u);
    }),
  );
});
