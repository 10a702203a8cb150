export type JenisIdentitas = 'surel' | 'telepon' | 'nik' | 'nip' | 'nama';

export const NAMA_IDENTITAS: Readonly<Record<JenisIdentitas, string>> = {
  surel: 'alamat surel',
  telepon: 'nomor telepon',
  nik: 'NIK',
  nip: 'NIP',
  nama: 'nama orang',
};

/** What in a text may tell who somebody is, and where it stands. */
export interface Identitas {
  readonly jenis: JenisIdentitas;
  readonly teks: string;
  readonly awal: number;
  readonly akhir: number;
}

/*
 * Every pattern reads a text in time that grows with its length alone: parts have a longest length (64 before the @, 63 between dots), and
 * what ends a text is looked for where it begins.
 */
const SUREL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/giu;
/** 18 digits, joined or 8-6-1-3 */
const NIP = /(?<!\d)\d{8}[ .-]?\d{6}[ .-]?\d[ .-]?\d{3}(?!\d)/g;
const NIK = /(?<!\d)\d{4}[ .-]?\d{4}[ .-]?\d{4}[ .-]?\d{4}(?!\d)/g;
/** mobile (08…, +62 8…), and landline with its area code */
const TELEPON = /(?<![\d.])(?:(?:\+?62[ .-]?|0)8(?:[ .-]?\d){7,12}|\(?0[2-7]\d{1,2}\)?[ .-]?\d{3,4}[ .-]?\d{3,5})(?![\d])/g;

const SAPAAN = 'bapak bpk pak ibu bu mas mbak mba kak sdr sdri saudara saudari bang teh kang uni uda'
  .split(' ')
  .flatMap((s) => [s, s.charAt(0).toUpperCase() + s.slice(1), s.toUpperCase()])
  .join('|');
/** The word after it, however written, and those with a capital that follow. */
const NAMA = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${SAPAAN})\\.? +(\\p{L}[\\p{L}'’.-]*(?: \\p{Lu}[\\p{L}'’.-]*){0,3})`, 'gu');

/** After "pak" and "bu" these are no names: posts, states, and the words that carry the sentence on. */
const BUKAN_NAMA = new Set(
  (
    'petugas pegawai staf satpam loket kepala camat lurah kades bupati gubernur wali walikota menteri presiden ketua sekretaris bendahara guru dosen ' +
    'dokter bidan perawat polisi tentara hakim jaksa kasubag kabag kabid kasi kadis dirjen direktur pimpinan pejabat operator admin ' +
    'hamil menyusui rumah muda tua lansia dan atau yang di ke dari dengan untuk pada agar supaya saya kami kita mereka dia ini itu sudah ' +
    'belum tidak jangan mohon tolong harus bisa dapat juga sangat lebih kurang semua para sekalian terima maaf selaku sebagai oleh karena ' +
    'kalau jika bila saat ketika masih lagi saja ya nya pengunjung pemohon pelayanan bagian bidang kantor dinas desa kelurahan kecamatan ' +
    'kota ada cantik ganteng baik ramah jutek galak tersebut lain lainnya baru lama cepat lambat'
  ).split(' '),
);

/** Telephone numbers, e-mail addresses, NIK, NIP, and names after "Pak" or "Bu", in the order of the text. A hint for people, no proof. */
export function temukanIdentitas(teks: string): Identitas[] {
  const hasil: Identitas[] = [];
  const terpakai = new Uint8Array(teks.length);
  const tambah = (jenis: JenisIdentitas, awal: number, isi: string) => {
    const akhir = awal + isi.length;
    if (terpakai.subarray(awal, akhir).includes(1)) return;
    terpakai.fill(1, awal, akhir);
    hasil.push({ jenis, teks: isi, awal, akhir });
  };
  const kapital = teks === teks.toUpperCase();
  for (const m of teks.matchAll(SUREL)) tambah('surel', m.index, m[0]);
  for (const m of teks.matchAll(NIP)) tambah('nip', m.index, m[0]);
  for (const m of teks.matchAll(NIK)) tambah('nik', m.index, m[0]);
  for (const m of teks.matchAll(TELEPON)) tambah('telepon', m.index, m[0]);
  for (const m of teks.matchAll(NAMA)) {
    const nama = namaDi(m[1] ?? '', kapital);
    if (nama !== '') tambah('nama', m.index + m[0].length - (m[1] ?? '').length, nama);
  }
  return hasil.sort((a, b) => a.awal - b.awal);
}

/** As far as the words can be a name; where all is in capitals, these say nothing and only the first counts. */
function namaDi(calon: string, kapital: boolean): string {
  const kata = calon.split(' ').slice(0, kapital ? 1 : undefined);
  const akhir = kata.findIndex((k) => BUKAN_NAMA.has(k.toLowerCase().replace(/(?<=\p{L})\P{L}+$/u, '')));
  return (akhir === -1 ? kata : kata.slice(0, akhir)).join(' ').replace(/(?<![.,'’-])[.,'’-]+$/u, '');
}

/** The text with a word in place of whatever may tell who somebody is. */
export function samarkanIdentitas(teks: string): string {
  let hasil = '';
  let lalu = 0;
  for (const { jenis, awal, akhir } of temukanIdentitas(teks)) {
    hasil += `${teks.slice(lalu, awal)}[${NAMA_IDENTITAS[jenis]}]`;
    lalu = akhir;
  }
  return hasil + teks.slice(lalu);
}
