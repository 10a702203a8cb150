import fc from 'fast-check';
import { teksDesimal } from '../shared/desimal';
import { bacaAturanProfil, tulisAturanProfil } from './aturan-profil.rules';
import { bacaUsia, CIRI_PROFIL, namaRentangUsia, nilaiBaku, TIDAK_DIISI } from './nilai-profil.rules';
import type { Ciri } from './respons/respons.rules';
import {
  ATURAN_PROFIL_BAKU,
  kelompokkanProfil,
  NILAI_TERBANYAK,
  profilCiri,
  ringkasNilai,
  type AturanProfil,
  type HitunganNilai,
} from './profil.rules';

const satuSatu = (nilai: readonly (string | number | null)[]): HitunganNilai[] => nilai.map((n) => ({ nilai: n, jumlah: 1 }));
const total = (daftar: readonly { jumlah: number }[]) => daftar.reduce((a, b) => a + b.jumlah, 0);

describe('satu ejaan untuk yang ditulis responden', () => {
  it.each<[Ciri, string, readonly string[]]>([
    ['jenis_kelamin', 'Laki-laki', ['L', 'l', 'Laki-laki', 'laki laki', 'LAKI – LAKI', 'Pria', 'Lk', ' pria ']],
    ['jenis_kelamin', 'Perempuan', ['P', 'p', 'Perempuan', 'WANITA', 'Pr.']],
    ['pendidikan', 'S1', ['S1', 's-1', 'S 1', 'Strata 1', 'Strata I', 'Sarjana', 'Sarjana (S1)', 'S.1']],
    ['pendidikan', 'D4', ['D4', 'D-IV', 'Diploma IV', 'Sarjana Terapan']],
    ['pendidikan', 'D3', ['D3', 'DIII', 'D III', 'Diploma III', 'Diploma 3']],
    ['pendidikan', 'SMA', ['SMA', 'SLTA', 'SMK', 'SMA/SMK', 'SLTA/SMA', 'SMA/SMK/MA sederajat', 'Madrasah Aliyah', 'STM']],
    ['pendidikan', 'SMP', ['SMP', 'SLTP', 'MTs', 'SMP/sederajat']],
    ['pendidikan', 'SD', ['SD', 'Sekolah Dasar', 'SD/MI']],
    ['pendidikan', 'S2', ['S2', 'Magister', 'Pascasarjana', 'Strata 2']],
    ['pendidikan', 'S3', ['S3', 'Doktor', 'Strata III']],
    ['pendidikan', 'D4/S1', ['D4/S1', 'D-IV / S-1', 'S1/D4']],
    ['pekerjaan', 'ASN (PNS/PPPK)', ['PNS', 'ASN', 'asn', 'Pegawai Negeri Sipil', 'PPPK', 'PNS / ASN']],
    ['pekerjaan', 'TNI/Polri', ['TNI/Polri', 'TNI / POLRI']],
    ['pekerjaan', 'Pegawai swasta', ['Swasta', 'karyawan swasta', 'Pegawai Swasta']],
    ['pekerjaan', 'Wirausaha', ['Wiraswasta', 'WIRAUSAHA', 'pengusaha', 'Wira usaha']],
    ['pekerjaan', 'Pegawai non-ASN', ['Honorer', 'Non ASN', 'pegawai kontrak']],
    ['pekerjaan', 'Pelajar/mahasiswa', ['Mahasiswa', 'Pelajar', 'Pelajar/Mahasiswa']],
    ['usia', '37', ['37', '37 tahun', '37 th', '37,0', 'usia 37']],
    ['usia', '25–34 tahun', ['25-34', '25 – 34 tahun', '25 s.d. 34', '25 s/d 34 thn']],
    ['usia', '61 tahun ke atas', ['>60', '> 60 tahun', 'di atas 60', 'lebih dari 60 tahun', '>= 61', '61 tahun ke atas', '61+']],
    ['usia', 'di bawah 20 tahun', ['<20', 'kurang dari 20', 'di bawah 20 tahun', '≤ 19']],
    ['layanan', 'Loket 1', ['Loket 1', ' Loket  1 ']],
  ])('%s → %s', (ciri, baku, ditulis) => {
    for (const teks of ditulis) expect([teks, nilaiBaku(ciri, teks)]).toEqual([teks, baku]);
  });

  it('kosong, tanda hubung, dan "tidak diisi" satu kelompok; yang tidak dikenal memakai katanya sendiri', () => {
    for (const isi of [null, '', '  ', '-', 'N/A', 'Tidak mengisi']) expect(nilaiBaku('usia', isi)).toBe(TIDAK_DIISI);
    expect(nilaiBaku('jenis_kelamin', '1')).toBe('1');
    expect(nilaiBaku('pekerjaan', 'Notaris')).toBe('Notaris');
    expect(nilaiBaku('pendidikan', 'Pesantren')).toBe('Pesantren');
  });

  it('satu ejaan tetap bila dibaca lagi', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CIRI_PROFIL), fc.oneof(fc.string(), fc.integer({ min: 0, max: 130 })), (ciri, isi) => {
        const baku = nilaiBaku(ciri, isi);
        expect(nilaiBaku(ciri, baku)).toBe(baku);
      }),
    );
  });

  it('nama rentang usia terbaca sebagai rentang yang sama', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 40 }), (dari, panjang) => {
        for (const r of [
          { dari, sampai: dari + panjang },
          { dari, sampai: null },
          { dari: null, sampai: dari },
        ])
          expect(bacaUsia(namaRentangUsia(r))).toEqual(r);
      }),
    );
  });
});

