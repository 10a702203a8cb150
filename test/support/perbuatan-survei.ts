import { PeriksaService } from '../../src/survei/impor/periksa.service';
import { JENJANG } from '../../src/survei/nilai-profil.rules';
import type { OrangUji } from './orang';
import type { BahanPerbuatan, Kiriman, Siapkan } from './perbuatan';
import { csvOlahData } from './respons';
import { tersembunyi } from './survei-kelola';

const INSTANSI = '/instansi/:instansi';
const SURVEI = `${INSTANSI}/survei/:survei`;
const IMPOR = `${SURVEI}/impor/:impor`;

/** One coordinator and where they act. */
export interface OlehKoordinator {
  readonly orang: OrangUji;
  /** address of the survey, or of what belongs to it */
  readonly jalur: string;
}

function isianData(b: BahanPerbuatan): Record<string, string> {
  const anak = b.unit['ANAK'] ?? '';
  return {
    ...{ judul: 'Survei uji', bagian: 'triwulan-1', tahun: '2026', instrumen: 'PERMENPAN-14-2017', layanan: 'Loket', unit: anak },
    ...{ kanal: '', mulai: '5 Januari 2026', selesai: '30 Maret 2026', terbit: '', populasi: '900', responden: '10' },
    [`layanan-${anak}`]: '10',
  };
}

/** A draft of its own for the act that follows. */
export async function surveiDraf(b: BahanPerbuatan): Promise<OlehKoordinator> {
  const orang = await b.orang('koordinator');
  const jawaban = await b.kirim(b.sebagai(orang, '/instansi/SATU/survei-baru', isianData(b)));
  const ke = /^\/instansi\/SATU\/survei\/[^/]+(?=\/hasil)/.exec(jawaban.headers.get('location') ?? '')?.[0];
  if (ke === undefined) throw new Error(`Survei tidak dibuat: ${jawaban.status}`);
  return { orang, jalur: ke };
}

async function halaman(b: BahanPerbuatan, { orang }: OlehKoordinator, jalur: string): Promise<string> {
  return (await fetch(b.uji.alamat + jalur, { headers: { accept: 'text/html', ...orang.kepala } })).text();
}

/** What the form of that page carries without being typed. */
async function bawaan(b: BahanPerbuatan, oleh: OlehKoordinator, jalur: string): Promise<Record<string, string>> {
  const isi = (await halaman(b, oleh, jalur)).replace(/^[\s\S]*<main/, '');
  return Object.fromEntries(Object.entries(tersembunyi(isi)).filter(([nama]) => nama !== '_csrf'));
}

async function ubahStatus(b: BahanPerbuatan, { jalur }: OlehKoordinator, status: string): Promise<void> {
  const kode = decodeURIComponent(jalur.split('/').at(-1) ?? '');
  await b.uji.sumber.query('UPDATE survei SET status = $3 WHERE instansi_id = $1 AND kode = $2', [b.satu, kode, status]);
}

async function hasil(b: BahanPerbuatan, oleh: OlehKoordinator): Promise<Kiriman> {
  const jalur = `${oleh.jalur}/hasil`;
  return b.sebagai(oleh.orang, jalur, {
    ...(await bawaan(b, oleh, `${jalur}?cara=jumlah`)),
    ...{ aksi: 'simpan', cara: 'jumlah', nBersama: '10', terbitNrr: '', terbitNilai: '', terbitMutu: '' },
    ...{ 'urut-U1': '1', 'n-U1': '', 'jumlah-U1': '35', 'urut-U2': '2', 'n-U2': '9', 'jumlah-U2': '30' },
  });
}

async function beralasan(b: BahanPerbuatan, status: string, tindakan: string): Promise<Kiriman> {
  const oleh = await surveiDraf(b);
  await ubahStatus(b, oleh, status);
  return b.sebagai(oleh.orang, `${oleh.jalur}/${tindakan}`, { alasan: 'Angkanya diperiksa ulang' });
}

function isianInstrumen(kode: string): Record<string, string> {
  return {
    ...{
      kode,
      namaInstrumen: 'Instrumen uji',
      peraturan: '',
      mulai: '1 Januari 2026',
      selesai: '',
      skalaMin: '1',
      skalaMaks: '4',
    },
    ...{ tambahan: '', 'kode-0': 'U1', 'nama-0': 'Antrean', 'pertanyaan-0': 'Bagaimana antreannya?', 'jawaban-0': '' },
    ...{ 'mutu-0': 'A', 'kinerja-0': 'Baik', 'min-0': '25', barisUnsur: '9', barisKelas: '4', aksi: 'simpan' },
  };
}

async function instrumen(b: BahanPerbuatan, kode: string, tindakan: string): Promise<Kiriman> {
  const orang = await b.orang('koordinator');
  await b.kirim(b.sebagai(orang, '/instansi/SATU/instrumen-baru', isianInstrumen(kode)));
  const { kode: _, ...isian } = isianInstrumen(kode);
  return b.sebagai(orang, `/instansi/SATU/instrumen/${kode}/${tindakan}`, { ...isian, namaInstrumen: 'Instrumen lain' });
}

const BERKAS = csvOlahData(12);
/** Somebody pressed twice. */
const BERKAS_GANDA = `Timestamp,U1,U2,U3,U4,U5,U6,U7,U8,U9\n${'2026/01/02 8:00:00,4,4,4,4,4,4,4,4,4\n'.repeat(2)}2026/01/02 9:00:00,3,3,3,3,3,3,3,3,3\n`;

