import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BerkasLaporan } from '../../src/laporan/berkas.query';
import type { JenisLaporan } from '../../src/laporan/laporan.rules';
import { bacaPdf, berkasDari, HARI_INI, hurufPdf, pencetakUji, type PencetakUji } from './laporan-uji';

let pencetak: PencetakUji;
beforeAll(() => {
  pencetak = pencetakUji();
});
afterAll(() => pencetak.tutup());

const JENIS = ['hasil-tindak-lanjut', 'monitoring-evaluasi', 'capaian-rencana-aksi'] as const;
const kasn = () => berkasDari('kasn-2023.json');
const baca = async (berkas: BerkasLaporan, jenis: JenisLaporan = 'hasil-tindak-lanjut', kertas: 'a4' | 'f4' = 'a4') => {
  const laporan = berkas.laporan.map((l) => ({ ...l, jenis }));
  return bacaPdf(await pencetak.laporan.pdf({ ...berkas, laporan }, { hariIni: HARI_INI, jenis, kertas }));
};

/** Small deterministic generator (mulberry32): the same rows in every run. */
function acak(benih: number): (n: number) => number {
  let a = benih;
  return (n) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
}

/** A plan whose texts consist of words that occur once: any word lost or doubled shows. */
function rencanaAcak(benih: number, jumlah: number): { berkas: BerkasLaporan; kata: string[] } {
  const angka = acak(benih);
  const kata: string[] = [];
  const huruf = 'abdegiklmnoprstu';
  const kataBaru = () => {
    const n = kata.length;
    const isi = Array.from({ length: 3 }, (_, i) => huruf.charAt((n >> (i * 4)) & 15) + 'aiueo'.charAt((n + i) % 5)).join('');
    const baru = `${'mp'[n % 2]}e${isi}${'kan'.repeat(angka(3))}q${n.toString(36)}x`.replace(
      /\d/g,
      (d) => 'abcdefghij'[Number(d)] ?? 'z',
    );
    kata.push(baru);
    return baru;
  };
  const kalimat = (n: number) => Array.from({ length: Math.max(1, n) }, kataBaru).join(' ');
  const teks = (maks: number) => {
    const bentuk = angka(4);
    if (bentuk === 0) return kalimat(angka(maks));
    if (bentuk === 1)
      return `${kalimat(angka(maks / 2))}:\n${Array.from({ length: 2 + angka(4) }, (_, i) => `${i + 1}. ${kalimat(angka(maks / 4))};`).join('\n')}`;
    if (bentuk === 2) return Array.from({ length: 1 + angka(5) }, () => `- ${kalimat(angka(maks / 4))}`).join('\n');
    return `${kalimat(angka(maks))}.\n\n${kalimat(angka(maks))}.`;
  };
  const dasar = kasn();
  const kegiatan = Array.from({ length: jumlah }, (_, i) => ({
    kode: `1.${i + 1}`,
    uraian: kalimat(5 + angka(25)),
    jadwal: ['2024-TW2'],
    penanggungJawab: [{ unit: 'UMUM' }],
  }));
  const berkas: BerkasLaporan = {
    ...dasar,
    rencana: { ...dasar.rencana, prioritas: [{ no: 1, judul: 'Prioritas', unsur: ['U9'], kegiatan }] },
    realisasi: kegiatan.map((k) => ({
      rencana: dasar.rencana.kode,
      kegiatan: k.kode,
      status: (['sudah', 'sebagian', 'belum'] as const)[angka(3)] ?? 'sudah',
      deskripsi: teks(120),
      ...(angka(2) ? { hambatan: teks(60) } : {}),
    })),
  };
  return { berkas, kata };
}

it.each([
  [1, 'hasil-tindak-lanjut', 'a4'],
  [2, 'hasil-tindak-lanjut', 'f4'],
  [3, 'monitoring-evaluasi', 'a4'],
  [4, 'monitoring-evaluasi', 'f4'],
] as const)('40 baris acak (benih %i, %s, %s): tidak ada kata yang hilang atau ganda', async (benih, jenis, kertas) => {
  const { berkas, kata } = rencanaAcak(benih, 40);
  const { halaman, teks } = await baca(berkas, jenis, kertas);
  const awal = halaman.findIndex(
    (h) => /REALISASI RENCANA TINDAK LANJUT|LAPORAN MONITORING, EVALUASI/.test(h) && !h.includes('DAFTAR ISI'),
  );
  const akhir = jenis === 'hasil-tindak-lanjut' ? halaman.findIndex((h) => /^KESIMPULAN$/m.test(h)) : halaman.length;
  const tabel = teksSatu(halaman.slice(awal, akhir));
  const hitung = new Map<string, number>();
  for (const k of tabel.match(/[\p{L}]+/gu) ?? []) hitung.set(k, (hitung.get(k) ?? 0) + 1);
  const salah = kata.filter((k) => hitung.get(k) !== 1);
  expect(salah).toEqual([]);
  expect(teks.includes('Kepala Sekretariat KASN,')).toBe(true);
});

