import { bacaUji, berkasUji, instrumenBawaan, jawabanUji } from '../support/respons-uji';
import { bukuUji, type SelUji } from '../support/buku-uji';

const JAWABAN = jawabanUji(200);
const HARAPAN = Object.fromEntries(
  Array.from({ length: 9 }, (_, k) => [`U${k + 1}`, JAWABAN.reduce((s, b) => s + (b[k] ?? 0), 0)]),
);
const KODE = Array.from({ length: 9 }, (_, k) => `U${k + 1}`);
const PERTANYAAN = [
  'Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?',
  'Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?',
  'Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?',
  'Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?',
  'Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan dengan hasil yang diberikan?',
  'Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?',
  'Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?',
  'Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?',
  'Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?',
];
const KATA = [
  ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'],
  ['Tidak mudah', 'Kurang mudah', 'Mudah', 'Sangat mudah'],
  ['Tidak cepat', 'Kurang cepat', 'Cepat', 'Sangat cepat'],
  ['Sangat mahal', 'Cukup mahal', 'Murah', 'Gratis'],
  ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'],
  ['Tidak kompeten', 'Kurang kompeten', 'Kompeten', 'Sangat kompeten'],
  ['Tidak sopan dan ramah', 'Kurang sopan dan ramah', 'Sopan dan ramah', 'Sangat sopan dan ramah'],
  ['Tidak ada', 'Ada tetapi tidak berfungsi', 'Berfungsi kurang maksimal', 'Dikelola dengan baik'],
  ['Buruk', 'Cukup', 'Baik', 'Sangat Baik'],
];
const kata = (k: number, nilai: number) => KATA[k]?.[nilai - 1] ?? '';
/** The order in which the questionnaire of the regulation asks: sarana before pengaduan. */
const KUESIONER = [0, 1, 2, 3, 4, 5, 6, 8, 7];

