import { IsIn, IsNotEmpty, Matches, MaxLength, ValidateBy, ValidateIf } from 'class-validator';
import { tanggalLengkap } from './tanggal';

/** Rules of fields that every dto uses, with their sentences. Decorators run from the one nearest the property outwards. */

function semua(...aturan: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, nama) => {
    for (const a of aturan) a(target, nama);
  };
}

const angka = (n: number) => new Intl.NumberFormat('id').format(n);

/** A text that must be there. @param pesan what to write: `Tuliskan nama unit` */
export const TeksWajib = (pesan: string, maks: number): PropertyDecorator =>
  semua(IsNotEmpty({ message: pesan }), MaxLength(maks, { message: `Persingkat; paling banyak ${angka(maks)} huruf` }));

export const TeksBoleh = (maks: number): PropertyDecorator =>
  semua(MaxLength(maks, { message: `Persingkat; paling banyak ${angka(maks)} huruf` }));

/** One line: names, titles, numbers. Marks that turn the direction of writing would turn the sentences around it too. */
export const SatuBaris = (): PropertyDecorator =>
  semua(
    Matches(/^[^\u202a-\u202e\u2066-\u2069]*$/u, { message: 'Hapus tanda arah tulisan yang tidak terlihat dari isian ini' }),
    Matches(/^[^\n\t]*$/u, { message: 'Tulis dalam satu baris' }),
  );

const hari = (pesan: string) =>
  ValidateBy({ name: 'hari', validator: { validate: (v) => typeof v === 'string' && tanggalLengkap(v) } }, { message: pesan });

/** A calendar day, `2024-05-08`. */
export const TanggalWajib = (pesan: string): PropertyDecorator => hari(`${pesan}, tahun-bulan-hari, misalnya 2026-03-01`);

export const TanggalBoleh = (): PropertyDecorator =>
  semua(
    ValidateIf((_, v) => v !== ''),
    hari('Tuliskan tanggal yang ada, tahun-bulan-hari, misalnya 2026-03-01, atau kosongkan'),
  );

export const SalahSatu = (boleh: readonly string[], pesan: string): PropertyDecorator => IsIn([...boleh], { message: pesan });
