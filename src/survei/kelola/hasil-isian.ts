import type { Instrumen, UnsurInstrumen } from '../../instrumen/instrumen.rules';
import { GalatIsian, type GalatMedan, type Ketikan } from '../../shared/isian';
import { teksBilangan } from '../../shared/desimal';
import type { DataUnsur, Survei, Terbit, TingkatData } from '../survei.rules';
import { bacaAngkaUnsur, bacaBulat, bacaMutu, periksaSkala, type Bacaan } from '../../shared/angka.rules';
import type { CaraIsi, HasilTempel } from './tempel.rules';

/** The ways in by form; raw answers come as a file. */
export const CARA_HASIL = ['jumlah', 'nrr', 'nilai', 'terbit'] as const;
export type CaraHasil = (typeof CARA_HASIL)[number];

/** A result as it is stored, whichever way it came. */
export interface HasilIsian {
  readonly tingkat: Exclude<TingkatData, 'respons'>;
  /** the one n that all unsur share */
  readonly nBersama: number | null;
  /** in the agency's own order */
  readonly unsur: readonly DataUnsur[];
  /** null: the instrument's order */
  readonly urutanUnsur: readonly string[] | null;
  readonly terbit: Terbit | null;
}

/** Field of one unsur; distinct codes stay distinct. */
export function medanUnsur(jenis: 'urut' | 'n' | 'jumlah' | 'angka', kode: string): string {
  return `${jenis}-${kode.replace(/[^A-Za-z0-9]/g, (h) => `_${h.codePointAt(0)?.toString(16)}_`)}`;
}

const isi = (ketikan: Ketikan, medan: string): string => ketikan[medan] ?? '';

/** The instrument's unsur in the order that was typed; what has no number follows in the instrument's order. */
export function urutkanUnsur(ketikan: Ketikan, { unsur }: Instrumen): UnsurInstrumen[] {
  const nomor = (kode: string) => {
    const hasil = bacaBulat(isi(ketikan, medanUnsur('urut', kode)));
    return 'nilai' in hasil ? hasil.nilai : Number.MAX_SAFE_INTEGER;
  };
  return [...unsur].sort((a, b) => nomor(a.kode) - nomor(b.kode));
}

const angkaTeks = (n: number | undefined): string => (n === undefined ? '' : String(n).replace('.', ','));

/** The form of a survey as stored. @param cara level that the form shows */
export function ketikanHasil(survei: Survei, nBersama: number | null, instrumen: Instrumen, cara: CaraHasil): Ketikan {
  const urutan = survei.urutanUnsur ?? [];
  const nomor = [...instrumen.unsur].sort((a, b) => letak(urutan, a.kode) - letak(urutan, b.kode)).map((u) => u.kode);
  const data = new Map(survei.unsur.map((u) => [u.unsur, u]));
  const ketikan: Record<string, string> = {
    nBersama: cara === 'jumlah' ? angkaTeks(nBersama ?? undefined) : '',
    terbitNrr: angkaTeks(survei.terbit?.nrr),
    terbitNilai: angkaTeks(survei.terbit?.nilai),
    terbitMutu: survei.terbit?.mutu ?? '',
  };
  for (const { kode } of instrumen.unsur) {
    const u = data.get(kode);
    ketikan[medanUnsur('urut', kode)] = String(nomor.indexOf(kode) + 1);
    if (cara === 'jumlah') {
      ketikan[medanUnsur('n', kode)] = nBersama === null ? angkaTeks(u?.n) : '';
      ketikan[medanUnsur('jumlah', kode)] = angkaTeks(u?.jumlah);
    } else if (cara !== 'terbit') {
      ketikan[medanUnsur('angka', kode)] = [u?.nrr, u?.nilai].map(angkaTeks).filter(Boolean).join('/');
    }
  }
  return ketikan;
}

const letak = (urutan: readonly string[], kode: string): number => {
  const i = urutan.indexOf(kode);
  return i < 0 ? urutan.length : i;
};

