import { JENJANG, nilaiBaku, TIDAK_DIISI } from './nilai-profil.rules';
import { kelompokkanProfil, type AturanProfil, type KelompokNilai } from './profil.rules';

/** The bands as their form has them: years with commas; a group a line, `D1/D2/D3: D1, D2, D3`. */
export interface AturanProfilTertulis {
  readonly usia: string;
  readonly pendidikan: string;
  readonly pekerjaan: string;
}

export interface MasalahAturanProfil {
  readonly medan: keyof AturanProfilTertulis;
  readonly pesan: string;
}

const USIA_TERTINGGI = 120;
const PITA_TERBANYAK = 12;
const KELOMPOK_TERBANYAK = 20;
const NAMA_TERPANJANG = 60;

export function tulisAturanProfil({ usia, pendidikan, pekerjaan }: AturanProfil): AturanProfilTertulis {
  const baris = (kelompok: readonly KelompokNilai[]) => kelompok.map((k) => `${k.nama}: ${k.anggota.join(', ')}`).join('\n');
  return { usia: usia.join(', '), pendidikan: baris(pendidikan), pekerjaan: baris(pekerjaan) };
}

/**
 * Reads the form. Bands may not overlap, every level of education belongs to one, and no name may read as another group: under any rule
 * that passes here each ciri adds up to n.
 */
export function bacaAturanProfil(tertulis: AturanProfilTertulis): { aturan: AturanProfil; masalah: MasalahAturanProfil[] } {
  const masalah: MasalahAturanProfil[] = [];
  const catat = (medan: MasalahAturanProfil['medan']) => (pesan: string) => masalah.push({ medan, pesan });
  const usia = bacaUsiaAwal(tertulis.usia, catat('usia'));
  const pendidikan = bacaKelompok(tertulis.pendidikan, (a) => nilaiBaku('pendidikan', a), catat('pendidikan'));
  const pekerjaan = bacaKelompok(tertulis.pekerjaan, (a) => nilaiBaku('pekerjaan', a), catat('pekerjaan'));
  const aturan = { usia, pendidikan, pekerjaan };
  periksaPendidikan(pendidikan, catat('pendidikan'));
  for (const ciri of ['pendidikan', 'pekerjaan'] as const) {
    for (const { nama } of aturan[ciri]) {
      const terbaca = kelompokkanProfil(ciri, [{ nilai: nama, jumlah: 1 }], aturan)[0]?.kelompok;
      if (terbaca !== nama) catat(ciri)(`Nama kelompok “${nama}” terbaca sebagai “${terbaca ?? TIDAK_DIISI}”; pilih nama lain`);
    }
  }
  return { aturan, masalah: masalah.filter((m, i) => masalah.findIndex((l) => l.medan === m.medan) === i) };
}

function bacaUsiaAwal(teks: string, catat: (pesan: string) => void): number[] {
  const bagian = teks.split(/[\s,;]+/).filter(Boolean);
  const usia = bagian.map(Number);
  if (bagian.length === 0) catat('Tuliskan usia awal tiap kelompok, misalnya 15, 25, 35');
  else if (usia.some((n) => !Number.isInteger(n) || n < 1 || n > USIA_TERTINGGI))
    catat(`Tuliskan bilangan bulat dari 1 sampai ${USIA_TERTINGGI}, dipisah koma`);
  else if (usia.some((n, i) => i > 0 && n <= (usia[i - 1] ?? 0)))
    catat('Urutkan usia dari yang termuda; tidak boleh ada yang sama');
  else if (usia.length > PITA_TERBANYAK) catat(`Paling banyak ${PITA_TERBANYAK} kelompok usia`);
  return usia;
}

function bacaKelompok(teks: string, baku: (isi: string) => string, catat: (pesan: string) => void): KelompokNilai[] {
  const baris = teks.split('\n').map((b) => b.trim()).filter(Boolean); // prettier-ignore
  const kelompok = baris.map((b) => {
    const batas = b.indexOf(':');
    const nama = (batas < 0 ? b : b.slice(0, batas)).replace(/\s+/g, ' ').trim();
    const anggota = batas < 0 ? [] : b.slice(batas + 1).split(',').map((a) => a.trim()).filter(Boolean).map(baku); // prettier-ignore
    return { nama, anggota: [...new Set(anggota)] };
  });
  const cacat = kelompok.find((k) => k.nama === '' || k.anggota.length === 0);
  if (cacat) catat(`Tulis tiap baris sebagai nama: anggota, anggota (periksa “${cacat.nama || baris[kelompok.indexOf(cacat)]}”)`);
  const panjang = kelompok.find((k) => k.nama.length > NAMA_TERPANJANG);
  if (panjang) catat(`Nama kelompok paling panjang ${NAMA_TERPANJANG} huruf`);
  if (kelompok.length > KELOMPOK_TERBANYAK) catat(`Paling banyak ${KELOMPOK_TERBANYAK} kelompok`);
  const namaGanda = ganda(kelompok.map((k) => k.nama));
  if (namaGanda !== null) catat(`Nama kelompok “${namaGanda}” ditulis dua kali`);
  const anggotaGanda = ganda(kelompok.flatMap((k) => k.anggota));
  if (anggotaGanda !== null) catat(`“${anggotaGanda}” ada di dua kelompok; seorang responden hanya dihitung sekali`);
  if (kelompok.some((k) => k.nama === TIDAK_DIISI)) catat(`“${TIDAK_DIISI}” selalu kelompok tersendiri; pakai nama lain`);
  return kelompok;
}

function ganda(daftar: readonly string[]): string | null {
  const kecil = daftar.map((x) => x.toLowerCase());
  return daftar.find((_, i) => kecil.indexOf(kecil[i] ?? '') < i) ?? null;
}

function periksaPendidikan(kelompok: readonly KelompokNilai[], catat: (pesan: string) => void): void {
  const anggota = new Set(kelompok.flatMap((k) => k.anggota));
  const kurang = JENJANG.filter((j) => !anggota.has(j));
  if (kurang.length > 0) catat(`Masukkan ${kurang.join(', ')} ke salah satu kelompok`);
  const asing = [...anggota].filter((a) => !(JENJANG as readonly string[]).includes(a));
  if (asing.length > 0) catat(`“${asing[0]}” bukan jenjang; yang ada: ${JENJANG.join(', ')}`);
}