describe('kelompok profil', () => {
  const kelompok = (ciri: Ciri, nilai: readonly (string | number | null)[], aturan?: AturanProfil) =>
    kelompokkanProfil(ciri, satuSatu(nilai), aturan).map((k) => [k.kelompok, k.jumlah]);

  it('usia pada batasnya: 24, 25, 34, 35', () => {
    expect(kelompok('usia', [24, 25, 34, 35, '65', 90, null])).toEqual([
      ['15–24 tahun', 1],
      ['25–34 tahun', 2],
      ['35–44 tahun', 1],
      ['65 tahun ke atas', 2],
      [TIDAK_DIISI, 1],
    ]);
    expect(kelompok('usia', [14, 15])).toEqual([
      ['di bawah 15 tahun', 1],
      ['15–24 tahun', 1],
    ]);
  });

  it('kelompok tertulis KASN 2024: rentang yang melintasi batas berdiri sendiri, tidak ada yang hilang', () => {
    const tertulis = [
      ['15-24 tahun', 4],
      ['25-34 tahun', 46],
      ['35-44 tahun', 136],
      ['45-54 tahun', 60],
      ['54-60 tahun', 12],
      ['>60 tahun', 2],
    ] as const;
    const hasil = kelompokkanProfil(
      'usia',
      tertulis.map(([nilai, jumlah]) => ({ nilai, jumlah })),
    );
    expect(hasil.map((k) => [k.kelompok, k.jumlah])).toEqual([
      ['15–24 tahun', 4],
      ['25–34 tahun', 46],
      ['35–44 tahun', 136],
      ['45–54 tahun', 60],
      ['54–60 tahun', 12],
      ['61 tahun ke atas', 2],
    ]);
    const { total: n, genap, kelompok: isi } = profilCiri('usia', hasil.map((k) => ({ nilai: k.kelompok, jumlah: k.jumlah })), ATURAN_PROFIL_BAKU, 260); // prettier-ignore
    expect([n, genap]).toEqual([260, true]);
    expect(isi[2]?.persen && teksDesimal(isi[2].persen)).toBe('52.31');
  });

  it('pendidikan KASN 2024 dan ejaan lain berkumpul menurut jenjang', () => {
    expect(
      kelompok('pendidikan', ['D4/S1', 'Sarjana', 'D-IV', 'S2', 'Doktor', 'SLTA/SMA', 'D1/D2/D3', 'Diploma III', 'SD']),
    ).toEqual([
      ['SD ke bawah', 1],
      ['SMA', 1],
      ['D1/D2/D3', 2],
      ['D4/S1', 3],
      ['S2 ke atas', 2],
    ]);
  });

  it('pekerjaan dan layanan menurut banyaknya; kelompok pekerjaan milik instansi', () => {
    const { aturan, masalah } = bacaAturanProfil({
      ...tulisAturanProfil(ATURAN_PROFIL_BAKU),
      pekerjaan: 'Aparatur: PNS, TNI, Polri, TNI/Polri\nSwasta dan usaha: swasta, wiraswasta',
    });
    expect(masalah).toEqual([]);
    expect(kelompok('pekerjaan', ['PNS', 'TNI', 'karyawan', 'pengusaha', 'Notaris', 'asn'], aturan)).toEqual([
      ['Aparatur', 3],
      ['Swasta dan usaha', 2],
      ['Notaris', 1],
    ]);
  });

  it('pekerjaan yang sangat beragam: yang kecil menjadi Lainnya, jumlahnya tetap', () => {
    const hasil = kelompok(
      'pekerjaan',
      Array.from({ length: 40 }, (_, i) => `Kerja ${i}`),
    );
    expect(hasil.length).toBeLessThanOrEqual(12);
    expect(hasil.at(-1)).toEqual(['Lainnya', 29]);
    expect(total(ringkasNilai('pekerjaan', satuSatu(Array.from({ length: 1000 }, (_, i) => `Kerja ${i}`))))).toBe(1000);
    expect(ringkasNilai('pekerjaan', satuSatu(Array.from({ length: 1000 }, (_, i) => `Kerja ${i}`)))).toHaveLength(
      NILAI_TERBANYAK,
    );
  });

  const nilaiAcak = fc.oneof(
    fc.integer({ min: 0, max: 130 }),
    fc.constantFrom('L', 'P', 'Pria', 'S1', 'SMA', 'D4/S1', 'S2 ke atas', 'PNS', '25-34', '>60', '54-60 tahun', '', '-', 'x'),
    fc.string({ maxLength: 12 }),
    fc.constant(null),
  );
  const hitunganAcak = fc.array(fc.record({ nilai: nilaiAcak, jumlah: fc.integer({ min: 0, max: 50 }) }), { maxLength: 60 });
  const aturanAcak = fc
    .uniqueArray(fc.integer({ min: 1, max: 120 }), { maxLength: 10 })
    .map((usia): AturanProfil => ({ ...ATURAN_PROFIL_BAKU, usia: usia.sort((a, b) => a - b) }));

  it('tiap ciri selalu berjumlah n, disimpan maupun dikelompokkan, apa pun kelompoknya', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CIRI_PROFIL), hitunganAcak, aturanAcak, (ciri, isi, aturan) => {
        const tersimpan = ringkasNilai(ciri, isi);
        expect(total(tersimpan)).toBe(total(isi));
        const nilai = tersimpan.map((k) => ({ nilai: k.kelompok, jumlah: k.jumlah }));
        expect(total(kelompokkanProfil(ciri, nilai, aturan))).toBe(total(isi));
      }),
    );
  });

  it('dikelompokkan lagi tidak mengubah apa pun, dan urutan berkas tidak berpengaruh', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CIRI_PROFIL), hitunganAcak, aturanAcak, (ciri, isi, aturan) => {
        const sekali = kelompokkanProfil(ciri, isi, aturan);
        const nilai = sekali.map((k) => ({ nilai: k.kelompok, jumlah: k.jumlah }));
        expect(kelompokkanProfil(ciri, nilai, aturan)).toEqual(sekali);
        expect(kelompokkanProfil(ciri, [...isi].reverse(), aturan)).toEqual(sekali);
      }),
    );
  });
});