/** What was pasted, in the fields of the form: order and figures; what the table does not name stays as it was. */
export function isiTempelan(ketikan: Ketikan, hasil: HasilTempel, instrumen: Instrumen): Ketikan {
  const baru: Record<string, string> = { ...ketikan };
  const urutan = hasil.unsur.map((u) => u.unsur);
  const sisa = urutkanUnsur(ketikan, instrumen).map((u) => u.kode).filter((k) => !urutan.includes(k)); // prettier-ignore
  [...urutan, ...sisa].forEach((kode, i) => (baru[medanUnsur('urut', kode)] = String(i + 1)));
  for (const u of hasil.unsur) {
    if (u.n !== undefined) baru[medanUnsur('n', u.unsur)] = u.n;
    if (u.jumlah !== undefined) baru[medanUnsur('jumlah', u.unsur)] = u.jumlah;
    if (u.angka !== undefined) baru[medanUnsur('angka', u.unsur)] = u.angka;
  }
  return baru;
}

/** @throws {GalatIsian} with every fault of the form */
export function bacaHasil(ketikan: Ketikan, instrumen: Instrumen, cara: CaraHasil): HasilIsian {
  const galat: GalatMedan[] = [];
  const baca = <T>(medan: string, bacaan: Bacaan<T>): T | undefined => {
    if ('nilai' in bacaan) return bacaan.nilai;
    galat.push({ medan, pesan: bacaan.salah });
    return undefined;
  };
  const terbit = bacaTerbit(ketikan, instrumen, galat, baca);
  const urut = urutkanUnsur(ketikan, instrumen);
  for (const { kode } of instrumen.unsur) {
    const medan = medanUnsur('urut', kode);
    if (cara !== 'terbit' && isi(ketikan, medan) !== '') baca(medan, bacaBulat(isi(ketikan, medan), 1000));
  }
  const hasil =
    cara === 'terbit'
      ? { tingkat: cara, nBersama: null, unsur: [] }
      : cara === 'jumlah'
        ? bacaJumlah(ketikan, instrumen, urut, galat, baca)
        : bacaAngka(ketikan, instrumen, urut, cara, baca);
  if (galat.length === 0 && cara !== 'terbit' && hasil.unsur.length === 0)
    galat.push({ medan: medanUnsur(cara === 'jumlah' ? 'jumlah' : 'angka', urut[0]?.kode ?? ''), pesan: 'Isi angka paling sedikit satu unsur' }); // prettier-ignore
  if (galat.length === 0 && cara === 'terbit' && terbit === null)
    galat.push({ medan: 'terbitNilai', pesan: 'Isi paling sedikit satu angka terbit: nilai, NRR, atau mutu' });
  if (galat.length > 0) throw new GalatIsian(galat);
  const urutan = urut.map((u) => u.kode).filter((k) => hasil.unsur.length === 0 || hasil.unsur.some((u) => u.unsur === k));
  const baku = instrumen.unsur.map((u) => u.kode).filter((k) => urutan.includes(k));
  return { ...hasil, urutanUnsur: cara === 'terbit' || urutan.join('\n') === baku.join('\n') ? null : urutan, terbit };
}

type Baca = <T>(medan: string, bacaan: Bacaan<T>) => T | undefined;
type Bagian = Pick<HasilIsian, 'tingkat' | 'nBersama' | 'unsur'>;

function bacaAngka(
  ketikan: Ketikan,
  { skala }: Instrumen,
  urut: readonly UnsurInstrumen[],
  cara: Exclude<CaraIsi, 'jumlah'>,
  baca: Baca,
): Bagian {
  const unsur = urut.flatMap(({ kode }): DataUnsur[] => {
    const medan = medanUnsur('angka', kode);
    if (isi(ketikan, medan) === '') return [];
    const angka = baca(medan, bacaAngkaUnsur(isi(ketikan, medan), skala, cara));
    return angka ? [{ unsur: kode, ...angka }] : [];
  });
  // Where one unsur has only its NRR, the whole is no more precise than that.
  return { tingkat: unsur.every((u) => u.nilai !== undefined) ? 'nilai' : 'nrr', nBersama: null, unsur };
}

