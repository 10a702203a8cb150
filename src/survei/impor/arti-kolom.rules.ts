import type { Instrumen } from '../../instrumen/instrumen.rules';
import { CIRI, type ArtiKolom, type Ciri } from '../respons/respons.rules';

/** The meaning of a column as the value of a select: `unsur:U3`, `unsur:U1:a`, `ciri:usia`, `identitas`. */
export function kodeArti(arti: ArtiKolom): string {
  switch (arti.jenis) {
    case 'unsur':
      return `unsur:${encodeURIComponent(arti.unsur)}${arti.sub === undefined ? '' : `:${arti.sub}`}`;
    case 'kepentingan':
      return `kepentingan:${encodeURIComponent(arti.unsur)}`;
    case 'ciri':
      return `ciri:${arti.ciri}`;
    case 'tanggal':
    case 'saran':
    case 'lain':
    case 'abaikan':
    case 'identitas':
    case 'nomor':
      return arti.jenis;
  }
}

const POLOS = ['tanggal', 'saran', 'lain', 'abaikan', 'identitas', 'nomor'] as const;

/** Null when the text is no meaning under this instrument. */
export function bacaArti(kode: string, instrumen: Instrumen): ArtiKolom | null {
  const polos = POLOS.find((j) => j === kode);
  if (polos) return { jenis: polos };
  const [jenis = '', isi = '', sub] = kode.split(':');
  if (jenis === 'ciri') return CIRI.some((c) => c === isi) && sub === undefined ? { jenis, ciri: isi as Ciri } : null;
  const unsur = instrumen.unsur.find((u) => encodeURIComponent(u.kode) === isi)?.kode;
  if (unsur === undefined) return null;
  if (jenis === 'kepentingan') return sub === undefined ? { jenis, unsur } : null;
  if (jenis !== 'unsur' || (sub !== undefined && !/^[a-z0-9]{1,3}$/.test(sub))) return null;
  return sub === undefined ? { jenis, unsur } : { jenis, unsur, sub };
}

const NAMA_CIRI: Readonly<Record<Ciri, string>> = {
  usia: 'Usia',
  jenis_kelamin: 'Jenis kelamin',
  pendidikan: 'Pendidikan',
  pekerjaan: 'Pekerjaan',
  layanan: 'Jenis layanan',
};

/** `U3 Waktu Penyelesaian`, `Usia`, `Data pribadi (tidak disimpan)` */
export function namaArti(arti: ArtiKolom, instrumen: Instrumen): string {
  const unsur = (kode: string) => instrumen.unsur.find((u) => u.kode === kode)?.nama ?? '';
  switch (arti.jenis) {
    case 'unsur':
      return `${arti.unsur}${arti.sub ?? ''} ${unsur(arti.unsur)}`;
    case 'kepentingan':
      return `Kepentingan ${arti.unsur} ${unsur(arti.unsur)}`;
    case 'ciri':
      return NAMA_CIRI[arti.ciri];
    case 'tanggal':
      return 'Tanggal mengisi';
    case 'saran':
      return 'Saran';
    case 'lain':
      return 'Disimpan apa adanya';
    case 'abaikan':
      return 'Abaikan';
    case 'identitas':
      return 'Data pribadi (tidak disimpan)';
    case 'nomor':
      return 'Nomor urut';
  }
}

/** Everything a column may be declared to be, in the order of the select; `kini` is among them even when it is a sub-question. */
export function pilihanArti(instrumen: Instrumen, kini: ArtiKolom): { readonly nilai: string; readonly teks: string }[] {
  const semua: ArtiKolom[] = [
    ...instrumen.unsur.map((u): ArtiKolom => ({ jenis: 'unsur', unsur: u.kode })),
    ...CIRI.map((ciri): ArtiKolom => ({ jenis: 'ciri', ciri })),
    ...POLOS.map((jenis): ArtiKolom => ({ jenis })),
    ...instrumen.unsur.map((u): ArtiKolom => ({ jenis: 'kepentingan', unsur: u.kode })),
  ];
  if (!semua.some((a) => kodeArti(a) === kodeArti(kini))) semua.unshift(kini);
  return semua.map((a) => ({ nilai: kodeArti(a), teks: namaArti(a, instrumen) }));
}
