import { Matches } from 'class-validator';
import { TeksWajib } from '../../shared/aturan-isian';

/** A table as it was pasted, and the year for columns that name none. */
export class TempelDto {
  @TeksWajib('Tempelkan tabelnya, beserta baris judulnya', 800_000)
  tabel = '';

  @Matches(/^(?:|(?:19|20|21)\d{2})$/, { message: 'Tuliskan tahun empat angka, misalnya 2026, atau kosongkan' })
  tahun = '';
}
