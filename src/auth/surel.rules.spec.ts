import fc from 'fast-check';
import { normalSurel } from './surel.rules';

describe('normalSurel', () => {
  it.each([
    ['Rina.Lestari@KASN.go.id', 'rina.lestari@kasn.go.id'],
    ['  rina@kasn.go.id ', 'rina@kasn.go.id'],
    ['ｒｉｎａ＠ｋａｓｎ．ｇｏ．ｉｄ', 'rina@kasn.go.id'],
    ['rina\u212A@kasn.go.id', 'rinak@kasn.go.id'],
    ["o'neil+skm@sub.domain-1.go.id", "o'neil+skm@sub.domain-1.go.id"],
  ])('melipat %j', (teks, hasil) => {
    expect(normalSurel(teks)).toBe(hasil);
  });

  it.each([
    ['huruf Kiril yang mirip', 'r\u0456na@kasn.go.id'],
    ['huruf Turki', 'r\u0130na@kasn.go.id'],
    ['nama domain internasional', 'rina@xn--kasn-x4a.go.id'],
    ['karakter kendali', 'rina\u0000@kasn.go.id'],
    ['baris baru, lalu tajuk lain', 'rina@kasn.go.id\r\nBcc: x@y.id'],
    ['spasi lebar nol', 'ri\u200Bna@kasn.go.id'],
    ['arah tulisan', 'rina\u202E@kasn.go.id'],
    ['dua @', 'rina@kasn@go.id'],
    ['dua alamat', 'rina@kasn.go.id,x@y.id'],
    ['tanpa domain', 'rina@localhost'],
    ['bukan nama', '"a b"@kasn.go.id'],
    ['nama tampilan', 'Rina <rina@kasn.go.id>'],
    ['kosong', ''],
    ['terlalu panjang', `${'a'.repeat(65)}@kasn.go.id`],
    ['jauh terlalu panjang', `a@${'b.'.repeat(500_000)}id`],
  ])('menolak %s', (_, teks) => {
    expect(normalSurel(teks)).toBeNull();
  });

  it('gives printable ASCII with one @, and the same again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' })), (teks) => {
        const surel = normalSurel(teks);
        if (surel === null) return;
        expect(surel).toMatch(/^[!-~]+@[!-~]+$/);
        expect(normalSurel(surel)).toBe(surel);
      }),
    );
  });
});