const teksSatu = (halaman: readonly string[]) =>
  halaman
    .join('\n')
    .replace(/\u00ad?-\s*\n(?=\p{Ll})/gu, '')
    .replace(/\u00ad-?/g, '')
    .replace(/\s+/g, ' ');

it('tanda tangan tidak pernah sendirian di halamannya', async () => {
  const sendirian: string[] = [];
  for (const banyak of [1, 4, 6, 7, 9, 12]) {
    const { berkas } = rencanaAcak(banyak * 11, banyak);
    for (const jenis of ['hasil-tindak-lanjut', 'monitoring-evaluasi'] as const) {
      const { halaman } = await baca(berkas, jenis);
      for (const h of halaman.filter((t) => t.includes('Nurnasni'))) {
        const badan = h
          .slice(h.indexOf('www.kasn.go.id') + 14, h.indexOf('Jakarta, 8 Mei 2024'))
          .replace(/Kecepatan tindak lanjut: .*/s, '');
        if (badan.trim().length < 30) sendirian.push(`${banyak} ${jenis}`);
      }
    }
  }
  expect(sendirian).toEqual([]);
});

describe('teks pengguna tidak pernah menjadi kode', () => {
  const serangan =
    '</style></title><script>document.title="bobol"</script><img src="ALAMAT/a.png" onerror="document.body.remove()"> {{judul}} "}; @import url(ALAMAT/b.css); \\';

  it.each(JENIS)('%s: dicetak apa adanya, tanpa satu permintaan pun keluar', async (jenis) => {
    let permintaan = 0;
    const server = createServer((_, jawab) => {
      permintaan += 1;
      jawab.end('x');
    });
    await new Promise<void>((siap) => server.listen(0, '127.0.0.1', siap));
    try {
      const teks = serangan.replaceAll('ALAMAT', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      const b = kasn();
      const isi = await baca(
        {
          ...b,
          instansi: { ...b.instansi, nama: `Kantor ${teks}`, singkatan: teks, kota: `Kota\n${teks}`, situs: teks },
          unit: b.unit.map((u) => ({ ...u, nama: teks, singkatan: teks })),
          rencana: {
            ...b.rencana,
            judul: `Rencana ${teks}`,
            prioritas: b.rencana.prioritas.map((p) => ({
              ...p,
              judul: teks,
              program: teks,
              alasan: teks,
              kegiatan: p.kegiatan.map((k) => ({ ...k, uraian: `${k.kode} ${teks}`, keluaran: teks })),
            })),
          },
          realisasi: b.realisasi.map((r) => ({
            ...r,
            deskripsi: teks,
            hambatan: teks,
            kegiatanPengganti: teks,
            tindakLanjutBerikut: teks,
            bukti: [
              { jenis: 'tautan' as const, url: 'javascript:alert(1)', keterangan: teks },
              { jenis: 'foto' as const, berkas: teks },
            ],
          })),
          laporan: b.laporan.map((l) => ({
            ...l,
            jenis,
            tempat: teks,
            penandatangan: { jabatan: teks, nama: teks, nip: teks, pangkat: teks },
            kesimpulanTambahan: [teks],
          })),
        },
        jenis,
      );
      expect(isi.info['Title']).toContain(' – Kantor </style></title><script>');
      expect(isi.teks).toContain('<script>document.title="bobol"</script>');
      expect(isi.teks).toContain('{{judul}}');
      expect(isi.teks).toContain('javascript:alert(1)');
      expect(isi.tautan.filter((t) => !t.startsWith('http://127.0.0.1'))).toEqual([]);
      expect(isi.kerangka.length).toBeGreaterThan(4);
      expect(permintaan).toBe(0);
    } finally {
      server.close();
    }
  });
});

describe('data yang kurang dikatakan, tidak dikarang', () => {
  it.each(JENIS)('%s tanpa catatan laporan adalah konsep dengan baris tanda tangan kosong', async (jenis) => {
    const { teks, info, halaman } = await baca({ ...kasn(), laporan: [] }, jenis);
    expect(halaman[0]?.replace(/ /g, '')).toMatch(/konsep/i);
    expect(teks).toContain('Jakarta, 21 November 2026 Jabatan:');
    expect(teks).toContain('Konsep, belum ditandatangani');
    expect(teks).not.toContain('Nurnasni');
    expect(info['CreationDate']).toBe('D:20261121000000Z');
  });

  it.each(JENIS)('%s tanpa survei, tanpa realisasi, tanpa jadwal dan penanggung jawab', async (jenis) => {
    const b = kasn();
    const { survei: kodeSurvei, ...rencana } = b.rencana;
    expect(kodeSurvei).toBe('SKM-2023');
    const prioritas = rencana.prioritas.map((p) => ({
      ...p,
      unsur: [],
      kegiatan: p.kegiatan.map((k) => ({ ...k, jadwal: [], penanggungJawab: [] })),
    }));
    const isi = await baca({ ...b, survei: [], realisasi: [], laporan: [], rencana: { ...rencana, prioritas } }, jenis);
    expect(isi.teks).toContain('0,00% (0 dari 5 prioritas');
    expect(isi.teks).toContain('Belum melapor');
    expect(isi.teks).toMatch(/belum dijadwalkan/i);
    expect(isi.teks).toMatch(/belum ditentukan/i);
    expect(isi.teks).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it.each(JENIS)('%s dari rencana tanpa satu kegiatan pun: tidak ada item, bukan 0%%', async (jenis) => {
    const b = kasn();
    const { teks } = await baca({ ...b, realisasi: [], rencana: { ...b.rencana, prioritas: [] } }, jenis);
    expect(teks).toContain('tidak ada item');
    expect(teks).not.toContain('0,00%');
  });

  it('survei dengan angka terbit saja, tanggal laporan yang hanya bulan, jabatan Plt. dan NIP tak lazim', async () => {
    const b = kasn();
    const laporan = b.laporan.map((l) => ({
      ...l,
      tanggal: '2024-05',
      penandatangan: {
        jabatan: 'a.n. Kepala Sekretariat\nPlt. Sekretaris',
        nama: 'Śri Ñusa',
        nip: '1971-A',
        pangkat: 'Pembina (IV/a)',
      },
    }));
    const { teks } = await baca({ ...b, rencana: { ...b.rencana, survei: 'SKM-2022' }, laporan });
    expect(teks).toContain('Indeks Kepuasan Masyarakat yang diterbitkan 87,25 dengan mutu pelayanan B.');
    expect(teks).toContain('Jakarta, Mei 2024 a.n. Kepala Sekretariat Plt. Sekretaris,');
    expect(teks).toContain('Śri Ñusa Pembina (IV/a) NIP 1971-A');
  });

  it('huruf di luar Latin dan tanda ditanam dari proyek', async () => {
    const b = kasn();
    const realisasi = b.realisasi.map((r) => ({ ...r, deskripsi: 'Łódź, Đặng, Ω, Жук: ≥ 5, ≤ 6, →, •, √, ✓, ½, “kutip”, €' }));
    const pdf = await pencetak.laporan.pdf({ ...b, realisasi }, { hariIni: HARI_INI });
    for (const h of await hurufPdf(pdf))
      expect(h).toMatchObject({ tertanam: true, jenis: 'Type0', nama: expect.stringMatching(/SourceS|NotoSansMath/) as string });
    expect((await bacaPdf(pdf)).teks).toContain('Łódź, Đặng, Ω, Жук: ≥ 5, ≤ 6, →, •, √, ✓, ½, “kutip”, €');
  });

  it('beberapa laporan atas satu kegiatan: yang terakhir menentukan status, yang dahulu tetap terbaca', async () => {
    const b = kasn();
    const realisasi = b.realisasi.flatMap((r) => [
      { ...r, periode: '2024-TW1', status: 'belum' as const, deskripsi: 'Persiapan.' },
      r,
    ]);
    const { teks } = await baca({ ...b, realisasi });
    expect(teks).toContain('TW I 2024 (Januari–Maret) · Belum Persiapan. TW II 2024 (April–Juni) · Sudah');
    expect(teks).toContain('70,00% (3,5 dari 5 prioritas');
  });
});

describe('jadwal dicetak terbaca', () => {
  const dengan = (satuanJadwal: 'bulan' | 'triwulan', jadwal: string[]): BerkasLaporan => {
    const b = kasn();
    const prioritas = b.rencana.prioritas.map((p) => ({ ...p, kegiatan: p.kegiatan.map((k) => ({ ...k, jadwal })) }));
    return { ...b, rencana: { ...b.rencana, satuanJadwal, prioritas } };
  };
  const bulan = (n: number) =>
    Array.from({ length: n }, (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`);

  it('dua tahun triwulan dan 24 bulan sebagai tanda, 40 bulan dalam kata', async () => {
    expect((await baca(dengan('triwulan', ['2024-TW4', '2025-TW1']))).halaman.join('').match(/√/g)).toHaveLength(14);
    expect((await baca(dengan('bulan', bulan(24)))).halaman.join('').match(/√/g)).toHaveLength(24 * 7);
    const panjang = await baca(dengan('bulan', bulan(40)));
    expect(panjang.halaman.join('')).not.toContain('√');
    expect(panjang.teks).toContain('2024: Jan–Des; 2025: Jan–Des; 2026: Jan–Des; 2027: Jan–Apr');
  });
});
