import type { Instrumen } from '../../instrumen/instrumen.rules';
import { GalatPengguna } from '../../shared/galat';
import type { Ketikan } from '../../shared/isian';
import type { ArtiKolom, Pemetaan } from '../respons/respons.rules';
import { bacaArti, kodeArti } from './arti-kolom.rules';
import type { ImporResponsEntity } from './impor-respons.entity';
import { kolomBelumJelas } from './masalah-kolom.rules';

/**
 * What a person said of the columns, now or before: what differs from how they were recognised, and what they were asked to decide.
 * @throws {GalatPengguna} for a meaning that there is not
 */
export function bacaKolom(impor: ImporResponsEntity, instrumen: Instrumen, ketikan: Ketikan): Pemetaan['arti'] {
  const ditanya = kolomBelumJelas({ ...impor, pemetaan: null });
  const hasil: Record<number, ArtiKolom> = {};
  for (const { indeks, arti, judul } of impor.susunan.kolom) {
    const kode = ketikan[`k${indeks}`];
    if (kode === undefined || kode === '') continue;
    const baru = bacaArti(kode, instrumen);
    if (!baru) throw new GalatPengguna(`Pilih arti kolom “${judul}” dari daftarnya.`);
    const dulu = impor.pemetaan?.arti[indeks];
    if (dulu && kode === kodeArti(dulu)) hasil[indeks] = dulu;
    else if (kode !== kodeArti(arti)) hasil[indeks] = baru;
    else if (ditanya.has(indeks)) hasil[indeks] = arti;
  }
  return hasil;
}

/**
 * The lines that are left out as double: those whose box is ticked (`keluar-12`), or every one that was pointed out.
 * @throws {GalatPengguna} for a form that is not ours
 */
export function bacaKeluar({ ringkasan }: ImporResponsEntity, { semua, ...ketikan }: Ketikan): number[] {
  const kotak = Object.entries(ketikan).filter(([nama]) => /^keluar-\d{1,9}$/.test(nama));
  if ([semua, ...kotak.map(([, nilai]) => nilai)].some((nilai) => nilai !== undefined && nilai !== 'ya'))
    throw new GalatPengguna('Formulir ini terkirim rusak. Buka kembali halamannya, lalu pilih lagi.');
  if (semua === 'ya') return (ringkasan?.ganda ?? []).map((g) => g.baris);
  return kotak.map(([nama]) => Number(nama.slice('keluar-'.length)));
}

/** @throws {GalatPengguna} when the row is no number of a row, or the file has no such sheet */
export function bacaPilihanLembar({ susunan }: ImporResponsEntity, ketikan: Ketikan): { lembar?: string; barisJudul?: number } {
  const { lembar = '', barisJudul = '' } = ketikan;
  if (barisJudul !== '' && !/^[1-9]\d{0,6}$/.test(barisJudul))
    throw new GalatPengguna('Tuliskan nomor baris judul kolom sebagai bilangan bulat, misalnya 1.');
  if (lembar !== '' && !(susunan.daftarLembar ?? []).includes(lembar))
    throw new GalatPengguna('Pilih lembar yang ada pada berkas ini.');
  return { ...(lembar === '' ? {} : { lembar }), ...(barisJudul === '' ? {} : { barisJudul: Number(barisJudul) }) };
}