describe('aturan kelompok', () => {
  const baku = tulisAturanProfil(ATURAN_PROFIL_BAKU);

  it('yang ditulis terbaca kembali', () => {
    expect(bacaAturanProfil(baku)).toEqual({ aturan: ATURAN_PROFIL_BAKU, masalah: [] });
  });

  it.each([
    ['usia', { usia: '' }, 'usia awal'],
    ['usia', { usia: '25, 15' }, 'termuda'],
    ['usia', { usia: '15, 15' }, 'tidak boleh ada yang sama'],
    ['usia', { usia: '15, 200' }, 'dari 1 sampai 120'],
    ['usia', { usia: '15-24' }, 'bilangan bulat'],
    ['pendidikan', { pendidikan: 'Dasar: SD, SMP' }, 'Masukkan Tidak sekolah, SMA'],
    ['pendidikan', { pendidikan: `${baku.pendidikan}\nLagi: S1` }, '“S1” ada di dua kelompok'],
    ['pendidikan', { pendidikan: `${baku.pendidikan}\nPesantren: Pesantren` }, 'bukan jenjang'],
    ['pendidikan', { pendidikan: 'tanpa anggota' }, 'nama: anggota'],
    ['pekerjaan', { pekerjaan: 'A: PNS\na: TNI' }, 'ditulis dua kali'],
    ['pekerjaan', { pekerjaan: 'Swasta: PNS' }, 'terbaca sebagai “Pegawai swasta”'],
    ['pekerjaan', { pekerjaan: 'Tidak diisi: PNS' }, 'kelompok tersendiri'],
  ])('%s %j ditolak dengan kalimat', (medan, ubah, kata) => {
    const { masalah } = bacaAturanProfil({ ...baku, ...ubah });
    expect(masalah).toHaveLength(1);
    expect(masalah[0]?.medan).toBe(medan);
    expect(masalah[0]?.pesan).toContain(kata);
  });
});