function bacaJumlah(
  ketikan: Ketikan,
  { skala: { min, maks } }: Instrumen,
  urut: readonly UnsurInstrumen[],
  galat: GalatMedan[],
  baca: Baca,
): Bagian {
  const bersama = isi(ketikan, 'nBersama') === '' ? undefined : baca('nBersama', bacaBulat(isi(ketikan, 'nBersama')));
  if (bersama === 0) galat.push({ medan: 'nBersama', pesan: 'Jumlah responden 0; tidak ada yang dapat dihitung' });
  const unsur = urut.flatMap(({ kode }): DataUnsur[] => {
    const [medanN, medanJumlah] = [medanUnsur('n', kode), medanUnsur('jumlah', kode)];
    const [teksN, teks] = [isi(ketikan, medanN), isi(ketikan, medanJumlah)];
    if (teks === '') {
      if (teksN !== '')
        galat.push({ medan: medanJumlah, pesan: `${kode} memuat n tanpa jumlah; isi jumlahnya atau kosongkan n` });
      return [];
    }
    const jumlah = baca(medanJumlah, bacaBulat(teks));
    const n = teksN === '' ? bersama : baca(medanN, bacaBulat(teksN));
    if (jumlah === undefined) return [];
    if (n === undefined) {
      if (teksN === '' && isi(ketikan, 'nBersama') === '') galat.push({ medan: medanN, pesan: `${kode}: isi n di sini, atau n bersama di atas` }); // prettier-ignore
      return [];
    }
    if (n > 0 && (jumlah < n * min || jumlah > n * maks)) {
      const [bawah, atas] = [teksBilangan(n * min), teksBilangan(n * maks)];
      const pesan = `${kode}: jumlah ${teksBilangan(jumlah)} dari ${teksBilangan(n)} jawaban tidak mungkin; pada skala ${min}–${maks} antara ${bawah} dan ${atas}`;
      galat.push({ medan: medanJumlah, pesan });
    }
    return [{ unsur: kode, n, jumlah }];
  });
  const semuaBersama = bersama !== undefined && unsur.every((u) => u.n === bersama);
  return { tingkat: 'jumlah', nBersama: semuaBersama ? bersama : null, unsur };
}

/** `3,54/88,38` in either field is taken apart. */
function bacaTerbit(ketikan: Ketikan, instrumen: Instrumen, galat: GalatMedan[], baca: Baca): Terbit | null {
  const hasil: { nrr?: number; nilai?: number; mutu?: string } = {};
  for (const [medan, jenis] of [
    ['terbitNrr', 'nrr'],
    ['terbitNilai', 'nilai'],
  ] as const) {
    // prettier-ignore
    const teks = isi(ketikan, medan);
    if (teks === '') continue;
    const angka = baca(medan, bacaAngkaUnsur(teks, instrumen.skala, jenis));
    if (!angka) continue;
    const sah = teks.includes('/') || angka[jenis] !== undefined;
    if (sah) Object.assign(hasil, baca(medan, periksaSkala(angka, instrumen.skala)));
    else galat.push({ medan, pesan: jenis === 'nrr' ? 'Ini nilai, bukan NRR; pindahkan ke isian nilai' : 'Ini NRR, bukan nilai; pindahkan ke isian NRR' }); // prettier-ignore
  }
  const teksMutu = isi(ketikan, 'terbitMutu');
  if (teksMutu !== '') {
    const mutu = bacaMutu(teksMutu, instrumen.mutu);
    if (mutu === null)
      galat.push({ medan: 'terbitMutu', pesan: `Bukan kelas mutu instrumen ini; pilihannya ${instrumen.mutu.map((k) => k.mutu).join(', ')}` }); // prettier-ignore
    else hasil.mutu = mutu;
  }
  return Object.keys(hasil).length === 0 ? null : hasil;
}
