import fc from 'fast-check';
import { jumlahkan, teksDesimal } from '../shared/desimal';
import type { Aturan } from '../organisasi/aturan.rules';
import { lengkapiAturan } from '../organisasi/aturan.rules';
import type { Realisasi, StatusPelaksanaan, StatusVerifikasi } from '../progres/progres.rules';
import type { Rencana } from '../rtl/rtl.rules';
import { asalLaporan, aturanKetat, hitungRealisasi, kalimatAturan, kalimatPersen } from './realisasi.rules';

type Status = StatusPelaksanaan | null;

/** `rencana([['sudah', null], ['belum']])`: two priorities, of two kegiatan and one. */
function rencana(status: readonly (readonly Status[])[]): { rencana: Rencana; realisasi: Realisasi[] } {
  const prioritas = status.map((milik, i) => ({
    no: i + 1,
    judul: `Prioritas ${i + 1}`,
    unsur: [],
    kegiatan: milik.map((_, j) => ({ kode: `${i + 1}.${j + 1}`, uraian: 'x', jadwal: [], penanggungJawab: [] })),
  }));
  const realisasi = status.flatMap((milik, i) =>
    milik.flatMap((s, j): Realisasi[] =>
      s === null ? [] : [{ rencana: 'R', kegiatan: `${i + 1}.${j + 1}`, status: s, deskripsi: 'x' }],
    ),
  );
  return { rencana: { kode: 'R', judul: 'R', satuanJadwal: 'triwulan', status: 'ditetapkan', prioritas }, realisasi };
}

const hitung = (status: readonly (readonly Status[])[], aturan: Partial<Aturan> = {}) => {
  const r = rencana(status);
  return hitungRealisasi(r.rencana, r.realisasi, { ...lengkapiAturan(undefined), ...aturan });
};

const angka = (h: ReturnType<typeof hitung>) => [h.persen && teksDesimal(h.persen), teksDesimal(h.pembilang), h.penyebut];

const KASN: Status[][] = [['sudah'], ['sudah', 'sudah'], ['belum', null], ['sudah'], ['sebagian']];

