import type { ArtiKolom, Ciri } from './respons.rules';
import { bacaSaat, urutanTanggal } from './tanggal-respons.rules';
import { kataKata, selIdentitas } from './teks.rules';

/** A meaning and why, in Indonesian. */
export interface Tafsir {
  readonly arti: ArtiKolom;
  readonly alasan: string;
}

/** Numbers in the sentence a row below a table begins with; also headers of columns that are computed from the answers. */
export const HITUNGAN =
  /^(grand |sub ?)?(total|jumlah|jml|rata rata|rerata|rataan|average|mean|sum|median|modus|nrr|ikm|skm|indeks|bobot|mutu|kinerja|konversi|persentase|simpangan baku|standar deviasi|std|min|maks|max|skor total|total skor)\b|^nilai (skm|ikm|indeks|rata|per unsur|unsur|tertimbang|konversi|total|akhir|interval)|tertimbang|^u?nrr\b/;

const IDENTITAS: readonly RegExp[] = [
  /^nama\b(?!.*\b(unit|layanan|pelayanan|instansi|loket|opd|kantor|produk)\b)/,
  /\bnama (lengkap|responden|pemohon|anda|saudara|pengguna|user|pasien|pelanggan)\b/,
  /\b(nik|nip|nrp|ktp|npwp|nisn|nim|no kk|paspor|passport|sim)\b/,
  /\b(no|nomor|nmr) ?(hp|h p|wa|w a|telp|tlp|telepon|telpon|handphone|ponsel|kontak|identitas|kartu|registrasi|antrian|antrean|rekam medis)\b/,
  /\b(telp|tlp|telepon|telpon|handphone|ponsel|whatsapp|whats app|phone|mobile|kontak|contact)\b|^(hp|wa|h p)$/,
  /\be ?mail\b|\bsurel\b|^username$|\buser ?name\b|^surat elektronik/,
  /\balamat\b|\baddress\b|^ip$|\bip ?addr/,
  /\b(response|respondent|responden|respons|submission|collector|session|sesi|user|record|entry|instance) ?(id|uuid|kode|code|token|key)\b|^(id|uuid|token|kode|key|seed|id (responden|respons|jawaban)|kode (unik|responden|sesi))$|\b(user ?agent|device ?id|refurl|cookie)\b|^ (id|uuid)$/,
  /\btanda ?tangan\b|^(ttd|paraf|signature)$/,
  /\b(tempat|tanggal|tgl)( dan tanggal| tanggal| tgl)? lahir\b|^ttl$|\bbirth/,
  /^(first|last|full|custom) ?(name|data)\b|^name$/,
  /^(responden|pemohon|pelapor|pengguna|pelanggan|pasien|peserta)$/,
];

/** Columns whose cells tell one sending from another, used to find double submissions and then forgotten. */
export const KODE_KIRIM =
  /\b(response|respondent|respons|submission|session|sesi|record|entry|instance) ?(id|uuid|kode|code|token|key)\b|^(id|uuid|token|id (responden|respons|jawaban)|kode (unik|sesi))$|^instanceid$/;

const CIRI: readonly (readonly [Ciri, RegExp])[] = [
  ['usia', /\b(usia|umur|age)\b/],
  ['jenis_kelamin', /\bjenis kelamin\b|^(jk|j k|l p|kelamin|gender|sex|lk pr)$|\bgender\b|\bkelamin\b/],
  ['pendidikan', /\bpendidikan\b|\beducation\b|^pend(idikan)?( terakhir| akhir)?$/],
  ['pekerjaan', /\bpekerjaan\b|\bprofesi\b|\boccupation\b|^(kerja|pek)$/],
  ['layanan', /^(jenis |nama |unit |bidang |loket )*(layanan|pelayanan)\b|\b(jenis|nama|unit|macam|bentuk) (layanan|pelayanan)\b|\b(layanan|pelayanan) (yang|apa)\b|^(unit|loket|service)( kerja| layanan)?$/],
]; // prettier-ignore