const csv = (baris: readonly (readonly (string | number)[])[], pemisah = ',', akhir = '\n') =>
  baris.map((b) => b.map((t) => (/["\n\r]/.test(String(t)) || String(t).includes(pemisah) ? `"${String(t).replaceAll('"', '""')}"` : t)).join(pemisah)).join(akhir) + akhir; // prettier-ignore
const polos = (pemisah = ',', akhir = '\n') => csv([KODE, ...JAWABAN], pemisah, akhir);
const utf16be = (teks: string) => Buffer.from(`\ufeff${teks}`, 'utf16le').swap16();
const saat = (i: number, urut: 'id' | 'us' | 'iso') => {
  const [h, b] = [String((i % 28) + 1), 5 + Math.floor(i / 28)];
  const jam = `${8 + (i % 9)}:${String(i % 60).padStart(2, '0')}:05`;
  if (urut === 'iso') return `2024/${String(b).padStart(2, '0')}/${h.padStart(2, '0')} ${jam} AM GMT+7`;
  return urut === 'id' ? `${h.padStart(2, '0')}/0${b}/2024 ${jam.replaceAll(':', '.')}` : `${b}/${h}/2024 ${jam}`;
};

const formulir = (waktu: string, urut: 'id' | 'us' | 'iso', tulis: (k: number, n: number, i: number) => string, pemisah = ',') =>
  csv(
    [
      [waktu, 'Nama Lengkap', 'Nomor HP', 'Usia', 'Jenis Kelamin', 'Pendidikan terakhir', 'Jenis layanan yang diterima', ...KUESIONER.map((k) => PERTANYAAN[k] ?? ''), 'Saran dan masukan Anda'],
      ...JAWABAN.map((b, i) => [saat(i, urut), `Warga ${i}`, `0812${3_000_000 + i}`, 20 + (i % 40), i % 2 ? 'Perempuan' : 'Laki-laki', 'S1', 'Layanan Data, dan Informasi', ...KUESIONER.map((k) => tulis(k, b[k] ?? 0, i)), i % 3 ? '' : `Ruang tunggu\nsudah "nyaman", ${i}`]),
    ],
    pemisah,
  ); // prettier-ignore

const RAGAM: Readonly<Record<string, () => string | Buffer>> = {
  'kode dan koma': () => polos(),
  'titik koma, CRLF': () => polos(';', '\r\n'),
  'tab, CR': () => polos('\t', '\r'),
  'UTF-8 dengan BOM': () => `\ufeff${polos(';')}`,
  'UTF-16 LE': () => Buffer.from(`\ufeff${polos('\t')}`, 'utf16le'),
  'UTF-16 BE': () => utf16be(polos()),
  'UTF-16 tanpa tanda': () => Buffer.from(polos(';', '\r\n'), 'utf16le'),
  'sep= dari Excel': () => `sep=;\r\n${polos(';', '\r\n')}`,
  'koma desimal': () => csv([KODE, ...JAWABAN.map((b) => b.map((n) => `${n},0`))], ';'),
  'koma desimal, berkutip': () => csv([KODE, ...JAWABAN.map((b) => b.map((n) => `${n},00`))]),
  'titik desimal': () => csv([KODE, ...JAWABAN.map((b) => b.map((n) => `${n}.0`))]),
  'Windows-1252': () => Buffer.from(csv([['Nama petugas', ...KODE], ...JAWABAN.map((b, i) => [`José ${i}`, ...b])], ';'), 'latin1'),
  'urutan kode lain, baris kosong, kolom lain': () =>
    csv([['ID', ...KUESIONER.map((k) => KODE[k] ?? ''), 'Pertanyaan tambahan 1'], ...JAWABAN.flatMap((b, i) => [[`x${i}`, ...KUESIONER.map((k) => b[k] ?? 0), 4], []])]),
  'judul nama unsur, urutan kuesioner': () =>
    csv([['No', ...KUESIONER.map((k) => instrumenBawaan('PERMENPAN-14-2017').unsur[k]?.nama ?? '')], ...JAWABAN.map((b, i) => [i + 1, ...KUESIONER.map((k) => b[k] ?? 0)])]),
  'Google Forms, Timestamp': () => formulir('Timestamp', 'us', (k, n) => kata(k, n)),
  'Google Forms, Stempel waktu': () => formulir('Stempel waktu', 'id', (k, n) => kata(k, n), ';'),
  'Google Forms, Cap waktu, ejaan beragam': () =>
    formulir('Cap waktu', 'iso', (k, n, i) => [kata(k, n).toUpperCase(), ` ${kata(k, n)} `, kata(k, n).replaceAll(' ', '\u00a0'), kata(k, n).replaceAll(' ', '  '), kata(k, n).toLowerCase()][i % 5] ?? ''),
  'jawaban berhuruf': () => formulir('Timestamp', 'us', (k, n) => `${'abcd'[n - 1] ?? ''}. ${kata(k, n)}`),
  'angka di depan': () => formulir('Timestamp', 'us', (k, n) => `${n} - ${kata(k, n)}`),
  'angka di belakang': () => formulir('Timestamp', 'us', (k, n) => `${kata(k, n)} (${n})`),
  'baris uraian di bawah kode': () =>
    csv([['Respondent ID', 'Start Date', ...KODE, 'IP Address'], ['', '', ...PERTANYAAN, ''], ...JAWABAN.map((b, i) => [`11${4_000 + i}`, saat(i, 'us'), ...b, `10.0.0.${i}`])]),
  'LimeSurvey': () =>
    csv([['id. ID respons', 'submitdate. Tanggal dikirim', ...KODE.map((u, k) => `SKM[${u}]. ${PERTANYAAN[k] ?? ''}`), 'interviewtime'], ...JAWABAN.map((b, i) => [i + 1, saat(i, 'iso'), ...b, 123.45 + i])]),
  'olah data CSV': () => csv(olahData().map((b) => b.map((t) => (t === null ? '' : typeof t === 'object' ? ('nilai' in t ? t.nilai : t.serial) : t))), ';'),
  'olah data XLSX': () =>
    bukuUji([
      { nama: 'Petunjuk', baris: [['Cara mengisi'], ['U1', 'Persyaratan'], ['U2', 'Prosedur']] },
      { nama: 'Olah Data', baris: olahData(), gabung: ['F5:N5', 'A5:A6'], kolomTersembunyi: [4] },
      { nama: 'Rekap', baris: [['No', 'Unsur', 'NRR'], ...KODE.map((u, k): SelUji[] => [k + 1, u, 3.2])] },
    ]),
  'hanya U1–U9, jumlah dan rata-rata tanpa label': () =>
    csv([KODE, ...JAWABAN, [], KODE.map((u) => HARAPAN[u] ?? 0), KODE.map((u) => ((HARAPAN[u] ?? 0) / 200).toFixed(3).replace('.', ',')), KODE.map((u) => Math.round((HARAPAN[u] ?? 0) / 200))], ';'),
  'hanya U1–U9, rata-rata tanpa label': () => csv([KODE, ...JAWABAN, KODE.map((u) => (HARAPAN[u] ?? 0) / 200)]),
  'judul Unsur Pelayanan 1, angka berspasi': () =>
    csv([['NO. RESP', ...KODE.map((_, k) => `Unsur Pelayanan ${k + 1}`), 'JML'], ...JAWABAN.map((b, i) => [i + 1, ...b.map((n) => ` ${n} `), 30])]),
  'KoBo: jalur pertanyaan': () => csv([['start', ...KODE.map((u) => `skm_2024/${u.toLowerCase()}`), '_uuid'], ...JAWABAN.map((b, i) => [saat(i, 'iso'), ...b, `u-${i}`])], ';'),
  'wajah di depan kata': () => formulir('Timestamp', 'us', (_, n) => ['😡 Tidak puas', '😐 Kurang puas', '🙂 Puas', '😀 Sangat puas'][n - 1] ?? ''),
  'singkatan STS–SS': () => formulir('Timestamp', 'us', (_, n) => ['STS', 'TS', 'S', 'SS'][n - 1] ?? ''),
  'singkatan TB–SB': () => formulir('Timestamp', 'us', (_, n) => ['TB', 'KB', 'B', 'SB'][n - 1] ?? ''),
  'XLSX zip64': () => bukuUji([{ nama: 'A', baris: [KODE, ...JAWABAN] }], true),
  'formulir XLSX dengan tanggal': () =>
    bukuUji([{ nama: 'Form Responses 1', baris: [['Timestamp', ...PERTANYAAN], ...JAWABAN.map((b, i): SelUji[] => [{ serial: 45_400.5 + i / 10 }, ...b.map((n, k) => kata(k, n))])] }]),
}; // prettier-ignore

/** The sheet that offices keep: titles, a header of two rows, numbers, totals below, notes and a signature. */
function olahData(): SelUji[][] {
  const jumlah = KODE.map((u) => HARAPAN[u] ?? 0);
  const rumus = (awal: string, nilai: number): SelUji => ({ rumus: awal, nilai });
  return [
    ['PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT PER RESPONDEN DAN PER UNSUR PELAYANAN'],
    ['UNIT PELAYANAN', null, ': DINAS CONTOH'],
    ['ALAMAT', null, ': Jl. Merdeka 1'],
    [],
    ['No', 'Usia', 'Jenis Kelamin', 'Pendidikan', 'Pekerjaan', 'NILAI UNSUR PELAYANAN', ...Array<null>(8).fill(null), 'Jumlah'],
    [null, null, null, null, null, ...KODE, null],
    ...JAWABAN.map((b, i): SelUji[] => [i + 1, 20 + (i % 45), i % 2 ? 'P' : 'L', 'SMA', 'PNS', ...(i % 7 ? b : b.map((n) => rumus('X1', n))), rumus('SUM(F7:N7)', b.reduce((a, c) => a + c, 0))]),
    [],
    ['Jumlah', null, null, null, null, ...jumlah.map((n) => rumus('SUM(F7:F206)', n))],
    ['Rata-rata', null, null, null, null, ...jumlah.map((n) => rumus('AVERAGE(F7:F206)', n / 200))],
    ['NRR per unsur', null, null, null, null, ...jumlah.map((n) => n / 200)],
    ['NRR tertimbang per unsur', null, null, null, null, ...jumlah.map((n) => (n / 200) * 0.11), 2.5],
    ['IKM Unit pelayanan', null, null, null, null, 62.5],
    ['Modus', null, null, null, null, 3, 3, 3, 3, 3, 3, 3, 3, 3],
    [],
    ['Keterangan', null, null, null, null, 'No.', 'UNSUR PELAYANAN', null, null, 'NILAI RATA-RATA'],
    ['- U1 s.d. U9 = unsur pelayanan', null, null, null, null, 'U1', 'Persyaratan', null, null, 3.2],
    [null, null, null, null, null, 'U2', 'Prosedur', null, null, 3.1],
    [null, null, null, null, null, null, null, null, null, null, null, 'Kepala Dinas'],
    [null, null, null, null, null, null, null, null, null, null, null, 'NIP 19700101 199503 1 001'],
  ]; // prettier-ignore
}

describe('200 jawaban yang sama, angka yang sama', () => {
  it.each(Object.keys(RAGAM))('%s', async (nama) => {
    const { hasil, jumlah, ditolak, susunan } = await bacaUji(berkasUji(`${nama}.csv`, RAGAM[nama]?.() ?? ''));
    expect(susunan.masalah).toEqual([]);
    expect(ditolak).toEqual([]);
    expect({ n: hasil.diterima, jumlah }).toEqual({ n: 200, jumlah: HARAPAN });
    expect(hasil.unsur.every((u) => u.n === 200 && u.penyebut === 1)).toBe(true);
  });
});

it('formulir: profil, tanggal, saran terbaca; nama dan telepon tidak', async () => {
  const { blok, susunan } = await bacaUji(
    berkasUji(
      'f.csv',
      formulir('Timestamp', 'us', (k, n) => kata(k, n)),
    ),
  );
  const [b] = blok;
  expect(b).toMatchObject({ n: 200 });
  expect(b?.tanggal?.slice(0, 2)).toEqual(['2024-05-01', '2024-05-02']);
  expect(b?.usia?.[1]).toBe(21);
  expect(b?.jenisKelamin?.slice(0, 2)).toEqual(['Laki-laki', 'Perempuan']);
  expect(b?.layanan?.[0]).toBe('Layanan Data, dan Informasi');
  expect(b?.saran?.[0]).toContain('nyaman');
  expect(JSON.stringify(blok)).not.toMatch(/Warga|0812/);
  expect(JSON.stringify(susunan)).not.toMatch(/Warga|0812/);
  expect(susunan.kolom.filter((k) => k.arti.jenis === 'identitas').map((k) => k.judul)).toEqual(['Nama Lengkap', 'Nomor HP']);
});

it('jumlah tanpa label: dilewati dengan alasan, juga bila ada baris yang ditolak; angka seperti jumlah di tengah tetap ditolak', async () => {
  const baris = [...JAWABAN.slice(0, 20), KODE.map(() => 5), ...JAWABAN.slice(20, 40)];
  const jumlah = KODE.map((_, k) => baris.reduce((s, b) => s + (b[k] ?? 0), 0));
  const isi = csv([KODE, ...baris, jumlah, KODE.map((_, k) => ((jumlah[k] ?? 0) / 41).toFixed(2)), ...JAWABAN.slice(40, 42)]);
  const { hasil, ditolak } = await bacaUji(berkasUji('a.csv', isi));
  expect(hasil.dilewati).toEqual([
    { baris: 43, alasan: 'jumlah kolom di atasnya, tanpa label' },
    { baris: 44, alasan: 'rata-rata kolom di atasnya, tanpa label' },
  ]);
  expect([hasil.diterima, ditolak.map((d) => d.baris)]).toEqual([42, [22]]);
  const salah = await bacaUji(berkasUji('a.csv', csv([KODE, ...baris, jumlah.map((n) => n + 1)])));
  expect(salah.ditolak.map((d) => d.baris)).toEqual([22, 43]);
});

it('olah data: baris di bawah jumlah dilewati dengan alasan, tidak satu pun hilang', async () => {
  const { hasil } = await bacaUji(berkasUji('olah.xlsx', RAGAM['olah data XLSX']?.() ?? ''));
  const alasan = hasil.dilewati.map((d) => d.alasan).join('\n');
  for (const label of ['Jumlah', 'Rata-rata', 'NRR per unsur', 'NRR tertimbang', 'IKM Unit pelayanan', 'Modus'])
    expect(alasan).toContain(`“${label}`);
  expect(hasil.jumlahDilewati).toBe(
    olahData()
      .slice(206)
      .filter((b) => b.length > 0).length,
  );
});