/** A file on its way in: received, or read to its end. */
async function impor(b: BahanPerbuatan, terbaca: boolean, berkas = BERKAS): Promise<OlehKoordinator> {
  const { orang, jalur } = await surveiDraf(b);
  const jawaban = await b.kirim(b.sebagai(orang, `${jalur}/impor/tempel`, { tempel: berkas }));
  const ke = jawaban.headers.get('location');
  if (ke === null) throw new Error(`Berkas tidak diterima: ${jawaban.status}`);
  if (terbaca) await b.kirim(b.sebagai(orang, `${ke}/periksa`));
  await b.uji.aplikasi.get(PeriksaService).tunggu();
  return { orang, jalur: ke };
}

/** What each column means, as the page proposes it. */
async function isianKolom(b: BahanPerbuatan, oleh: OlehKoordinator): Promise<Record<string, string>> {
  const isi = await halaman(b, oleh, oleh.jalur);
  const pilihan = [...isi.matchAll(/<select[^>]* name="(k\d+)"[^>]*>([\s\S]*?)<\/select>/g)];
  return Object.fromEntries(pilihan.map(([, nama = '', opsi = '']) => [nama, /value="([^"]*)" selected/.exec(opsi)?.[1] ?? '']));
}

async function terapkan(b: BahanPerbuatan): Promise<Kiriman> {
  const oleh = await impor(b, true);
  const sidik = /name="sidik" value="([0-9a-f]{64})"/.exec(await halaman(b, oleh, oleh.jalur))?.[1] ?? '';
  return b.sebagai(oleh.orang, `${oleh.jalur}/terapkan`, { sidik });
}

/** The acts on surveys, their results and raw answers, and on instruments. */
export const PERBUATAN_SURVEI: Readonly<Record<string, Siapkan>> = {
  [`${INSTANSI}/instrumen-baru`]: async (b) =>
    b.sebagai(await b.orang('koordinator'), '/instansi/SATU/instrumen-baru', isianInstrumen('UJI BARU')),
  [`${INSTANSI}/instrumen/:instrumen/ubah`]: (b) => instrumen(b, 'UJI-UBAH', 'ubah'),
  [`${INSTANSI}/instrumen/:instrumen/versi-baru`]: (b) => instrumen(b, 'UJI-VERSI', 'versi-baru'),
  [`${INSTANSI}/survei-profil`]: async (b) =>
    b.sebagai(await b.orang('koordinator'), '/instansi/SATU/survei-profil', {
      ...{ usia: '17, 30, 45', pendidikan: `Semua jenjang: ${JENJANG.join(', ')}`, pekerjaan: '' },
    }),
  [`${INSTANSI}/survei-baru`]: async (b) =>
    b.sebagai(await b.orang('koordinator'), '/instansi/SATU/survei-baru', { ...isianData(b), kode: 'UJI-SURVEI' }),
  [`${SURVEI}/ubah`]: async (b) => {
    const oleh = await surveiDraf(b);
    const jalur = `${oleh.jalur}/ubah`;
    return b.sebagai(oleh.orang, jalur, { ...(await bawaan(b, oleh, jalur)), ...isianData(b), judul: 'Judul lain' });
  },
  [`${SURVEI}/hasil`]: async (b) => hasil(b, await surveiDraf(b)),
  [`${SURVEI}/tetapkan`]: async (b) => {
    const oleh = await surveiDraf(b);
    await b.kirim(await hasil(b, oleh));
    const jalur = `${oleh.jalur}/tetapkan`;
    return b.sebagai(oleh.orang, jalur, { ...(await bawaan(b, oleh, jalur)), alasan: 'Dua unsur saja yang ditanyakan' });
  },
  [`${SURVEI}/buka-kembali`]: (b) => beralasan(b, 'ditetapkan', 'buka-kembali'),
  [`${SURVEI}/batalkan`]: (b) => beralasan(b, 'draf', 'batalkan'),
  [`${SURVEI}/pulihkan`]: (b) => beralasan(b, 'dibatalkan', 'pulihkan'),
  [`${SURVEI}/impor`]: async (b) => {
    const { orang, jalur } = await surveiDraf(b);
    return b.sebagai(orang, `${jalur}/impor`, {}, { medan: 'berkas', nama: 'jawaban.csv', isi: BERKAS });
  },
  [`${SURVEI}/impor/tempel`]: async (b) => {
    const { orang, jalur } = await surveiDraf(b);
    return b.sebagai(orang, `${jalur}/impor/tempel`, { tempel: BERKAS });
  },
  [`${IMPOR}/lembar`]: async (b) => {
    const { orang, jalur } = await impor(b, false);
    return b.sebagai(orang, `${jalur}/lembar`, { lembar: '', barisJudul: '1' });
  },
  [`${IMPOR}/kolom`]: async (b) => {
    const oleh = await impor(b, false);
    return b.sebagai(oleh.orang, `${oleh.jalur}/kolom`, await isianKolom(b, oleh));
  },
  [`${IMPOR}/periksa`]: async (b) => {
    const oleh = await impor(b, false);
    return b.sebagai(oleh.orang, `${oleh.jalur}/periksa`, await isianKolom(b, oleh));
  },
  [`${IMPOR}/ganda`]: async (b) => {
    const { orang, jalur } = await impor(b, true, BERKAS_GANDA);
    return b.sebagai(orang, `${jalur}/ganda`, { semua: 'ya' });
  },
  [`${IMPOR}/terapkan`]: terapkan,
  [`${IMPOR}/batal`]: async (b) => {
    const { orang, jalur } = await impor(b, false);
    return b.sebagai(orang, `${jalur}/batal`);
  },
  [`${SURVEI}/hapus-jawaban`]: async (b) => {
    const kiriman = await terapkan(b);
    await b.kirim(kiriman);
    const jalur = kiriman.jalur.replace(/\/impor\/.*$/, '/hapus-jawaban');
    return { ...kiriman, jalur, isian: { alasan: 'Berkas yang keliru' } };
  },
};