const WAKTU =
  /\b(timestamp|stempel waktu|cap waktu|tanggal|tgl|date|submitdate|datestamp|startdate|waktu (pengisian|survei|input|mulai|selesai|kirim|pengiriman|submit)|submitted|start ?time|end ?time|completed|completion time|hari)\b|^(waktu|time|start|end)$/;

const INGGRIS = /\b(timestamp|time|date|startdate|submitdate|submitted|completed)\b/;

const SARAN =
  /\b(saran|kritik|masukan|komentar|pesan|usul(an)?|keluhan|harapan anda|perbaikan|uraian|comment|feedback|suggestion)\b/;

/** Share of the filled cells that satisfy a test. */
export function bagian(isi: readonly string[], uji: (teks: string) => boolean): number {
  const terisi = isi.filter((t) => t.trim() !== '');
  return terisi.length === 0 ? 0 : terisi.filter(uji).length / terisi.length;
}

/** The meaning of a column that holds no unsur, from its header and its first cells. */
export function tafsirkanLain(judul: string, isi: readonly string[]): Tafsir {
  const teks = kataKata(judul);
  const terisi = isi.filter((t) => t.trim() !== '');
  if (terisi.length > 0 && bagian(terisi, selIdentitas) >= 0.5) {
    return { arti: { jenis: 'identitas' }, alasan: 'isinya nomor telepon, NIK, surel, atau alamat IP; tidak disimpan' };
  }
  if (/^((no|nomor|nmr)( (urut|responden|resp|res|kuesioner|formulir))?|urut|row|)$/.test(teks)) {
    if (teks !== '') return { arti: { jenis: 'nomor' }, alasan: 'nomor urut' };
    if (terisi.length === 0) return { arti: { jenis: 'abaikan' }, alasan: 'kolom kosong' };
    if (terisi.every((t) => /^\d+$/.test(t.trim()))) return { arti: { jenis: 'nomor' }, alasan: 'tanpa judul; isinya nomor' };
    return { arti: { jenis: 'abaikan' }, alasan: 'tanpa judul' };
  }
  if (IDENTITAS.some((pola) => pola.test(teks))) {
    return { arti: { jenis: 'identitas' }, alasan: 'menunjuk orang tertentu; tidak disimpan' };
  }
  if (
    WAKTU.test(teks) &&
    (terisi.length === 0 || bagian(terisi, (t) => bacaSaat(t) !== null || bacaSaat(t, 'MDY') !== null) >= 0.5)
  ) {
    // A form in English writes the month first, unless its cells say otherwise.
    const urutan = urutanTanggal(terisi, INGGRIS.test(teks) ? 'MDY' : 'DMY');
    return { arti: { jenis: 'tanggal', urutan }, alasan: `tanggal pengisian, dibaca ${SEBUTAN[urutan]}` };
  }
  const ciri = CIRI.find(([, pola]) => pola.test(teks));
  if (ciri) return { arti: { jenis: 'ciri', ciri: ciri[0] }, alasan: 'ciri responden, dari judulnya' };
  if (HITUNGAN.test(teks)) return { arti: { jenis: 'abaikan' }, alasan: 'hasil hitungan, bukan jawaban' };
  if (SARAN.test(teks)) return { arti: { jenis: 'saran' }, alasan: 'saran responden, dari judulnya' };
  if (terisi.length === 0) return { arti: { jenis: 'abaikan' }, alasan: 'tidak dikenali dan kosong' };
  const ragam = new Set(terisi);
  const pendek = terisi.every((t) => t.length <= 60);
  // As many kinds as rows may be names; a few kinds are a question with choices.
  if (pendek && (ragam.size <= 3 || (ragam.size <= 50 && ragam.size * 2 <= terisi.length))) {
    return { arti: { jenis: 'lain' }, alasan: 'bukan unsur; disimpan apa adanya dan tidak masuk indeks' };
  }
  return { arti: { jenis: 'abaikan' }, alasan: 'tidak dikenali; isinya berlainan di tiap baris, jadi tidak disimpan' };
}

const SEBUTAN = { DMY: 'hari/bulan/tahun', MDY: 'bulan/hari/tahun', YMD: 'tahun-bulan-hari' } as const;