describe('persentase', () => {
  it('KASN 2023: 70% per prioritas, 57,14% per kegiatan', () => {
    expect(angka(hitung(KASN, { satuan: 'prioritas', bobotSebagian: 0.5 }))).toEqual(['70.00', '3.50', 5]);
    expect(angka(hitung(KASN))).toEqual(['57.14', '4.00', 7]);
  });

  it('yang tidak melapor tetap dalam penyebut', () =>
    expect(angka(hitung([[null, null, 'sudah']]))).toEqual(['33.33', '1.00', 3]));

  it.each([
    [0, '0.00'],
    [0.25, '25.00'],
    [0.5, '50.00'],
    [1, '100.00'],
  ])('sebagian dihitung %d', (bobotSebagian, persen) => {
    expect(angka(hitung([['sebagian']], { bobotSebagian }))[0]).toBe(persen);
  });

  it('tidak dapat: tetap dalam penyebut, atau dikecualikan dengan alasan', () => {
    expect(angka(hitung([['sudah', 'tidak_dapat']]))).toEqual(['50.00', '1.00', 2]);
    const h = hitung([['sudah', 'tidak_dapat'], ['tidak_dapat']], { tidakDapat: 'dikecualikan' });
    expect(angka(h)).toEqual(['100.00', '1.00', 1]);
    expect(h.dikecualikan.map((d) => d.item)).toEqual(['1.2', '2.1']);
    const p = hitung([['sudah', 'tidak_dapat'], ['tidak_dapat']], { tidakDapat: 'dikecualikan', satuan: 'prioritas' });
    expect(angka(p)).toEqual(['100.00', '1.00', 1]);
  });

  it('prioritas bernilai rata-rata tepat kegiatannya: 1/3 + 1/3 + 1/3 = 1', () => {
    const baris: Status[] = ['sudah', null, null];
    expect(hitung([baris, baris, baris], { satuan: 'prioritas' }).pembilang.equals(1)).toBe(true);
  });

  it('pengganti dihitung, kecuali aturan berkata tidak', () => {
    const r = rencana([['sudah']]);
    const realisasi = r.realisasi.map((x) => ({ ...x, kegiatanPengganti: 'lain' }));
    const persen = (pengganti: Aturan['pengganti']) =>
      hitungRealisasi(r.rencana, realisasi, { ...lengkapiAturan(undefined), pengganti }).persen?.toString();
    expect([persen('dihitung'), persen('tidak')]).toEqual(['100', '0']);
  });

  it('dasar terverifikasi hanya menghitung yang sudah diperiksa orang lain', () => {
    const r = rencana([['sudah', 'sudah', 'sudah']]);
    const realisasi = r.realisasi.map((x, i) =>
      i === 0 ? { ...x, verifikasi: 'terverifikasi' as const } : { ...x, verifikasi: 'diajukan' as const },
    );
    const h = hitungRealisasi(r.rencana, realisasi, lengkapiAturan(undefined, 'sistem'));
    expect(h.aturan.dasar).toBe('terverifikasi');
    expect(h.pembilang.equals(1)).toBe(true);
  });

  describe('dasar menurut asal laporan', () => {
    const lapor = (kegiatan: string, periode: string, status: StatusPelaksanaan, verifikasi?: StatusVerifikasi): Realisasi => ({
      ...{ rencana: 'R', kegiatan, periode, status, deskripsi: 'x' },
      ...(verifikasi && { verifikasi }),
    });
    const hitungLaporan = (realisasi: Realisasi[], tertulis?: Parameters<typeof lengkapiAturan>[0]) =>
      hitungRealisasi(rencana([[null, null]]).rencana, realisasi, lengkapiAturan(tertulis, asalLaporan(realisasi)));

    it('yang diimpor menurut klaim unit, yang dikumpulkan di sini sesudah diverifikasi', () => {
      const impor = lapor('1.1', '2024-TW1', 'sudah');
      expect(hitungLaporan([impor]).aturan.dasar).toBe('klaim');
      const campuran = (verifikasi: StatusVerifikasi) => hitungLaporan([impor, lapor('1.2', '2024-TW1', 'sudah', verifikasi)]);
      expect(angka(campuran('diajukan'))).toEqual(['50.00', '1.00', 2]);
      expect(angka(campuran('terverifikasi'))).toEqual(['100.00', '2.00', 2]);
      expect(kalimatPersen(campuran('diajukan'))).toContain('terverifikasi, kecuali yang diimpor');
      expect(kalimatAturan(campuran('diajukan').aturan)).toContain('klaim unit untuk yang diimpor');
    });

    it('laporan baru yang belum diperiksa tidak mengurangi yang sudah terverifikasi', () => {
      const lalu = lapor('1.1', '2024-TW1', 'sudah', 'terverifikasi');
      const [satu] = hitungLaporan([lalu, lapor('1.1', '2024-TW2', 'belum', 'diajukan')]).dihitung;
      expect(satu?.nilai.equals(1)).toBe(true);
      expect(satu?.kegiatan[0]).toMatchObject({ status: 'belum', dihitung: lalu });
      const [mundur] = hitungLaporan([lalu, lapor('1.1', '2024-TW2', 'belum', 'terverifikasi')]).dihitung;
      expect(mundur?.nilai.equals(0)).toBe(true);
    });

    it('tidak dapat baru dikecualikan sesudah disetujui', () => {
      const aturan = { satuan: 'kegiatan', bobotSebagian: 0, tidakDapat: 'dikecualikan' } as const;
      const penyebut = (v: StatusVerifikasi) => hitungLaporan([lapor('1.1', '2024-TW1', 'tidak_dapat', v)], aturan).penyebut;
      expect([penyebut('diajukan'), penyebut('terverifikasi')]).toEqual([2, 1]);
    });

    it('pilihan instansi mendahului asalnya', () => {
      const aturan = { satuan: 'kegiatan', bobotSebagian: 0, dasar: 'klaim' } as const;
      expect(angka(hitungLaporan([lapor('1.1', '2024-TW1', 'sudah', 'diajukan')], aturan))[0]).toBe('50.00');
    });
  });

  it('laporan terakhir yang berlaku, bukan yang terbaik; batas tanggal memotong periode sesudahnya', () => {
    const r = rencana([[null]]);
    const lapor = (periode: string, status: StatusPelaksanaan): Realisasi => ({
      rencana: 'R',
      kegiatan: '1.1',
      periode,
      status,
      deskripsi: 'x',
    });
    const realisasi = [lapor('2024-TW3', 'belum'), lapor('2024-TW1', 'sudah'), lapor('2024-TW2', 'sebagian')];
    const status = (per?: string) =>
      hitungRealisasi(r.rencana, realisasi, lengkapiAturan(undefined), per).dihitung[0]?.kegiatan[0]?.status;
    expect(status()).toBe('belum');
    expect(status('2024-06-30')).toBe('sebagian');
    expect(status('2024-03-31')).toBe('sudah');
    expect(status('2024-07')).toBe('belum');
    expect(status('2024-06')).toBe('sebagian');
    expect(status('2023-12-31')).toBeNull();
  });

  it('penyebut nol berarti tidak ada item, bukan 0%', () => {
    for (const satuan of ['kegiatan', 'prioritas'] as const) {
      const h = hitung([[]], { satuan });
      expect([h.persen, h.penyebut]).toEqual([null, 0]);
      expect(kalimatPersen(h)).toMatch(/^tidak ada item/);
    }
  });

  const STATUS = fc.constantFrom<Status>('sudah', 'sebagian', 'belum', 'tidak_dapat', null);
  const ATURAN = fc.record({
    satuan: fc.constantFrom('kegiatan' as const, 'prioritas' as const),
    bobotSebagian: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
    tidakDapat: fc.constantFrom('dalam-penyebut' as const, 'dikecualikan' as const),
  });
  const RENCANA = fc.array(fc.array(STATUS, { maxLength: 6 }), { maxLength: 6 });

  it('selalu 0–100, tepat pembilang ÷ penyebut, dan setiap kegiatan dihitung atau dikecualikan', () => {
    fc.assert(
      fc.property(RENCANA, ATURAN, (status, aturan) => {
        const h = hitung(status, aturan);
        expect(h.pembilang.equals(jumlahkan(h.dihitung.map((i) => i.nilai)))).toBe(true);
        expect(h.penyebut).toBe(h.dihitung.length);
        if (h.persen) {
          expect(h.persen.compare(0) >= 0 && h.persen.compare(100) <= 0).toBe(true);
          expect(h.persen.mul(h.penyebut).equals(h.pembilang.mul(100))).toBe(true);
        }
        const tersebut = [
          ...h.dihitung.flatMap((i) => i.kegiatan.map((k) => k.kegiatan.kode)),
          ...h.dikecualikan.map((d) => d.item),
        ];
        const semua = status.flatMap((milik, i) => milik.map((_, j) => `${i + 1}.${j + 1}`));
        expect(semua.every((kode) => tersebut.filter((t) => t === kode).length === 1)).toBe(true);
      }),
    );
  });

  it('aturan ketat tidak pernah memberi lebih banyak daripada aturan per kegiatan instansi', () => {
    fc.assert(
      fc.property(RENCANA, ATURAN, (status, aturan) => {
        const longgar = hitung(status, { ...aturan, satuan: 'kegiatan' });
        const ketat = hitung(status, aturanKetat({ ...lengkapiAturan(undefined), ...aturan }));
        if (longgar.persen && ketat.persen) expect(ketat.persen.compare(longgar.persen)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('urutan laporan tanpa periode yang berbeda kegiatannya tidak berpengaruh', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rencana(KASN).realisasi, { minLength: 6 }), (acak) => {
        const h = hitungRealisasi(rencana(KASN).rencana, acak, lengkapiAturan({ satuan: 'prioritas', bobotSebagian: 0.5 }));
        expect(angka(h)).toEqual(['70.00', '3.50', 5]);
      }),
    );
  });
});

describe('kalimat', () => {
  it('KASN', () => {
    const r = rencana(KASN);
    const h = hitungRealisasi(r.rencana, r.realisasi, lengkapiAturan({ satuan: 'prioritas', bobotSebagian: 0.5 }), '2024-05-08');
    expect(kalimatPersen(h)).toBe('70,00% (3,5 dari 5 prioritas; sebagian dihitung 0,5; per 8 Mei 2024)');
  });

  it('menyebut setiap aturan yang menyimpang dari baku', () => {
    const h = hitung([['sudah']], { dasar: 'terverifikasi', tidakDapat: 'dikecualikan', pengganti: 'tidak' });
    expect(kalimatPersen(h)).toBe(
      '0,00% (0 dari 1 kegiatan; sebagian dihitung 0; terverifikasi; yang tidak dapat dilaksanakan dikecualikan; kegiatan pengganti tidak dihitung)',
    );
    expect(kalimatAturan(h.aturan)).toContain('dasar laporan terverifikasi');
  });
});
